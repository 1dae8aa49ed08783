from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from certificates.rules.decisions import Conflict, Ties, conflicts, document_number, taught_lately


DAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("taught", "barred"),
    [
        (date(2024, 5, 13), False),
        (date(2024, 5, 14), True),
        (date(2026, 5, 13), True),
        (date(2026, 6, 1), True),
    ],
)
def test_teaching_bars_for_24_months(taught, barred):
    assert taught_lately([taught], on=DAY) is barred


def test_29_february_is_compared_by_calendar():
    assert taught_lately([date(2024, 2, 29)], on=date(2026, 3, 1)) is False
    assert taught_lately([date(2024, 2, 29)], on=date(2026, 2, 28)) is True


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 2000))
def test_the_bar_only_ever_lifts_with_time(taught, days):
    earlier, later = taught + timedelta(days=days), taught + timedelta(days=days + 1)
    assert taught_lately([taught], on=earlier) or not taught_lately([taught], on=later)


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        (Ties(), []),
        (Ties(is_applicant=True), [Conflict.APPLICANT]),
        (Ties(is_checker=True), [Conflict.CHECKER]),
        (Ties(taught_on=(DAY,)), [Conflict.TEACHER]),
        (Ties(taught_on=(date(2020, 1, 1),)), []),
        (Ties(examined=True), [Conflict.EXAMINER]),
        (Ties(is_checker=True, examined=True), [Conflict.CHECKER, Conflict.EXAMINER]),
    ],
)
def test_every_tie_is_named(ties, found):
    assert conflicts(ties, on=DAY) == found


def test_document_numbers_below_ten_are_padded():
    assert [document_number(n) for n in (5, 118)] == ["05/QĐ-HĐCN", "118/QĐ-HĐCN"]
