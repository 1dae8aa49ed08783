"""When a holder reports, how a report is judged, and what a renewal asks for."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from certificates.rules.cpd import Credit, asked_of_span, tally, years_of
from certificates.rules.keeping import Kept, renewal_checks
from certificates.rules.surveillance import (
    TRANSITIONS,
    ReportAct,
    ReportOutOfTurn,
    ReportState,
    after,
    reports_to_open,
)
from certificates.rules.validity import valid_until


FIRST = date(2024, 5, 14)
LAST = valid_until(FIRST, months=36)


@given(st.dates(date(2021, 1, 1), date(2031, 1, 1)), st.integers(1, 60), st.integers(1, 24))
def test_spans_of_any_length_cover_the_time_once(first, lasts, months):
    last = valid_until(first, months=lasts)
    spans = years_of(first, last, months=months)
    assert (spans[0].first, spans[-1].last) == (first, last)
    assert all(b.first == a.last + timedelta(days=1) for a, b in pairwise(spans))
    every_day = [
        Credit(first + timedelta(days=n), Decimal(1)) for n in range((last - first).days + 1)
    ]
    hours = [tally(every_day, first=each.first, last=each.last, asked=0) for each in spans]
    assert sum(each.reached for each in hours) == len(every_day)


@pytest.mark.parametrize(("months", "asked"), [(12, 16), (6, 8), (18, 24), (7, 10)])
def test_hours_asked_of_a_span_follow_its_length(months, asked):
    assert asked_of_span(16, months=months) == asked


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2025, 4, 12), []),
        (date(2025, 4, 13), [1]),
        (date(2025, 6, 12), [1]),
        (date(2025, 6, 13), []),
        (date(2026, 5, 1), [2]),
        (LAST, []),
    ],
)
def test_a_report_opens_a_month_before_its_span_ends_and_never_afterwards(day, numbers):
    opened = reports_to_open(FIRST, LAST, months=12, day=day)
    assert [span.number for span in opened] == numbers


@pytest.mark.parametrize("act", ReportAct)
@pytest.mark.parametrize("state", ReportState)
def test_every_act_leads_on_or_is_out_of_turn(state, act):
    if (state, act) in TRANSITIONS:
        assert after(state, act) not in {state, ReportState.DUE}
        return
    with pytest.raises(ReportOutOfTurn) as problem:
        after(state, act)
    assert (problem.value.state, problem.value.act) == (state, act)


def test_what_is_fulfilled_stays_fulfilled():
    assert not [state for state, _act in TRANSITIONS if state == ReportState.FULFILLED]


KEPT = Kept(Decimal(48), 48, 1, 1, 2, 2, 0, is_suspended=False)


@pytest.mark.parametrize(
    ("changes", "unmet"),
    [
        ({}, []),
        ({"hours": Decimal("47.75")}, ["cpd_hours"]),
        ({"projects": 0}, ["cpd_projects"]),
        ({"reports_fulfilled": 1}, ["reports"]),
        ({"reports_fulfilled": 0, "reports_asked": 0}, []),
        ({"open_complaints": 1}, ["no_complaint"]),
        ({"is_suspended": True}, ["not_suspended"]),
    ],
)
def test_a_renewal_names_what_is_missing(changes, unmet):
    checks = renewal_checks(Kept(**{**vars(KEPT), **changes}))
    assert [check.need.kind for check in checks if not check.met] == unmet
