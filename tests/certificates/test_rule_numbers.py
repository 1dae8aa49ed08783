import contextlib

import pytest
from hypothesis import assume, given, strategies as st

from certificates.rules.numbers import (
    CertificateNumber,
    Malformed,
    Mistyped,
    YearFull,
    check_digits,
    grouped,
    numbered,
    parse,
    squeeze,
)


NUMBERS = st.builds(
    CertificateNumber,
    prefix=st.sampled_from(["VNPQ", "VNPR", "VNPI"]),
    year=st.integers(2021, 2046),
    sequence=st.integers(1, 9999),
)


@pytest.mark.parametrize(
    ("sequence", "year", "written"),
    [
        (471, 2026, "VNPQ 2026 0471 10"),
        (338, 2025, "VNPQ 2025 0338 48"),
        (126, 2024, "VNPQ 2024 0126 32"),
    ],
)
def test_check_digits_are_mod_97_10(sequence, year, written):
    assert numbered(prefix="VNPQ", year=year, sequence=sequence).grouped == written


@given(NUMBERS)
def test_the_whole_number_leaves_one_modulo_97(number):
    assert int("".join(str(int(char, 36)) for char in number.canonical)) % 97 == 1


@given(NUMBERS, st.sampled_from([" ", ".", "-", "", "  ", " – ", "/"]))
def test_case_and_grouping_do_not_matter(number, separator):
    typed = separator.join(number.grouped.split()).lower()
    assert parse(f" {typed} ") == number


@given(NUMBERS, st.integers(0, 13), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_a_typing_error(number, place, digit):
    wrong = number.canonical[:place] + digit + number.canonical[place + 1 :]
    assume(place > 3 and wrong != number.canonical)
    with pytest.raises(Mistyped):
        parse(wrong)


@given(NUMBERS, st.integers(4, 12))
def test_two_swapped_digits_are_a_typing_error(number, place):
    text = number.canonical
    assume(text[place] != text[place + 1])
    with pytest.raises(Mistyped):
        parse(text[:place] + text[place + 1] + text[place] + text[place + 2 :])


@pytest.mark.parametrize(
    "text",
    ["", "VNPQ", "VNPQ 2026 471 10", "1234 2026 0471 10", "VNPQ 2026 0471 1O", "VNPQ2026047110X"],
)
def test_another_shape_is_no_number(text):
    with pytest.raises(Malformed):
        parse(text)


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_problem(text):
    with contextlib.suppress(Malformed, Mistyped):
        assert parse(text).canonical == squeeze(text)


@pytest.mark.parametrize("sequence", [0, 10_000])
def test_a_year_has_9999_numbers(sequence):
    with pytest.raises(YearFull):
        numbered(prefix="VNPQ", year=2026, sequence=sequence)


def test_a_stored_number_is_grouped_for_reading():
    assert grouped("VNPQ2026047110") == "VNPQ 2026 0471 10"
    assert check_digits("VNPQ20260471") == "10"
