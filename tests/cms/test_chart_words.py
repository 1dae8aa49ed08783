"""How the words and numbers of charts are measured, broken and written."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, strategies as st

from cms.charts.letters import fit, widest, width, wrap
from cms.charts.scale import Writer, from_zero, round_steps
from cms.fonts import full_fonts


VIETNAMESE = (
    "Nguyễn Thị Ngọc Ẩn đo hiệu suất thiết bị: 1.000,5 phút (khoảng 72%), Ứng dụng ĐỒNG BỘ"
)


@pytest.mark.parametrize("weight", [400, 600])
def test_the_measure_is_never_too_small_for_the_real_letters(weight):
    font = TTFont(full_fonts()[weight])
    real = sum(font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in VIETNAMESE) / 1000
    assert real * 0.99 <= width(VIETNAMESE, 1) <= real * 1.08


def test_a_letter_of_another_script_is_given_room():
    assert width("漢", 10) == 8


@given(
    st.lists(
        st.text("aăâbcdđeêgiklmnoôơpqrstuưvxy", min_size=1, max_size=12), min_size=1, max_size=12
    )
)
def test_wrapping_keeps_every_letter_and_the_room(words):
    text = " ".join(words)
    lines = wrap(text, 60, 13)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert widest(lines, 13) <= 60


def test_lines_are_of_about_the_same_length_and_words_stay_whole():
    assert wrap("Chờ nguyên vật liệu từ kho trung tâm", 260, 15) == [
        "Chờ nguyên vật liệu",
        "từ kho trung tâm",
    ]
    assert wrap("Tháng 12", 42, 13) == ["Tháng", "12"]


def test_words_shrink_before_they_are_refused():
    assert fit(["Tháng 1"], 42).size == 13
    assert fit(["nghiêng"], 50).size == 12
    assert fit(["nghiêng ngả nghiêng ngả nghiêng ngả nghiêng"], 60) is None
    assert fit(["nghiêngngảnghiêng"], 40) is None


def test_the_widest_of_nothing_is_nothing():
    assert widest([], 13) == 0


@pytest.mark.parametrize(
    ("value", "unit", "vietnamese", "english"),
    [
        (1000.5, "", "1.000,5", "1,000.5"),
        (12.5, "%", "12,5%", "12.5%"),
        (-27, "phút", "−27\u00a0phút", "−27\u00a0phút"),
        (0.1 + 0.2, "", "0,3", "0.3"),
        (1_000_000, "", "1.000.000", "1,000,000"),
        (0, "", "0", "0"),
    ],
)
def test_numbers_are_written_as_each_language_does(value, unit, vietnamese, english):
    assert Writer("vi").amount(value, unit) == vietnamese
    assert Writer("en").amount(value, unit) == english


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6), st.integers(2, 6))
def test_axes_cover_their_values_in_few_round_steps(low, span, count):
    steps = round_steps(low, low + span, count)
    unseen = 1e-6 + 1e-8 * span  # far less than the width of a line
    assert steps[0] <= low + 1e-6 * abs(low) + unseen
    assert steps[-1] >= low + span - 1e-6 * abs(low + span) - unseen
    assert 2 <= len(steps) <= 2 * count + 3


def test_an_axis_of_one_value_has_a_length():
    assert len(set(round_steps(5, 5, 4))) > 1
    assert len(set(from_zero([0], 4))) > 1
