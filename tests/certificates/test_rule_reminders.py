"""Which reminder is due: the nearest stage passed, on every day exactly one or none."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from certificates.rules.reminders import STAGES, last_days, stage_on


LAST = date(2029, 5, 13)


@pytest.mark.parametrize(
    ("left", "stage"),
    [(181, None), (180, 180), (91, 180), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (0, 7)],
)
def test_the_nearest_stage_is_due(left, stage):
    assert stage_on(LAST - timedelta(days=left), valid_until=LAST) == stage


def test_nothing_is_due_once_it_has_ended():
    assert stage_on(LAST + timedelta(days=1), valid_until=LAST) is None


@given(st.dates(date(2021, 1, 1), date(2040, 1, 1)), st.integers(-30, 400))
def test_the_search_finds_what_the_rule_says(day, left):
    until = day + timedelta(days=left)
    spans = {stage: last_days(stage, day=day) for stage in STAGES}
    found = [stage for stage, (first, last) in spans.items() if first <= until <= last]
    due = stage_on(day, valid_until=until)
    assert found == ([due] if due else [])


@given(st.lists(st.integers(0, 400), min_size=1))
def test_whoever_looks_on_whichever_days_never_sends_a_stage_back(lefts):
    seen = [
        stage_on(LAST - timedelta(days=left), valid_until=LAST)
        for left in sorted(lefts, reverse=True)
    ]
    due = [stage for stage in seen if stage]
    assert due == sorted(due, reverse=True)
