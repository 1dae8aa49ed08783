"""What must hold for every number and every life of a certificate, tried exhaustively or against a second model."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from certificates.rules.numbers import CertificateNumber, Mistyped, parse
from certificates.rules.status import Change, Event, Status, may_change, status_on


DIGITS, LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ISSUED, UNTIL = date(2026, 5, 14), date(2029, 5, 13)
NUMBERS = st.builds(
    CertificateNumber,
    prefix=st.text(LETTERS, min_size=4, max_size=4),
    year=st.integers(1000, 9999),
    sequence=st.integers(1, 9_999),
)


def is_mistyped(text):
    try:
        parse(text)
    except Mistyped:
        return True
    return False


@given(NUMBERS)
@settings(max_examples=40, deadline=None)
def test_every_single_wrong_character_is_found(number):
    text = number.canonical
    for place, right in enumerate(text):
        for wrong in LETTERS if right in LETTERS else DIGITS:
            if wrong != right:
                assert is_mistyped(text[:place] + wrong + text[place + 1 :]), (text, place, wrong)


@given(NUMBERS)
@settings(max_examples=60, deadline=None)
def test_every_swap_of_two_characters_is_found_however_far_apart(number):
    text = number.canonical
    for kind in (DIGITS, LETTERS):
        places = [place for place, sign in enumerate(text) if sign in kind]
        for first in places:
            for second in places:
                if first < second and text[first] != text[second]:
                    swapped = list(text)
                    swapped[first], swapped[second] = swapped[second], swapped[first]
                    assert is_mistyped("".join(swapped)), (text, first, second)


@given(NUMBERS)
def test_a_wrong_number_is_never_mended(number):
    """Whoever asks about a number that is nearly somebody's is told nothing about anybody."""
    wrong = number.canonical[:-1] + str((int(number.canonical[-1]) + 1) % 10)
    with pytest.raises(Mistyped) as told:
        parse(wrong)
    assert number.canonical not in str(told.value)


# A second model of a certificate's life: what the council may do, as a table of states.
TABLE = {
    (Status.VALID, Event.SUSPENDED): Status.SUSPENDED,
    (Status.VALID, Event.WITHDRAWN): Status.WITHDRAWN,
    (Status.SUSPENDED, Event.REINSTATED): Status.VALID,
    (Status.SUSPENDED, Event.WITHDRAWN): Status.WITHDRAWN,
}
STEPS = st.lists(st.tuples(st.sampled_from(list(Event)), st.integers(0, 300)), max_size=12)


@given(STEPS)
def test_a_life_that_keeps_to_the_rules_is_that_of_the_table(steps):
    """Whatever is asked, only what the rules allow happens, and every day has the status of the table."""
    history, status, day = [Change(Event.ISSUED, ISSUED, 0)], Status.VALID, ISSUED
    for order, (event, days) in enumerate(steps, 1):
        day = min(day + timedelta(days=days), UNTIL)
        now = status_on(history, valid_until=UNTIL, day=day)
        assert now == status
        assert may_change(now, event) is ((now, event) in TABLE)
        if may_change(now, event):
            history.append(Change(event, day, order))
            status = TABLE[now, event]
    assert status_on(history, valid_until=UNTIL, day=UNTIL) == status
    after = status_on(history, valid_until=UNTIL, day=UNTIL + timedelta(days=1))
    assert after == (Status.WITHDRAWN if status == Status.WITHDRAWN else Status.EXPIRED)


@given(STEPS, st.integers(0, 2000))
def test_a_withdrawn_certificate_never_comes_back(steps, days):
    history = [Change(Event.ISSUED, ISSUED, 0), Change(Event.WITHDRAWN, ISSUED, 1)]
    history += [
        Change(event, ISSUED + timedelta(days=later), order)
        for order, (event, later) in enumerate(steps, 2)
    ]
    day = ISSUED + timedelta(days=days)
    assert status_on(history, valid_until=UNTIL, day=day) == Status.WITHDRAWN
