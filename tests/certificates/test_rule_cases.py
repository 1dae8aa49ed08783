"""Reviews and complaints: which act leads where, and by when."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from certificates.rules import cases as rules
from certificates.rules.cases import CaseAct, CaseState


MONDAY = date(2026, 11, 23)


def test_a_case_goes_from_its_confirmation_to_its_decision():
    state = CaseState.UNCONFIRMED
    for act in (CaseAct.RECEIVE, CaseAct.SAY, CaseAct.ACKNOWLEDGE, CaseAct.ASK, CaseAct.DECIDE):
        state = rules.after(state, act)
    assert state == CaseState.DECIDED


@pytest.mark.parametrize("state", [CaseState.DECIDED, CaseState.TAKEN_BACK])
@pytest.mark.parametrize("act", list(CaseAct))
def test_nothing_happens_to_a_case_that_has_ended(state, act):
    with pytest.raises(rules.CaseOutOfTurn):
        rules.after(state, act)


def test_nobody_decides_before_somebody_has_taken_it_up():
    with pytest.raises(rules.CaseOutOfTurn):
        rules.after(CaseState.RECEIVED, CaseAct.DECIDE)


@given(st.lists(st.sampled_from(list(CaseAct)), max_size=12))
def test_whatever_is_tried_a_decided_case_was_taken_up_first(acts):
    state, done = CaseState.UNCONFIRMED, []
    for act in acts:
        try:
            state = rules.after(state, act)
        except rules.CaseOutOfTurn:
            continue
        done.append(act)
    if state == CaseState.DECIDED:
        assert done.index(CaseAct.ACKNOWLEDGE) < done.index(CaseAct.DECIDE)
    assert (state in rules.OPEN) == (state not in {CaseState.DECIDED, CaseState.TAKEN_BACK})


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (MONDAY, date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 12, 4)),
        (date(2026, 11, 28), date(2026, 12, 4)),
    ],
)
def test_weekends_do_not_count_until_a_case_is_taken_up(day, last):
    assert rules.acknowledge_by(day) == last


@given(st.dates(date(2021, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_so_many_working_days_lie_between(day, count):
    last = rules.working_days_after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert sum(each.weekday() < 5 for each in between) == count
    assert last.weekday() < 5


def test_a_review_may_be_asked_for_until_the_last_day_and_not_after():
    last = MONDAY + rules.LODGE_WITHIN
    assert rules.may_still_lodge(MONDAY, on=last)
    assert not rules.may_still_lodge(MONDAY, on=last + timedelta(days=1))


@pytest.mark.parametrize(
    ("state", "days", "late"),
    [
        (CaseState.RECEIVED, 7, False),
        (CaseState.RECEIVED, 8, True),
        (CaseState.IN_REVIEW, 8, False),
        (CaseState.IN_REVIEW, 30, False),
        (CaseState.IN_REVIEW, 31, True),
        (CaseState.DECIDED, 300, False),
        (CaseState.UNCONFIRMED, 300, False),
    ],
)
def test_a_case_is_late_when_it_waits_longer_than_promised(state, days, late):
    found = rules.is_overdue(
        state,
        acknowledge_until=rules.acknowledge_by(MONDAY),
        decide_until=rules.decide_by(MONDAY),
        on=MONDAY + timedelta(days=days),
    )
    assert found is late
