from datetime import date

import pytest
from hypothesis import given, strategies as st

from certificates.rules.validity import add_months, valid_until


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 5, 14), 36, date(2029, 5, 14)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_are_calendar_months(day, months, then):
    assert add_months(day, months) == then


def test_the_last_day_is_the_day_before_the_anniversary():
    assert valid_until(date(2026, 5, 14), months=36) == date(2029, 5, 13)


@given(st.dates(date(2021, 1, 1), date(2060, 1, 1)), st.integers(1, 120))
def test_every_certificate_holds_for_some_time(day, months):
    assert valid_until(day, months=months) > day
