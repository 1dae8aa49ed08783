"""Time is the server's, and always given."""

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from exams.rules.sittings import (
    SittingFull,
    clock,
    deadline,
    extra_minutes,
    free_number,
    sitting_state,
)
from tests.exams.factories import AFTER, CLOSES, DURING, OPENS


@pytest.mark.parametrize(
    ("at", "released_at", "has_unmarked", "state"),
    [
        (OPENS - timedelta(seconds=1), None, False, "scheduled"),
        (OPENS, None, False, "open"),
        (CLOSES - timedelta(seconds=1), None, True, "open"),
        (CLOSES, None, True, "marking"),
        (CLOSES, None, False, "closed"),
        (AFTER, AFTER, False, "released"),
        (DURING, AFTER, False, "open"),
    ],
)
def test_a_sitting_passes_through_its_states(at, released_at, has_unmarked, state):
    found = sitting_state(
        opens_at=OPENS, closes_at=CLOSES, released_at=released_at, has_unmarked=has_unmarked, at=at
    )
    assert found == state


@given(st.integers(min_value=0, max_value=239), st.integers(min_value=1, max_value=300))
def test_an_attempt_never_outlasts_its_minutes_or_the_sitting(late, minutes):
    started = OPENS + timedelta(minutes=late)
    ends = deadline(started_at=started, minutes=minutes, closes_at=CLOSES)
    assert started < ends <= CLOSES
    assert ends - started <= timedelta(minutes=minutes)


def test_a_candidate_number_is_one_that_nobody_has():
    taken = set(range(1, 9999))
    assert free_number(taken, lambda free: free[0]) == 9999


def test_a_full_sitting_is_refused():
    with pytest.raises(SittingFull):
        free_number(range(1, 10_000), lambda free: free[0])


@pytest.mark.parametrize(
    ("seconds", "figures"), [(4344, "01:12:24"), (59.9, "00:00:59"), (-5, "00:00:00")]
)
def test_remaining_time_in_figures(seconds, figures):
    assert clock(seconds) == figures


@given(st.integers(1, 600), st.sampled_from([0, 25, 33, 50, 100]))
def test_extra_time_is_rounded_up_and_never_more_than_the_time_itself(minutes, percent):
    extra = extra_minutes(minutes, percent)
    assert minutes * percent <= extra * 100 < minutes * percent + 100
    assert extra <= minutes


def test_extra_time_comes_on_top_of_the_minutes_and_of_the_end_of_the_sitting():
    for started, ends in (
        (OPENS, OPENS + timedelta(minutes=113)),
        (CLOSES, CLOSES + timedelta(minutes=23)),
    ):
        assert deadline(started_at=started, minutes=90, closes_at=CLOSES, extra=23) == ends
