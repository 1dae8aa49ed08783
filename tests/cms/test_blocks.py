"""What each block shows, and what it refuses."""

import logging

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError

from cms.blocks import BodyBlock, FigureBlock, anchor
from cms.charts import ChartError
from cms.streams import stream_from_yaml
from tests.cms.test_streams import EXAMPLE, FORMULA


CHART = "kind: bars\nunit: phút\nitems:\n- {label: Dừng máy, value: 27}\n"
FIGURE = {
    "title": "Dừng máy",
    "caption": "Máy dừng 27 phút trong ca.",
    "description": "Một thanh dài 27 phút.",
    "chart": CHART,
}


def shown(*blocks):
    body = BodyBlock()
    return body.to_python(stream_from_yaml(list(blocks))).render_as_block()


def test_a_heading_can_be_linked_to():
    assert '<h2 id="vi-sao-do">' in shown({"heading": "Vì sao đo?"})


def test_a_heading_of_signs_only_still_has_an_anchor():
    assert anchor("???") == "muc"


def test_a_formula_is_read_aloud_in_words_and_its_operators_stand_apart():
    html = shown({"formula": FORMULA})
    assert 'aria-label="OEE bằng A nhân P nhân Q"' in html
    assert "<i>×</i>" in html
    assert "<dt>A</dt>" in html


def test_a_worked_example_shows_its_calculation_with_headings_for_phones():
    html = shown(
        {"worked_example": {**EXAMPLE, "total": ["OEE", "", "78,0%"], "conclusion": "<p>Vậy.</p>"}}
    )
    assert '<td data-label="Kết quả" class="n">90,0%</td>' in html
    assert "<tfoot>" in html
    assert '<th scope="row">OEE</th>' in html
    assert "<p>Vậy.</p>" in html


def test_a_table_has_a_caption_and_scoped_headings():
    html = shown(
        {"table": {"caption": "Hai mục tiêu", "columns": ["Mục tiêu", "Số"], "rows": [["a", "5"]]}}
    )
    assert "<caption>Hai mục tiêu</caption>" in html
    assert '<th scope="col" class="n">Số</th>' in html


def test_a_note_a_reflection_and_a_summary_are_sections_of_their_own():
    html = shown(
        {"callout": {"title": "Lưu ý", "text": "<p>Đọc kỹ.</p>"}},
        {"reflection": {"prompt": "Ở chỗ bạn thì sao?", "hint": "Bắt đầu từ ca sáng."}},
        {"summary": ["Một.", "Hai."]},
    )
    assert '<aside class="note">' in html
    assert "Bắt đầu từ ca sáng." in html
    assert "<li>Hai.</li>" in html


def test_what_is_written_in_a_block_is_never_markup():
    assert "<script>" not in shown({"summary": ["<script>alert(1)</script>"]})


def test_a_figure_is_drawn_with_its_words_for_those_who_do_not_see_it():
    with override("vi"):
        html = FigureBlock().render(FigureBlock().to_python(FIGURE))
    assert "<svg" in html
    assert "Máy dừng 27 phút trong ca." in html
    assert "Một thanh dài 27 phút." in html


@pytest.mark.parametrize(
    "chart", ["kind: bars\n  items: [", "just words", "kind: pie", "kind: bars\nunit: x\n", ""]
)
def test_a_chart_that_cannot_be_drawn_is_refused_at_its_own_field(chart):
    block = FigureBlock()
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python({**FIGURE, "chart": chart}))
    assert set(caught.value.block_errors) == {"chart"}


def test_a_good_figure_passes():
    block = FigureBlock()
    assert block.clean(block.to_python(FIGURE))["chart"].startswith("kind: bars")


def test_an_unfinished_figure_of_a_draft_shows_its_words(caplog):
    block = FigureBlock()
    with caplog.at_level(logging.WARNING):
        html = block.render(block.to_python({**FIGURE, "chart": "kind: pie"}))
    assert "<svg" not in html
    assert "Máy dừng 27 phút trong ca." in html
    assert "Dừng máy" in caplog.text


def test_a_last_line_that_does_not_fit_the_columns_is_refused():
    block = BodyBlock().child_blocks["worked_example"]
    raw = stream_from_yaml([{"worked_example": EXAMPLE}])[0]["value"]
    raw["total"] = [{"type": "item", "value": "nửa dòng", "id": "1"}]
    with pytest.raises(ValidationError):
        block.clean(block.to_python(raw))


def test_a_worked_example_without_a_last_line_passes():
    block = BodyBlock().child_blocks["worked_example"]
    raw = stream_from_yaml([{"worked_example": EXAMPLE}])[0]["value"]
    assert block.clean(block.to_python(raw))["title"] == "Ví dụ: một ca"


def test_the_settings_of_a_chart_are_not_found_by_search():
    block = FigureBlock()
    assert "kind" not in " ".join(block.get_searchable_content(block.to_python(FIGURE)))


def test_a_chart_error_is_a_sentence_for_people():
    with pytest.raises(ChartError, match=r"\.$"):
        FigureBlock.drawn({**FIGURE, "chart": "kind: pie"})


@pytest.mark.django_db
def test_a_live_number_is_counted_when_it_is_shown_and_says_what_it_counts():
    raw = stream_from_yaml([{"live_figure": "certified_2026_2030"}])
    assert raw[0]["value"] == "certified_2026_2030"
    with override("en"):
        html = shown({"live_figure": "certified_2026_2030"})
    assert "<dt>Experts certified from 2026</dt>" in html
    assert '<span class="num">0</span>' in html


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_a_live_number_of_a_demonstration_is_called_illustrative(demo):
    body = BodyBlock()
    value = body.to_python(stream_from_yaml([{"live_figure": "certified_2021_2025"}]))
    with override("en"):
        html = value[0].render(context={"demo_mode": demo})
    assert ("Illustrative figures" in html) is demo
