"""Numbers are read as their writer meant them, in either language's habit."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from exams.rules.numbers import format_number, parse_number


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1.234,5", "vi", "1234.5"),
        ("1.234,5", "en", "1234.5"),
        ("1,234.5", "vi", "1234.5"),
        ("1234.5", "vi", "1234.5"),
        ("1234,5", "en", "1234.5"),
        ("41,4", "vi", "41.4"),
        ("41.4", "vi", "41.4"),
        ("41.4 %", "vi", "41.4"),
        ("1.234", "vi", "1234"),
        ("1.234", "en", "1.234"),
        ("1,234", "vi", "1.234"),
        ("1,234", "en", "1234"),
        ("0.125", "vi", "0.125"),
        ("1.234.567", "vi", "1234567"),
        ("1 234 567,25", "vi", "1234567.25"),
        ("48600", "en", "48600"),
        ("+7", "vi", "7"),
        ("\u22122,5", "vi", "-2.5"),
        (" 48 ", "vi", "48"),
        ("5,", "vi", "5"),
    ],
)
def test_a_number_is_read(text, language, value):
    assert parse_number(text, language) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bốn",
        "4 8",
        "1.23.456",
        "1,2,3",
        "1.2345.6",
        "1,234.5.6",
        "12.34,5",
        ",5",
        "1e5",
        "--3",
        "٣",
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_no_number_is_none(text, language):
    assert parse_number(text, language) is None


@given(
    value=st.decimals(min_value=-(10**9), max_value=10**9, places=3),
    language=st.sampled_from(["vi", "en"]),
)
def test_what_a_language_writes_it_reads_back(value, language):
    assert parse_number(format_number(value, language), language) == value


@given(value=st.decimals(min_value=0, max_value=10**9, places=3))
def test_both_marks_make_a_number_clear_in_any_language(value):
    for writer in ("vi", "en"):
        text = format_number(value, writer, 3)
        if "." in text and "," in text:
            assert {parse_number(text, reader) for reader in ("vi", "en")} == {value}


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text):
    assert parse_number(text, "vi") is None or isinstance(parse_number(text, "vi"), Decimal)


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [("1234.50", None, "1.234,5", "1,234.5"), ("270", 0, "270", "270"), ("4.55", 1, "4,6", "4.6")],
)
def test_numbers_are_written_in_the_habit_of_the_language(value, decimals, vi, en):
    assert format_number(Decimal(value), "vi", decimals) == vi
    assert format_number(Decimal(value), "en", decimals) == en
