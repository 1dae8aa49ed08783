"""Editorial sections of the front door: short fields, nothing that could be ugly."""

import pytest
from django.core.exceptions import ValidationError

from cms.models import HomePage
from cms.models.home import SectionsBlock
from tests.cms import factories


pytestmark = pytest.mark.django_db


@pytest.fixture
def home(news):
    return HomePage.objects.get(locale__language_code="vi")


@pytest.fixture
def page(news):
    return factories.standard(news["vi"], "Con đường đến chứng chỉ")


def place(home, *sections):
    home.sections = list(sections)
    home.save_revision().publish()


def links(*pages):
    return [{"page": page, "note": "Một câu."} for page in pages]


def test_a_highlight_leads_to_the_page_that_says_more(client, home, page):
    place(home, ("highlight", {"title": "Yêu cầu mới", "text": "Từ tháng 12.", "page": page, "words": "Xem yêu cầu"}))  # fmt: skip
    html = client.get("/").content.decode()
    assert 'id="highlight"' in html
    assert f'href="{page.url}">Xem yêu' in html.replace("\u00a0", " ")


def test_a_text_stands_beside_its_drawing(client, home, page):
    place(home, ("figure_text", {"title": "Vì sao đo?", "text": "Không đo thì không biết.", "drawing": "C03", "page": page}))  # fmt: skip
    html = client.get("/").content.decode()
    assert "Không đo thì không biết." in html.replace("\u00a0", " ")
    assert '<div class="chead__fig"><svg viewBox="0 0 360 180" class="fig"' in html


def test_rows_of_links_leave_out_what_nobody_may_read(client, home, page, news):
    hidden = factories.standard(news["vi"], "Trang ẩn")
    place(home, ("link_rows", {"title": "Đi tiếp", "links": links(page, hidden)}))
    assert hidden.url in client.get("/").content.decode()
    hidden.unpublish()
    html = client.get("/").content.decode()
    assert page.url in html
    assert "Trang ẩn" not in html


def test_a_highlight_of_a_page_that_was_taken_back_is_gone(client, home, page):
    place(home, ("highlight", {"title": "Yêu cầu mới", "text": "Từ tháng 12.", "page": page, "words": "Xem"}))  # fmt: skip
    page.unpublish()
    assert 'id="highlight"' not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "value",
    [
        {"title": "x" * 81, "text": "Một câu.", "words": "Xem"},
        {"title": "Tin", "text": "x" * 241, "words": "Xem"},
        {"title": "Tin", "text": "Một câu.", "words": "x" * 41},
    ],
    ids=["title", "text", "words"],
)
def test_no_field_may_be_longer_than_its_place(page, value):
    block = SectionsBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python([{"type": "highlight", "value": {**value, "page": page.pk}}]))


@pytest.mark.parametrize("count", [1, 7])
def test_rows_of_links_are_two_to_six(page, count):
    block = SectionsBlock()
    rows = [{"type": "item", "value": {"page": page.pk, "note": ""}} for _ in range(count)]
    raw = [{"type": "link_rows", "value": {"title": "Đi tiếp", "links": rows}}]
    with pytest.raises(ValidationError):
        block.clean(block.to_python(raw))
