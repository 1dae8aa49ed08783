"""What stands first, which kinds there are, what is suggested, and what was perhaps meant: on both databases."""

import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import DocumentIndexPage, EventIndexPage, SearchEntry
from cms.search.entries import index_missing
from cms.search.spelling import distance
from tests.cms import factories


def titles(client, query, **more):
    response = client.get("/tim-kiem/", {"q": query, **more})
    return ["".join(piece.text for piece in hit.title) for hit in response.context.get("hits", [])]


@pytest.fixture
def three_tones(news):
    for title in ("Người bạn", "Giấy ban hành", "Cửa hàng bán lẻ"):
        factories.story(news["vi"], title)
    return news


def test_the_tone_that_was_typed_comes_first(client, three_tones):
    assert titles(client, "bán")[0] == "Cửa hàng bán lẻ"
    assert titles(client, "bạn")[0] == "Người bạn"
    assert titles(client, "ban")[0] == "Giấy ban hành"
    assert len(titles(client, "bán")) == 3


def test_a_word_in_the_title_stands_before_one_in_the_summary_and_that_before_one_in_the_text(
    client, news
):
    text = [{"text": "<p>Nói về kaizen.</p>"}]
    factories.story(news["vi"], "Trong bài", blocks=text)
    factories.story(news["vi"], "Trong tóm tắt", summary="Kaizen là gì.", days_ago=30)
    factories.story(news["vi"], "Kaizen trong tên", days_ago=60)
    assert titles(client, "kaizen") == ["Kaizen trong tên", "Trong tóm tắt", "Trong bài"]


def test_equally_good_finds_stand_newest_first(client, news):
    factories.story(news["vi"], "Kaizen cũ", days_ago=9)
    factories.story(news["vi"], "Kaizen mới")
    assert titles(client, "kaizen") == ["Kaizen mới", "Kaizen cũ"]


DECOMPOSED = unicodedata.normalize("NFD", "đào tạo")


@pytest.mark.parametrize("query", ["dao tao", "Đao tạo", "đào tạo", "ĐÀO TẠO", DECOMPOSED])
def test_d_and_stroked_d_composed_or_not_are_one_letter(client, news, query):
    factories.story(news["vi"], "Lịch đào tạo")
    assert titles(client, query) == ["Lịch đào tạo"]


def test_kinds_are_counted_and_narrow_the_finds(client, news):
    events = factories.section(news["vi"], EventIndexPage, "su-kien", "Sự kiện")
    library = factories.section(news["vi"], DocumentIndexPage, "van-ban", "Văn bản")
    factories.story(news["vi"], "Năng suất một")
    factories.story(news["vi"], "Năng suất hai")
    factories.event(events, "Hội thảo năng suất")
    factories.document(library, "Kế hoạch năng suất")
    context = client.get("/tim-kiem/?q=nang+suat").context
    assert {each.name: each.count for each in context["kinds"]} == {
        "tin-tuc": 2,
        "su-kien": 1,
        "van-ban": 1,
    }
    assert titles(client, "nang suat", loai="su-kien") == ["Hội thảo năng suất"]
    narrowed = client.get("/tim-kiem/", {"q": "nang suat", "loai": "su-kien"}).content.decode()
    assert 'href="?q=nang+suat&amp;loai=tin-tuc"' in narrowed
    assert narrowed.count('aria-current="true"') == 2  # the language and the kind
    assert len(titles(client, "nang suat", loai="khong-co")) == 4


def test_a_document_is_found_by_its_number(client, news):
    library = factories.section(news["vi"], DocumentIndexPage, "van-ban", "Văn bản")
    factories.document(library)
    assert titles(client, "1322/QĐ-TTg") == ["Chương trình quốc gia"]
    assert titles(client, "1322 qd ttg") == ["Chương trình quốc gia"]


