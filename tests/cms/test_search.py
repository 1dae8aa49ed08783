"""Search finds with tones and without them, in the language of the address."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, strategies as st

from accounts.names import fold
from cms.queries import clean_query
from cms.search.marking import EXCERPT, excerpt, marked
from tests.cms import factories


@pytest.fixture
def library(news):
    """Stories with the words that Vietnamese search gets wrong."""
    return {
        "nang suat": factories.story(news["vi"], "Khóa nâng cao năng suất tại Hà Nội"),
        "danh gia": factories.story(
            news["vi"], "Chuẩn mới", blocks=[{"text": "<p>Đánh giá sự phù hợp.</p>"}]
        ),
        "dao tao": factories.story(news["vi"], "Lịch học", summary="Đào tạo chuyên gia từ tháng 12."),
        "english": factories.story(news["en"], "Productivity in English"),
    }  # fmt: skip


def titles(client, query, url="/tim-kiem/"):
    response = client.get(url, {"q": query})
    assert response.status_code == 200
    return {"".join(piece.text for piece in hit.title) for hit in response.context.get("hits", [])}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nang suat", "Khóa nâng cao năng suất tại Hà Nội"),
        ("năng suất", "Khóa nâng cao năng suất tại Hà Nội"),
        ("NANG SUAT ha noi", "Khóa nâng cao năng suất tại Hà Nội"),
        ("danh gia", "Chuẩn mới"),
        ("Đánh giá", "Chuẩn mới"),
        ("dao tao", "Lịch học"),
        ("đào tạo", "Lịch học"),
        ("chuyen gia thang 12", "Lịch học"),
    ],
)
def test_words_are_found_with_tones_and_without(client, library, query, found):
    assert titles(client, query) == {found}


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', "*", "a OR", "''; DROP TABLE", "\x00năng", "…", "😀", "(", "x" * 5000],
)
def test_a_strange_query_finds_nothing_and_breaks_nothing(client, library, query):
    assert client.get("/tim-kiem/", {"q": query}).status_code == 200


def test_only_pages_in_the_language_of_the_address_are_found(client, library):
    assert titles(client, "productivity") == set()
    assert titles(client, "productivity", "/en/tim-kiem/") == {"Productivity in English"}


def test_an_empty_result_points_to_the_other_language(client, library):
    response = client.get("/tim-kiem/", {"q": "productivity"})
    assert response.context["elsewhere"] == 1
    assert "/en/tim-kiem/?q=productivity" in response.content.decode()


def test_unpublished_pages_and_front_doors_are_not_found(client, library):
    page = library["dao tao"]
    page.unpublish()
    assert titles(client, "dao tao") == set()
    assert titles(client, "Trang chủ") == set()


def test_what_was_looked_for_is_marked_and_everything_escaped(client, news):
    factories.story(news["vi"], "Năng suất <b>xanh</b>")
    html = client.get("/tim-kiem/", {"q": "nang xanh"}).content.decode()
    assert "<mark>Năng</mark>" in html
    assert "<b>xanh" not in html
    assert "&lt;b&gt;<mark>xanh</mark>" in html


def test_a_hit_says_what_kind_of_page_it_is(client, library):
    hit = client.get("/tim-kiem/", {"q": "nang suat"}).context["hits"][0]
    assert hit.kind
    assert hit.url == library["nang suat"].url


def test_results_are_paged(client, news):
    for number in range(21):
        factories.story(news["vi"], f"Kaizen {number}")
    response = client.get("/tim-kiem/", {"q": "kaizen"})
    assert len(response.context["hits"]) == 20
    assert "trang=2" in response.content.decode()


def test_search_asks_as_often_for_two_as_for_fifteen(client, news, django_assert_num_queries):
    for number in range(2):
        factories.story(news["vi"], f"Kaizen {number}")
    client.get("/tim-kiem/?q=kaizen")
    with CaptureQueriesContext(connection) as few:
        client.get("/tim-kiem/?q=kaizen")
    for number in range(13):
        factories.story(news["vi"], f"Kaizen thêm {number}")
    with django_assert_num_queries(len(few)):
        client.get("/tim-kiem/?q=kaizen")


@given(st.text(), st.text())
def test_marking_loses_and_adds_nothing(text, query):
    assert "".join(piece.text for piece in marked(text, query)) == text


@given(st.text(max_size=400))
def test_a_query_is_short_printable_and_in_single_spaces(text):
    cleaned = clean_query(text)
    assert len(cleaned) <= 100
    assert cleaned == " ".join(cleaned.split())


def test_an_empty_query_marks_nothing():
    assert [piece.hit for piece in marked("Năng suất", "")] == [False]


def test_a_short_text_is_shown_whole_and_a_long_one_around_the_words():
    long = "chữ " * 200 + "năng suất " + "chữ " * 200
    part = excerpt(long, "nang")
    assert excerpt("ngắn", "x") == "ngắn"
    assert "năng suất" in part
    assert len(part) <= EXCERPT + 4
    assert excerpt("chữ " * 200, "không có").startswith("chữ")
    assert len(excerpt("x" * 900, "y")) <= EXCERPT + 4


@given(st.text(alphabet="năngsuấtđàoạ ", min_size=1))
def test_folding_before_marking_makes_no_difference(text):
    assert [piece.text for piece in marked(text, fold(text))] == [
        piece.text for piece in marked(text, text)
    ]
