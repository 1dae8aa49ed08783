"""What machines read: RSS, Atom, the list of pages."""

import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cms import factories


ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def xml(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return ET.fromstring(response.content)  # noqa: S314 - our own


def test_rss_brings_the_newest_stories_of_the_language_with_their_whole_summary(client, news):
    page = factories.story(news["vi"], "Tin & <mới>", summary="Câu dài. " * 40)
    factories.story(news["vi"], "Cũ", days_ago=3)
    factories.story(news["en"], "English")
    items = xml(client, "/tin-tuc/rss/").findall("channel/item")
    assert [item.findtext("title") for item in items] == ["Tin & <mới>", "Cũ"]
    assert items[0].findtext("description") == page.summary
    assert items[0].findtext("link") == f"http://127.0.0.1:8000{page.url}"
    assert str(page.translation_key) in items[0].findtext("guid")


def test_a_feed_is_of_the_language_of_its_address(client, news):
    factories.story(news["en"], "English")
    channel = xml(client, "/en/tin-tuc/rss/").find("channel")
    assert channel.findtext("item/title") == "English"
    assert channel.findtext("language") == "en"
    assert channel.findtext("link").endswith("/en/tin-tuc/")


def test_atom_names_itself_and_each_story_by_a_uri(client, news):
    page = factories.story(news["vi"], "Tin")
    feed = xml(client, "/tin-tuc/atom/")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == "http://127.0.0.1:8000/tin-tuc/atom/"
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{page.translation_key}#vi"
    assert entry.findtext(f"{ATOM}updated")


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_category_has_its_own_feed_and_an_unknown_one_has_none(client, news, kind):
    factories.story(news["vi"], "A", category="standards")
    factories.story(news["vi"], "B")
    text = client.get(f"/tin-tuc/{kind}/standards/").content.decode()
    assert "<title>A</title>" in text
    assert "<title>B</title>" not in text
    assert client.get(f"/tin-tuc/{kind}/khong-co/").status_code == 404


def test_the_list_of_news_leads_to_its_feeds(client, news):
    html = client.get("/tin-tuc/?chuyen-muc=standards").content.decode()
    assert 'type="application/rss+xml"' in html
    assert 'href="/tin-tuc/atom/standards/"' in html


def entries(client):
    found = xml(client, "/sitemap.xml").findall(f"{MAP}url")
    return {
        entry.findtext(f"{MAP}loc").removeprefix("http://127.0.0.1:8000"): {
            link.get("hreflang") for link in entry.findall(f"{XHTML}link")
        }
        for entry in found
    }


def test_the_list_of_pages_names_translations_only_where_there_are_any(client, news):
    page = factories.story(news["vi"], "Hai thứ tiếng")
    factories.story(news["en"], "Both", slug=page.slug, translation_key=page.translation_key)
    alone = factories.story(news["vi"], "Một mình")
    found = entries(client)
    assert found[page.url] == found[f"/en{page.url}"] == {"vi", "en"}
    assert found[alone.url] == set()


def test_an_unpublished_page_is_in_no_feed_and_no_list(client, news):
    page = factories.story(news["vi"], "Nháp", live=False)
    assert "Nháp" not in client.get("/tin-tuc/rss/").content.decode()
    assert f"/tin-tuc/{page.slug}/" not in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize(
    "url",
    ["/tin-tuc/", "/tin-tuc/?q=kaizen", "/tin-tuc/nhieu-5/", "/tin-tuc/rss/", "/tin-tuc/atom/", "/sitemap.xml"],
)  # fmt: skip
def test_ten_or_a_thousand_stories_ask_as_often(client, news, url):
    def asked():
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(url).status_code == 200
        return len(caught)

    factories.many_stories(news["vi"], 24)
    few = asked()
    factories.NewsPage.objects.child_of(news["vi"]).delete()
    factories.many_stories(news["vi"], 1000)
    assert asked() == few <= 22
