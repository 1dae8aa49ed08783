from datetime import date

import pytest
from hypothesis import given, strategies as st

from certificates.rules.progress import (
    PERIODS,
    Counting,
    Holding,
    Level,
    counting,
    cumulative,
    period_of,
)


FIRST, SECOND = (period.code for period in PERIODS)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2020, 12, 31), None),
        (date(2021, 1, 1), FIRST),
        (date(2025, 12, 31), FIRST),
        (date(2026, 1, 1), SECOND),
        (date(2031, 1, 1), None),
    ],
)
def test_a_day_lies_in_one_period_or_none(day, code):
    found = period_of(day)
    assert (found.code if found else None) == code


def count(scheme="NSCL-QG", level=Level.NATIONAL, on=date(2026, 5, 14), earlier=()):
    return counting(scheme=scheme, level=level, issued_on=on, earlier=earlier)


def test_a_first_national_certificate_counts_once():
    assert count() == Counting(SECOND, "")


def test_a_first_regional_certificate_counts_inside_the_total():
    assert count("NSCL-KV", Level.REGIONAL) == Counting(SECOND, SECOND)


def test_a_person_already_counted_is_counted_only_among_the_higher():
    earlier = [Holding("NSCL-QG", SECOND, "")]
    assert count("NSCL-KV", Level.REGIONAL, earlier=earlier) == Counting("", SECOND)


def test_a_renewal_counts_nowhere():
    assert count(earlier=[Holding("NSCL-QG", FIRST, "")]) == Counting("", "")


def test_a_higher_level_in_the_next_period_counts_there():
    earlier = [Holding("NSCL-QG", FIRST, "")]
    assert count("NSCL-KV", Level.REGIONAL, earlier=earlier) == Counting(SECOND, SECOND)


def test_a_second_higher_level_counts_no_more():
    earlier = [Holding("NSCL-QG", SECOND, ""), Holding("NSCL-KV", "", SECOND)]
    assert count("NSCL-QT", Level.INTERNATIONAL, earlier=earlier) == Counting("", "")


def test_outside_the_programme_nothing_counts():
    assert count(on=date(2031, 3, 1)) == Counting("", "")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                ("NSCL-QG", Level.NATIONAL),
                ("NSCL-KV", Level.REGIONAL),
                ("NSCL-QT", Level.INTERNATIONAL),
            ]
        ),
        st.dates(date(2020, 1, 1), date(2031, 12, 31)),
    ),
    max_size=10,
)


@given(STEPS)
def test_whatever_a_person_earns_they_count_at_most_once_a_period(steps):
    held = []
    for (scheme, level), day in sorted(steps, key=lambda step: step[1]):
        counts = count(scheme, level, day, held)
        held.append(Holding(scheme, counts.period, counts.higher_period))
    for code in (FIRST, SECOND):
        total = sum(holding.counted_in == code for holding in held)
        higher = sum(holding.counted_higher_in == code for holding in held)
        assert higher <= total <= 1


@given(st.dictionaries(st.integers(2021, 2025), st.integers(0, 300)), st.integers(2020, 2026))
def test_running_totals_never_fall_and_stop_at_today(by_year, until):
    totals = cumulative(by_year, range(2021, 2026), until=until)
    known = [total for total in totals if total is not None]
    assert known == sorted(known)
    assert len(known) == max(0, min(until, 2025) - 2020)
