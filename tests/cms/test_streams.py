"""Writers' YAML becomes the raw value of a StreamField, or says what is wrong."""

import pytest
import yaml
from hypothesis import given, strategies as st

from cms.streams import BlockError, stream_from_yaml


FORMULA = {
    "expression": "OEE = A × P × Q",
    "spoken": "OEE bằng A nhân P nhân Q",
    "terms": [{"symbol": "A", "name": "Mức độ sẵn sàng", "meaning": "chạy / kế hoạch"}],
}
EXAMPLE = {
    "title": "Ví dụ: một ca",
    "intro": "<p>Ca 480 phút.</p>",
    "columns": ["Tỷ số", "Cách tính", "Kết quả"],
    "rows": [["A", "405 / 450 của kế hoạch trong ca", "90,0%"]],
}


def test_every_kind_of_block_is_stored_with_its_name_and_an_id():
    given_blocks = [
        {"heading": "Một mục"},
        {"text": "<p>Một đoạn <strong>chữ</strong>.</p>"},
        {"formula": FORMULA},
        {"worked_example": EXAMPLE},
        {"table": {"caption": "Bảng", "columns": ["a", "b"], "rows": [["x", 1]]}},
        {"callout": {"title": "Lưu ý", "text": "<p>Đọc kỹ.</p>"}},
        {"reflection": {"prompt": "Ở chỗ bạn thì sao?"}},
        {"live_figure": "certified_2026_2030"},
        {"summary": ["Một.", "Hai."]},
    ]
    raw = stream_from_yaml(given_blocks)
    assert [block["type"] for block in raw] == [next(iter(block)) for block in given_blocks]
    assert len({block["id"] for block in raw}) == len(raw)


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=5))
def test_the_same_file_always_gives_the_same_value(headings):
    blocks = [{"heading": heading} for heading in headings]
    assert stream_from_yaml(blocks) == stream_from_yaml(blocks)


def test_a_column_of_figures_stands_to_the_right_and_a_column_of_words_does_not():
    table = stream_from_yaml([{"worked_example": EXAMPLE}])[0]["value"]["table"]
    assert [column["type"] for column in table["columns"]] == ["text", "text", "number"]


def test_a_last_line_of_words_keeps_its_column_from_being_one_of_figures():
    blocks = [{"worked_example": {**EXAMPLE, "total": ["OEE", "tích", "chưa đủ số liệu"]}}]
    value = stream_from_yaml(blocks)[0]["value"]
    assert value["table"]["columns"][2]["type"] == "text"
    assert [cell["value"] for cell in value["total"]] == ["OEE", "tích", "chưa đủ số liệu"]


def test_a_chart_is_kept_as_text_that_an_editor_can_read():
    chart = {"kind": "bars", "unit": "phút", "items": [{"label": "Dừng máy", "value": 27}]}
    figure = {"title": "T", "caption": "C", "description": "D", "chart": chart}
    stored = stream_from_yaml([{"figure": figure}])[0]["value"]["chart"]
    assert yaml.safe_load(stored) == chart
    assert "Dừng máy" in stored


def test_a_kind_of_another_app_is_stored_as_it_is():
    assert stream_from_yaml([{"check": "Q013"}], plain={"check"})[0]["value"] == "Q013"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ({"video": "x"}, "there is no kind 'video'"),
        ({"heading": "a", "text": "b"}, "one kind and its value"),
        ("heading", "one kind and its value"),
        ({"heading": "  "}, "holds no text"),
        ({"text": 5}, "not text"),
        ({"text": "<p><script>x</script></p>"}, "<script> is not allowed"),
        ({"formula": "A = B"}, "needs expression"),
        ({"formula": {**FORMULA, "spoken": ""}}, "spoken is missing"),
        ({"callout": {"title": "a", "text": "<p>b</p>", "colour": "red"}}, "colour is not known"),
        ({"table": {"caption": "c", "columns": ["a", "b"], "rows": [["x"]]}}, "row 1 has 1 cells"),
        ({"worked_example": {**EXAMPLE, "total": ["x"]}}, "row 2 has 1 cells"),
        ({"summary": []}, "list of sentences"),
    ],
)
def test_a_wrong_block_is_named_with_its_place_and_the_reason(block, reason):
    with pytest.raises(BlockError, match=r"^Block 2") as caught:
        stream_from_yaml([{"heading": "Đúng"}, block])
    assert reason in str(caught.value)