def test_a_draft_is_not_found_by_words_that_are_not_published(client, news):
    page = factories.story(news["vi"], "Tên đã đăng")
    page.title = "Tên còn nháp"
    page.save_revision()
    assert titles(client, "con nhap") == []
    page.get_latest_revision().publish()
    assert titles(client, "con nhap") == ["Tên còn nháp"]
    assert titles(client, "da dang") == []


def test_pages_without_words_get_them(client, news):
    factories.story(news["vi"], "Kaizen")
    SearchEntry.objects.all().delete()
    assert titles(client, "kaizen") == []
    assert index_missing() == 3
    assert index_missing() == 0
    assert titles(client, "kaizen") == ["Kaizen"]


def suggestions(client, query):
    return client.get("/tim-kiem/goi-y/", {"q": query})


def test_titles_are_suggested_while_typing(client, news):
    page = factories.story(news["vi"], "Đào tạo <b>chuyên gia</b>")
    factories.story(news["vi"], "Khác", summary="Nói về đào tạo")
    answer = suggestions(client, "dao ta")
    html = answer.content.decode()
    assert [each["url"] for each in answer.context["suggestions"]] == [page.url]
    assert html.count('role="option"') == 1
    assert "<b>" not in html
    assert suggestions(client, "d").content.strip() == b""


def test_at_most_eight_are_suggested(client, news):
    for number in range(10):
        factories.story(news["vi"], f"Kaizen {number}")
    assert len(suggestions(client, "kai").context["suggestions"]) == 8


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kaizne", "kaizen"),
        ("nang suatt", "nang suất"),
        ("năng xuất", "năng suất"),
        ("chuyn gia", "chuyên gia"),
        ("zzzzzzzz", ""),
        ("kaizen", ""),
    ],
)
def test_near_words_of_titles_are_offered_where_nothing_was_found(client, news, typed, meant):
    factories.story(news["vi"], "Kaizen và năng suất")
    factories.story(news["vi"], "Chuyên gia")
    assert client.get("/tim-kiem/", {"q": typed}).context.get("better", "") == meant


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("a", "a", 0), ("kaizen", "kaizne", 1), ("suat", "xuat", 1), ("abc", "", 3), ("ab", "ba", 1)],
)
def test_slips_are_counted(one, other, slips):
    assert distance(one, other) == distance(other, one) == slips


@pytest.mark.parametrize("query", ["kaizen", "kaizne", "số 7"])
def test_search_asks_as_often_with_ten_as_with_a_thousand(client, news, query):
    factories.many_stories(news["vi"], 10)
    client.get("/tim-kiem/", {"q": query})
    with CaptureQueriesContext(connection) as few:
        client.get("/tim-kiem/", {"q": query})
    factories.many_stories(news["en"], 5)
    factories.NewsPage.objects.child_of(news["vi"]).delete()
    factories.many_stories(news["vi"], 1000)
    with CaptureQueriesContext(connection) as many:
        client.get("/tim-kiem/", {"q": query})
    assert len(few) == len(many) <= 12


def test_postgresql_finds_by_trigrams_and_sqlite_without(news):
    with connection.cursor() as cursor:
        built = connection.introspection.get_constraints(cursor, "cms_searchentry")
    trigrams = {name for name in built if name.endswith("_trigrams")}
    wanted = {"search_all_trigrams", "search_title_trigrams"}
    assert trigrams == (wanted if connection.vendor == "postgresql" else set())


@pytest.mark.parametrize("kind", ["", "tin-tuc", "su-kien"])
def test_the_leaves_are_counted_as_the_kinds_are(client, news, kind):
    events = factories.section(news["vi"], EventIndexPage, "su-kien", "Sự kiện")
    factories.many_stories(news["vi"], 45)
    factories.event(events, "Hội thảo Kaizen")
    context = client.get("/tim-kiem/", {"q": "kaizen", "loai": kind, "trang": "2"}).context
    found = context["found"].paginator
    assert found.count == {"": 46, "tin-tuc": 45, "su-kien": 1}[kind]
    assert found.count == found.object_list.count()
