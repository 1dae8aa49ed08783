"""The list of news and the story."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cms import factories


def links(response, heading):
    """The titles in the list under a heading of the page."""
    section = response.content.decode().split(f'aria-labelledby="{heading}"')
    return section[1].split("</section>")[0] if len(section) > 1 else ""


def test_the_list_shows_date_category_and_lead_newest_first(client, news):
    factories.story(news["vi"], "Tin cũ", days_ago=9)
    factories.story(news["vi"], "Tin mới nhất", category="standards")
    html = client.get("/tin-tuc/").content.decode()
    assert html.index("mới nhất") < html.index("Tin cũ")
    assert "20/11/2026" in html
    assert "Một câu nói chuyện gì đã xảy ra." in html


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", {"A", "B", "C"}),
        ("?nam=2025", {"C"}),
        ("?chuyen-muc=standards", {"B"}),
        ("?chuyen-muc=standards&nam=2026", {"B"}),
        ("?chuyen-muc=standards&nam=2025", set()),
        ("?nam=nonsense&chuyen-muc=%3Cscript%3E", {"A", "B", "C"}),
        ("?nam=²²²²", {"A", "B", "C"}),
        ("?nam=9999", set()),
        ("?trang=abc", {"A", "B", "C"}),
    ],
)
def test_year_and_category_narrow_the_list(client, news, query, wanted):
    factories.story(news["vi"], "A")
    factories.story(news["vi"], "B", category="standards")
    factories.story(news["vi"], "C", date=date(2025, 3, 1))
    response = client.get(f"/tin-tuc/{query}")
    assert {page.title for page in response.context["stories"]} == wanted
    assert response.status_code == 200


def test_a_filter_keeps_the_other_filter(client, news):
    factories.story(news["vi"], "A", category="standards")
    response = client.get("/tin-tuc/?nam=2026&chuyen-muc=standards")
    urls = {option["label"]: option["url"] for option in response.context["years"]}
    assert urls["2026"] == "?chuyen-muc=standards&nam=2026"


def test_the_list_is_paged(client, news):
    for number in range(22):
        factories.story(news["vi"], f"Tin số {number}", days_ago=number)
    assert len(client.get("/tin-tuc/").context["stories"]) == 20
    assert len(client.get("/tin-tuc/?trang=2").context["stories"]) == 2


def test_an_empty_list_says_so(client, news):
    assert client.get("/tin-tuc/").status_code == 200
    assert client.get("/tin-tuc/?nam=2020").context["filtered"] is True


def test_an_unpublished_story_is_seen_nowhere(client, news):
    draft = factories.story(news["vi"], "Bản nháp", live=False)
    factories.story(news["vi"], "Tin khác")
    assert "Bản nháp" not in client.get("/tin-tuc/").content.decode()
    assert client.get(f"/tin-tuc/{draft.slug}/").status_code == 404


def test_a_story_shows_date_lead_source_and_body(client, news):
    page = factories.story(
        news["vi"],
        "Khóa nâng cao",
        source="Nguồn: nscl.gov.vn",
        topic="C01",
        blocks=[{"heading": "Học gì"}, {"text": "<p>Học đo năng suất.</p>"}],
    )
    html = client.get(page.url).content.decode()
    for words in (
        "20/11/2026",
        "Một câu nói chuyện gì",
        "Nguồn: nscl.gov.vn",
        "Học đo năng suất.",
    ):
        assert words in html
    assert html.count("<h1") == 1
    assert 'role="img"' in html


def test_up_to_five_newer_and_five_older_stories_stand_under_a_story(client, news):
    pages = [factories.story(news["vi"], f"Số {n:02}", days_ago=n) for n in range(14)]
    context = client.get(pages[7].url).context
    assert [page.title for page in context["newer"]] == [f"Số {n:02}" for n in range(2, 7)]
    assert [page.title for page in context["older"]] == [f"Số {n:02}" for n in range(8, 13)]


def test_stories_of_the_same_day_are_each_newer_or_older_once(client, news):
    pages = [factories.story(news["vi"], f"Số {n}") for n in range(3)]
    context = client.get(pages[1].url).context
    assert [page.title for page in context["newer"]] == ["Số 2"]
    assert [page.title for page in context["older"]] == ["Số 0"]


def test_the_newest_story_has_no_newer_list(client, news):
    page = factories.story(news["vi"])
    html = client.get(page.url).content.decode()
    assert links(client.get(page.url), "newer") == ""
    assert 'id="older"' not in html


def test_a_story_says_what_a_shared_link_shows(client, news):
    page = factories.story(news["vi"], "Khóa nâng cao")
    html = client.get(page.url).content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{page.url}">' in html
    assert '<meta property="og:title" content="Khóa nâng cao">' in html
    assert '<meta property="og:type" content="article">' in html
    assert 'content="Một câu nói chuyện gì đã xảy ra."' in html


def test_the_language_switch_leads_to_the_translation(client, news):
    page = factories.story(news["vi"])
    twin = factories.story(
        news["en"], "In English", slug=page.slug, translation_key=page.translation_key
    )
    assert client.get(page.url).context["language_urls"] == {"vi": page.url, "en": twin.url}
    assert twin.url == f"/en{page.url}"


def test_a_story_without_a_translation_says_so(client, news):
    page = factories.story(news["vi"])
    url = client.get(page.url).context["language_urls"]["en"]
    assert url.startswith("/en/chua-dich/?tu=")
    answer = client.get(url)
    assert answer.status_code == 200
    assert f'href="{page.url}"' in answer.content.decode()


@pytest.mark.parametrize(
    "url", ["//example.com/", "https://example.com/", "javascript:alert(1)", ""]
)
def test_the_page_about_missing_translations_leads_nowhere_else(client, news, url):
    assert client.get("/en/chua-dich/", {"tu": url}).context["original"] == "/"


def _queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_the_list_asks_as_often_with_ten_as_with_sixty_stories(client, news):
    for number in range(10):
        factories.story(news["vi"], days_ago=number)
    few = _queries(client, "/tin-tuc/")
    for number in range(50):
        factories.story(news["vi"], days_ago=number)
    assert _queries(client, "/tin-tuc/") == few <= 20


def test_a_story_asks_as_often_among_many_as_among_few(client, news):
    page = factories.story(news["vi"], days_ago=5)
    factories.story(news["vi"], days_ago=9)
    factories.story(news["vi"], days_ago=1)
    few = _queries(client, page.url)
    for number in range(40):
        factories.story(news["vi"], days_ago=number)
    assert _queries(client, page.url) == few <= 20
