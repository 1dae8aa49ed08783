"""Charts: two drawings, the same numbers in a table, nothing cut and nothing on top of another."""

import re
from itertools import combinations

import pytest
import yaml

from cms.charts import ChartError, render
from cms.charts.letters import width
from tests.cms.drawing import assert_plain_svg, parse
from tests.house.test_sizes import ROOT


LONG = "Tốc độ tăng năng suất các nhân tố tổng hợp (TFP) của toàn nền kinh tế trong giai đoạn"
SPECS = {
    "bars": {"kind": "bars", "unit": "phút", "items": [
        {"label": "Chờ nguyên vật liệu", "value": 128.5}, {"label": LONG, "value": 64}]},
    "bars below zero": {"kind": "bars", "unit": "%", "items": [
        {"label": "Năng suất", "value": 6.4}, {"label": "TFP", "value": -1.2}]},
    "bars with wide numbers": {"kind": "bars", "unit": "%", "items": [{"label": "A", "value": 999_999_999_999}]},
    "bars of nothing": {"kind": "bars", "unit": "", "items": [{"label": "Không", "value": 0}]},
    "columns": {"kind": "columns", "unit": "điểm", "x": ["Sàng lọc", "Sắp xếp", "Sạch sẽ"],
        "series": [{"label": "Khu A", "values": [4, 3, 5]}]},
    "two columns": {"kind": "columns", "unit": "%", "x": [2021, 2022, 2023],
        "series": [{"label": "Kế hoạch", "values": [80, 82, 84]}, {"label": "Thực hiện", "values": [78.5, -3, 81]}]},
    "columns with long names": {"kind": "columns", "unit": "triệu đồng/người", "x": [LONG, LONG + "!", "Khác"],
        "series": [{"label": "", "values": [1200, 1350, 1280]}]},
    "columns in per cent with long names": {"kind": "columns", "unit": "%", "x": [LONG + str(n) for n in range(12)],
        "series": [{"label": "A", "values": [50] * 12}, {"label": "B", "values": [60] * 12}]},
    "columns with wide numbers": {"kind": "columns", "unit": "", "x": [f"T{n}" for n in range(1, 13)],
        "series": [{"label": "A", "values": [1234567.25] * 12}, {"label": "B", "values": [7654321] * 12}]},
    "line": {"kind": "line", "unit": "%", "x": [f"T{n}" for n in range(1, 13)],
        "series": [{"label": "OEE", "values": [61, 63.5, 62, 66, 68, 71, 70.5, 73, 75, 74, 77, 78]}],
        "target": {"label": "Mục tiêu", "value": 85}},
    "two lines": {"kind": "line", "unit": "giờ", "x": ["2019", "2020", "2021"],
        "series": [{"label": "Chuyền 1", "values": [12, 11, 8]}, {"label": "Chuyền 2", "values": [14, 13, 8.1]}]},
    "flat line": {"kind": "line", "unit": "", "x": ["một", "hai"], "series": [{"label": "", "values": [5, 5]}]},
    "line below zero": {"kind": "line", "unit": "", "x": ["một", "hai", "ba"], "series": [{"label": "", "values": [-5, -9, 3]}]},
    "long line": {"kind": "line", "unit": "triệu đồng", "x": [f"Quý {n} năm 2024" for n in range(24)],
        "series": [{"label": "Doanh thu", "values": [1000000 + n for n in range(24)]}]},
    "waterfall": {"kind": "waterfall", "unit": "phút", "start": {"label": "Thời gian kế hoạch", "value": 450},
        "losses": [{"label": "Hỏng máy", "value": 27}, {"label": "Không có", "value": 0}, {"label": "Chậm nhịp", "value": 45.5}],
        "end": {"label": "Thời gian hữu ích"}},
    "control": {"kind": "control", "unit": "mm", "values": [10.1, 9.9, 10.75, 9.3, 10], "cl": 10, "ucl": 10.6, "lcl": 9.4},
    "long control": {"kind": "control", "unit": "", "values": [10, 10.2] * 30, "cl": 10, "ucl": 10.6, "lcl": 9.4},
    "pareto": {"kind": "pareto", "unit": "lỗi", "items": [
        {"label": "Xước", "value": 120}, {"label": "Sai kích thước", "value": 64}, {"label": "Khác", "value": 9}]},
    "pareto with long names": {"kind": "pareto", "unit": "", "items": [
        {"label": LONG, "value": 3}, {"label": LONG * 2, "value": 2}, {"label": "Khác", "value": 0}]},
    "pareto of one": {"kind": "pareto", "unit": "", "items": [{"label": "Xước", "value": 0.5}]},
    "histogram": {"kind": "histogram", "unit": "mm", "edges": [9.5, 9.6, 9.7, 9.9, 10], "counts": [1, 8, 22, 0],
        "lsl": 9.4, "usl": 10.5},
    "histogram without limits": {"kind": "histogram", "unit": "", "edges": [n / 100 for n in range(1000, 1025)],
        "counts": [1234] * 24},
    "flow": {"kind": "flow", "loop": False, "steps": [{"title": "Học", "text": "Đủ giờ"}, {"title": "Thi", "text": ""}]},
    "short loop": {"kind": "flow", "loop": True, "steps": [{"title": t} for t in ("Học", "Thi", "Chứng nhận")]},
    "round of four": {"kind": "flow", "loop": True, "steps": [{"title": t, "text": LONG} for t in "PDCA"]},
    "round of five": {"kind": "flow", "loop": True, "steps": [{"title": f"Bước {n}", "text": "làm"} for n in range(5)]},
    "six steps": {"kind": "flow", "steps": [{"title": f"Bước {n}", "text": "làm"} for n in range(6)]},
    "progress": {"kind": "progress", "years": list(range(2021, 2031)),
        "national": [36, 88, 186, 304, 490, 552, None, None, None, None],
        "higher": [2, 8, 19, 38, 71, 88, None, None, None, None],
        "plan": [60, 150, 280, 430, 600, 690, 770, 850, 925, 1000]},
    "progress without a plan": {"kind": "progress", "years": [2021, 2022], "national": [30000, None],
        "higher": [None, None], "plan": None},
    "progress not begun": {"kind": "progress", "years": [2021], "national": [None], "higher": [None], "plan": None},
}  # fmt: skip


