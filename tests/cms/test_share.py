"""The picture of a shared link: the title in our letters, whole, beside the drum."""

import io

import pytest
from hypothesis import given, strategies as st
from PIL import Image

from cms.share import MOST_LINES, SIZE, TEXT_WIDTH, fitted, share_image, share_image_url
from tests.cms.factories import story


TITLE = "Ứng dụng 5S ở Đắk Lắk: chuyện của Nguyễn Thị Ngọc Ẩn"
WORDS = st.sampled_from(
    ["năng", "suất", "chất", "lượng", "Ẩn", "1.000", "QĐ-TTg", "tiêu", "chuẩn"]
)


def _plain(lines):
    return " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")


@given(st.lists(WORDS, min_size=1, max_size=16).map(" ".join))
def test_a_title_of_usual_length_stands_whole_and_inside_its_column(title):
    font, lines = fitted(title)
    assert _plain(lines) == title
    assert len(lines) <= MOST_LINES
    assert all(font.getlength(line) <= TEXT_WIDTH for line in lines)


@given(st.lists(WORDS, min_size=80, max_size=120).map(" ".join))
def test_a_title_too_long_for_all_is_cut_at_a_word_and_says_so(title):
    _font, lines = fitted(title)
    assert len(lines) == MOST_LINES
    kept = _plain(lines)
    assert kept.endswith(" …")
    assert title.startswith(kept.removesuffix(" …") + " ")


def test_the_picture_has_the_size_that_networks_show_and_is_light():
    picture = share_image(TITLE, site="Năng suất", note="2021")
    assert Image.open(io.BytesIO(picture)).size == SIZE
    assert len(picture) < 150_000


def test_another_title_gives_another_picture_and_the_same_title_the_same():
    one, again = (share_image(TITLE, site="a", note="b") for _turn in range(2))
    assert one == again
    assert share_image("Khác", site="a", note="b") != one


@pytest.mark.django_db
def test_a_story_names_its_picture_and_the_address_answers(client, news):
    page = story(news["vi"], TITLE, slug="chuyen")
    html = client.get("/tin-tuc/chuyen/").content.decode()
    url = share_image_url(page)
    assert f'property="og:image" content="http://127.0.0.1:8000{url}"' in html
    answer = client.get(url)
    assert answer["Content-Type"] == "image/png"
    assert "max-age=86400" in answer["Cache-Control"]
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.django_db
def test_the_address_changes_with_the_title(news):
    page = story(news["vi"], TITLE)
    before = share_image_url(page)
    page.title = "Tên mới"
    assert share_image_url(page) != before


@pytest.mark.django_db
def test_a_draft_and_another_language_have_no_picture(client, news):
    draft = story(news["vi"], live=False)
    assert client.get(f"/chia-se/{draft.translation_key}.png").status_code == 404
    page = story(news["vi"])
    assert client.get(f"/en/chia-se/{page.translation_key}.png").status_code == 404
