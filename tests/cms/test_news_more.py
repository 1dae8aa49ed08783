"""Search inside the news, one address for each list, related stories, what search engines read."""

import json
import re

from tests.cms import factories


def shown(client, query):
    return [page.title for page in client.get(f"/tin-tuc/{query}").context["stories"]]


def test_words_narrow_the_news_with_tones_and_without(client, news):
    factories.story(news["vi"], "Đào tạo chuyên gia", category="standards")
    factories.story(news["vi"], "Khác")
    assert shown(client, "?q=dao+tao") == ["Đào tạo chuyên gia"]
    assert shown(client, "?q=đào+tạo&chuyen-muc=training") == []
    assert shown(client, "?q=%2F") == []


def test_a_filter_keeps_the_words(client, news):
    factories.story(news["vi"], "Kaizen")
    options = client.get("/tin-tuc/?q=kaizen").context["categories"]
    assert all("q=kaizen" in option["url"] for option in options)


def test_a_list_has_one_canonical_address_whatever_the_order_of_its_filters(client, news):
    for number in range(42):
        factories.story(news["vi"], days_ago=number, category="standards")
    html = client.get("/tin-tuc/?trang=2&nam=2026&chuyen-muc=standards&x=1").content.decode()
    canonical = re.search(r'rel="canonical" href="[^"?]*([^"]*)"', html)[1]
    assert canonical == "?chuyen-muc=standards&amp;nam=2026&amp;trang=2"
    assert re.search(r'<link rel="prev" href="[^"]*trang=1', html)
    assert re.search(r'<link rel="next" href="[^"]*trang=3', html)


def test_a_list_of_words_is_kept_out_of_search_engines(client, news):
    assert 'name="robots" content="noindex"' in client.get("/tin-tuc/?q=x").content.decode()
    assert 'name="robots" content="noindex"' not in client.get("/tin-tuc/").content.decode()


def test_related_stories_are_of_the_topic_first_and_stand_in_no_other_list(client, news):
    page = factories.story(news["vi"], "Gốc", topic="C05", category="practice", days_ago=50)
    for number in range(12):
        factories.story(news["vi"], f"Xen {number}", days_ago=44 + number)
    factories.story(news["vi"], "Cùng chuyên mục", category="practice", days_ago=1)
    factories.story(news["vi"], "Cùng đề tài", topic="C05", days_ago=99)
    context = client.get(page.url).context
    assert [each.title for each in context["related"]] == ["Cùng đề tài", "Cùng chuyên mục"]


def test_the_author_and_the_minutes_of_reading_stand_at_the_story(client, news):
    long = [{"text": f"<p>{'chữ ' * 720}</p>"}]
    page = factories.story(news["vi"], author="Lê Thị Ẩn", blocks=long)
    assert "Lê Thị Ẩn" in client.get(page.url).content.decode()
    assert page.reading_minutes == 3
    assert factories.story(news["vi"]).reading_minutes == 1


def test_search_engines_read_the_story_and_no_title_can_end_the_block(client, news):
    page = factories.story(news["vi"], "Tên </script><b>", author="Lê Thị Ẩn")
    html = client.get(page.url).content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1]
    facts = json.loads(block)
    assert facts["headline"] == "Tên </script><b>"
    assert facts["datePublished"] == "2026-11-20"
    assert facts["author"]["name"] == "Lê Thị Ẩn"
    assert facts["mainEntityOfPage"].endswith(page.url)