def _render(spec, language="vi", **words):
    given = {"title": "Tên hình", "description": "Mô tả", "caption": "Câu nói", **words}
    return render(spec, language=language, **given)


def _drawings(figure):
    return [parse(text) for text in re.findall(r'<svg[^>]*class="chart .*?</svg>', figure)]


def _texts(svg):
    for text in svg.iter("text"):
        size = float(text.get("font-size", 13))
        room = width(text.text, size)
        x, y = float(text.get("x")), float(text.get("y"))
        left = x - {"start": 0, "middle": room / 2, "end": room}[text.get("text-anchor", "start")]
        yield text.text, left, left + room, y - size * 0.72, y


def assert_words_stay_inside(spec):
    for svg in _drawings(_render(spec)):
        _x, _y, across, down = (float(part) for part in svg.get("viewBox").split())
        for words, left, right, top, bottom in _texts(svg):
            assert left >= -0.6, words
            assert right <= across + 0.6, words
            assert top >= 0, words
            assert bottom <= down, words


def assert_words_keep_apart(spec):
    for svg in _drawings(_render(spec)):
        for one, other in combinations(_texts(svg), 2):
            beside = one[2] <= other[1] + 0.5 or other[2] <= one[1] + 0.5
            above = one[4] <= other[3] + 0.5 or other[4] <= one[3] + 0.5
            assert beside or above, f"“{one[0]}” lies on “{other[0]}”"


@pytest.mark.parametrize("name", SPECS)
class TestEveryKind:
    def test_it_is_drawn_wide_and_narrow_with_name_and_description(self, name):
        figure = _render(SPECS[name])
        assert_plain_svg(figure)
        drawings = _drawings(figure)
        assert [svg.get("class") for svg in drawings] == [
            "chart chart--wide",
            "chart chart--phone",
        ]
        for svg in drawings:
            assert svg.get("role") == "img"
            title, description = svg.get("aria-labelledby").split()
            assert svg.find("title").get("id") == title
            assert svg.find("desc").get("id") == description

    def test_no_words_leave_the_sheet(self, name):
        assert_words_stay_inside(SPECS[name])

    def test_no_words_lie_on_other_words(self, name):
        assert_words_keep_apart(SPECS[name])

    def test_the_numbers_stand_in_a_table(self, name):
        figure = _render(SPECS[name])
        assert figure.count("<table>") == 1
        assert figure.index("</svg>") < figure.index("<details")

    def test_english_is_drawn_as_well(self, name):
        assert_plain_svg(_render(SPECS[name], language="en"))


def _lesson_charts():
    for path in sorted((ROOT / "courses" / "content").glob("*.yaml")):
        for lesson in yaml.safe_load(path.read_text())["lessons"]:
            for block in lesson["blocks"]:
                if "figure" in block:
                    yield pytest.param(
                        block["figure"]["chart"], id=f"{path.stem}-{lesson['slug']}"
                    )


@pytest.mark.parametrize("spec", list(_lesson_charts()))
def test_the_charts_of_the_lessons_keep_their_words_apart(spec):
    assert_words_stay_inside(spec)
    assert_words_keep_apart(spec)


def test_bars_and_columns_begin_at_zero():
    for name in ("bars", "columns"):
        for svg in _drawings(_render(SPECS[name])):
            assert "0" in {text.text for text in svg.iter("text")}


