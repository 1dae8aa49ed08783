"""The line drawings of the course topics."""

import re

import pytest
from django.utils.translation import override

from cms.topics import FIGURES, topic_figure
from tests.cms.drawing import assert_plain_svg, parse


@pytest.mark.parametrize("code", [*FIGURES, "C99"])
def test_each_topic_is_a_labelled_drawing(code):
    drawing = topic_figure(code)
    assert_plain_svg(drawing)
    svg = parse(drawing)
    assert svg.get("viewBox") == "0 0 360 180"
    assert svg.get("role") == "img"
    assert len(svg.get("aria-label")) > 10


def test_the_eight_courses_have_eight_different_drawings():
    assert sorted(FIGURES) == [f"C0{number}" for number in range(1, 9)]
    assert len({topic_figure(code) for code in FIGURES}) == 8


@pytest.mark.parametrize("code", FIGURES)
def test_nothing_leaves_the_field(code):
    coordinates = [
        (float(x), float(y))
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", topic_figure(code))
    ]
    assert all(0 <= x <= 360 and 0 <= y <= 180 for x, y in coordinates)


def test_gold_marks_only_the_one_thing_to_notice():
    assert all(topic_figure(code).count('class="gm"') <= 1 for code in FIGURES)


def test_the_words_follow_the_language():
    with override("en"):
        assert "Waiting" in topic_figure("C04")
