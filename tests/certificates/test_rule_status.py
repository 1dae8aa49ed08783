from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from certificates.rules.status import CHANGES, FINAL, Change, Event, Status, may_change, status_on


ISSUED, UNTIL = date(2026, 5, 14), date(2029, 5, 13)
HISTORIES = st.lists(
    st.tuples(st.sampled_from(list(Event)), st.integers(0, 1500)), max_size=8
).map(
    lambda events: [
        Change(event, ISSUED + timedelta(days=days), i)
        for i, (event, days) in enumerate(events, 1)
    ]
)


def history(*events):
    issue = Change(Event.ISSUED, ISSUED, 0)
    return [issue, *(Change(event, day, i) for i, (event, day) in enumerate(events, 1))]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (ISSUED - timedelta(days=1), Status.NOT_YET),
        (ISSUED, Status.VALID),
        (date(2026, 9, 1), Status.SUSPENDED),
        (date(2026, 10, 1), Status.VALID),
        (date(2027, 1, 1), Status.WITHDRAWN),
        (date(2031, 1, 1), Status.WITHDRAWN),
    ],
)
def test_a_whole_life_on_every_day(day, status):
    life = history(
        (Event.SUSPENDED, date(2026, 9, 1)),
        (Event.REINSTATED, date(2026, 10, 1)),
        (Event.WITHDRAWN, date(2027, 1, 1)),
    )
    assert status_on(life, valid_until=UNTIL, day=day) == status


def test_it_holds_through_its_last_day_and_no_longer():
    assert status_on(history(), valid_until=UNTIL, day=UNTIL) == Status.VALID
    assert status_on(history(), valid_until=UNTIL, day=UNTIL + timedelta(days=1)) == Status.EXPIRED


def test_a_suspended_certificate_expires_too():
    life = history((Event.SUSPENDED, date(2029, 1, 1)))
    assert status_on(life, valid_until=UNTIL, day=date(2030, 1, 1)) == Status.EXPIRED


def test_a_noted_expiry_changes_nothing_by_itself():
    life = history((Event.EXPIRED, UNTIL))
    assert status_on(life, valid_until=UNTIL, day=UNTIL) == Status.VALID


def test_events_of_one_day_hold_in_their_order():
    life = history((Event.SUSPENDED, date(2026, 9, 1)), (Event.REINSTATED, date(2026, 9, 1)))
    assert status_on(life, valid_until=UNTIL, day=date(2026, 9, 1)) == Status.VALID


@given(HISTORIES, st.integers(0, 1400))
def test_what_is_final_stays_final(events, days):
    life = [Change(Event.ISSUED, ISSUED, 0), *events]
    day = ISSUED + timedelta(days=days)
    if status_on(life, valid_until=UNTIL, day=day) in FINAL:
        later = day + timedelta(days=700)
        assert status_on(life, valid_until=UNTIL, day=later) == status_on(
            life, valid_until=UNTIL, day=day
        )


@given(HISTORIES, st.integers(0, 1400))
def test_the_order_of_rows_does_not_matter(events, days):
    day = ISSUED + timedelta(days=days)
    assert status_on(events, valid_until=UNTIL, day=day) == status_on(
        events[::-1], valid_until=UNTIL, day=day
    )


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("event", list(Event))
def test_the_council_changes_only_what_is_in_force(status, event):
    assert may_change(status, event) is (event in CHANGES.get(status, ()))
    assert not (may_change(status, event) and status not in {Status.VALID, Status.SUSPENDED})