def test_bars_are_as_long_as_their_numbers():
    wide = _drawings(_render(SPECS["bars"]))[0]
    first, second = (float(rect.get("width")) for rect in wide.iter("rect"))
    assert first / second == pytest.approx(128.5 / 64, rel=0.005)


def test_long_names_of_columns_lie_down():
    _wide, narrow = _drawings(_render(SPECS["columns with long names"]))
    bar = next(narrow.iter("rect"))
    assert float(bar.get("width")) > float(bar.get("height"))


def test_a_waterfall_ends_with_what_is_left():
    figure = _render(SPECS["waterfall"])
    assert "377,5\u00a0phút" in figure
    assert "−45,5\u00a0phút" in figure


def test_samples_outside_the_limits_are_ringed_and_named():
    figure = _render(SPECS["control"])
    assert figure.count('class="ring"') == 4  # two samples on two drawings
    assert figure.count("outside the limits") + figure.count("ngoài giới hạn") == 2


def test_a_pareto_line_ends_at_the_whole():
    assert "100%" in _render(SPECS["pareto"])


def test_progress_nests_the_gold_part_and_leaves_years_to_come_empty():
    figure = _render(SPECS["progress"])
    assert '<td class="n">640</td>' in figure
    assert '<td class="n">–</td>' in figure
    assert _drawings(figure)[0].find(".//rect[@class='s3']") is not None


def test_a_target_stands_in_the_legend_with_its_number():
    assert "Mục tiêu: 85%" in _render(SPECS["line"])


def test_numbers_follow_the_language():
    assert "128,5\u00a0phút" in _render(SPECS["bars"], language="vi")
    assert "128.5\u00a0phút" in _render(SPECS["bars"], language="en")


def test_words_of_authors_are_escaped():
    spec = {"kind": "bars", "unit": "<b>", "items": [{"label": "<script>", "value": 1}]}
    figure = _render(spec, title="<i>", description="<i>", caption="<i>")
    assert "<script" not in figure
    assert "<i>" not in figure
    assert "<b>" not in figure


def test_two_charts_on_a_page_share_no_id():
    assert_plain_svg(_render(SPECS["bars"]) + _render(SPECS["bars"]))


def test_without_a_caption_there_is_none():
    assert "<figcaption>" not in _render(SPECS["bars"], caption="")


WRONG = [
    (None, "described by its kind"),
    ({"kind": "pie"}, "no chart of the kind “pie”"),
    ({"kind": "bars", "unit": "", "items": []}, "1 to 8 entries"),
    ({"kind": "bars", "unit": "", "items": "abc"}, "list for “items”"),
    ({"kind": "bars", "unit": "", "items": ["abc"]}, "label and a value"),
    ({"kind": "bars", "unit": 5, "items": [{"label": "A", "value": 1}]}, "text for “unit”"),
    ({"kind": "bars", "unit": "", "items": [{"label": " ", "value": 1}]}, "text for “label”"),
    ({"kind": "bars", "unit": "", "items": [{"label": "A", "value": True}]}, "must be a number"),
    ({"kind": "bars", "unit": "", "items": [{"label": "A", "value": float("inf")}]}, "must be a number"),
    ({"kind": "columns", "unit": "", "x": ["a", "b"], "series": [{"label": "", "values": [1]}]}, "needs 2 values"),
    ({"kind": "waterfall", "unit": "", "start": {"label": "A", "value": 5}, "losses": [{"label": "B", "value": 9}],
      "end": {"label": "C"}}, "not exceed the start"),
    ({"kind": "waterfall", "unit": "", "start": {"label": "A", "value": 5}, "losses": [{"label": "B", "value": -1}],
      "end": {"label": "C"}}, "must be positive"),
    ({"kind": "control", "unit": "", "values": [1, 2], "cl": 9, "ucl": 3, "lcl": 1}, "between the lower and the upper"),
    ({"kind": "pareto", "unit": "", "items": [{"label": "A", "value": 1}, {"label": "B", "value": 2}]}, "falling order"),
    ({"kind": "pareto", "unit": "", "items": [{"label": "A", "value": 0}]}, "positive amounts"),
    ({"kind": "histogram", "unit": "", "edges": [2, 1], "counts": [1]}, "must rise"),
    ({"kind": "histogram", "unit": "", "edges": [1, 2], "counts": [1, 2]}, "one edge more"),
    ({"kind": "histogram", "unit": "", "edges": [1, 2], "counts": [-1]}, "upwards from zero"),
    ({"kind": "flow", "steps": [{"title": "A"}, {"title": "B"}], "loop": "yes"}, "true or false"),
    ({"kind": "progress", "years": [1, 2], "national": [1], "higher": [1, 2]}, "one value for each year"),
]  # fmt: skip


@pytest.mark.parametrize(("spec", "sentence"), WRONG)
def test_a_wrong_description_is_refused_with_a_sentence(spec, sentence):
    with pytest.raises(ChartError, match=re.escape(sentence)):
        _render(spec)
