"""Hours by year of a certificate: no day is left out and none counts twice."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, strategies as st

from certificates.rules.cpd import Credit, Tally, by_year, tally, years_of
from certificates.rules.validity import valid_until


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
months = st.integers(1, 72)
hours = st.decimals("0.25", "200", places=2)


@given(days, months)
def test_the_years_cover_the_validity_without_a_gap(issued_on, months):
    last = valid_until(issued_on, months=months)
    years = years_of(issued_on, last)
    assert years[0].first == issued_on
    assert years[-1].last == last
    for before, after in pairwise(years):
        assert after.first == before.last + timedelta(days=1)
    assert len(years) == -(-months // 12)


@given(days, months, st.lists(st.tuples(st.integers(-400, 2600), hours)))
def test_an_hour_counts_in_one_year_or_in_none(issued_on, months, entries):
    last = valid_until(issued_on, months=months)
    done = [Credit(issued_on + timedelta(days=after), each) for after, each in entries]
    years = by_year(done, years_of(issued_on, last), asked=16)
    whole = tally(done, first=issued_on, last=last, asked=48)
    assert sum(each.reached for _year, each in years) == whole.reached


@given(st.decimals("0", "500", places=2), st.integers(0, 200))
def test_a_full_bar_means_enough(reached, asked):
    found = Tally(reached, asked)
    assert (found.percent == 100) == found.met == (found.missing == 0)
    assert 0 <= found.percent <= 100


def test_a_leap_day_keeps_its_years():
    years = years_of(date(2024, 2, 29), valid_until(date(2024, 2, 29), months=36))
    assert [(year.first, year.last) for year in years] == [
        (date(2024, 2, 29), date(2025, 2, 27)),
        (date(2025, 2, 28), date(2026, 2, 27)),
        (date(2026, 2, 28), date(2027, 2, 27)),
    ]
    assert tally([Credit(date(2025, 2, 28), Decimal(3))], **_span(years[1])).reached == 3


def _span(year):
    return {"first": year.first, "last": year.last, "asked": 16}
