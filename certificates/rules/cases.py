"""
Reviews of decisions (appeals) and complaints: their states, who may take part, and by when.

ISO/IEC 17024 (9.8, 9.9 of the 2012 edition) asks that both are received, acknowledged, tracked, decided by
people who were not involved, and answered. The days are proposals of this platform: no authority has set them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class CaseKind(StrEnum):
    APPEAL = "appeal"
    COMPLAINT = "complaint"


class CaseState(StrEnum):
    UNCONFIRMED = "unconfirmed"
    RECEIVED = "received"
    IN_REVIEW = "in_review"
    DECIDED = "decided"
    TAKEN_BACK = "taken_back"


class CaseAct(StrEnum):
    RECEIVE = "receive"
    ACKNOWLEDGE = "acknowledge"
    SAY = "say"
    ASK = "ask"
    DECIDE = "decide"
    TAKE_BACK = "take_back"


class CaseOutcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    NOT_ADMISSIBLE = "not_admissible"


OPEN: Final = frozenset({CaseState.UNCONFIRMED, CaseState.RECEIVED, CaseState.IN_REVIEW})
WAITING: Final = frozenset({CaseState.RECEIVED, CaseState.IN_REVIEW})
IN_FAVOUR: Final = frozenset({CaseOutcome.UPHELD, CaseOutcome.PARTLY})
TRANSITIONS: Final = {
    (CaseState.UNCONFIRMED, CaseAct.RECEIVE): CaseState.RECEIVED,
    (CaseState.RECEIVED, CaseAct.ACKNOWLEDGE): CaseState.IN_REVIEW,
    (CaseState.RECEIVED, CaseAct.SAY): CaseState.RECEIVED,
    (CaseState.IN_REVIEW, CaseAct.SAY): CaseState.IN_REVIEW,
    (CaseState.IN_REVIEW, CaseAct.ASK): CaseState.IN_REVIEW,
    (CaseState.IN_REVIEW, CaseAct.DECIDE): CaseState.DECIDED,
    (CaseState.RECEIVED, CaseAct.TAKE_BACK): CaseState.TAKEN_BACK,
    (CaseState.IN_REVIEW, CaseAct.TAKE_BACK): CaseState.TAKEN_BACK,
}
LODGE_WITHIN: Final = timedelta(days=90)
ACKNOWLEDGE_WITHIN_WORKING_DAYS: Final = 5
DECIDE_WITHIN: Final = timedelta(days=30)
CONFIRM_WITHIN: Final = timedelta(days=7)
FRIDAY: Final = 4


@dataclass(frozen=True)
class CaseOutOfTurn(Exception):  # noqa: N818 - it names what happened
    """The act does not fit the case's state."""

    state: CaseState
    act: CaseAct


def after(state: CaseState, act: CaseAct) -> CaseState:
    """Return the state that the act leads to; raise CaseOutOfTurn where it does not fit."""
    try:
        return TRANSITIONS[state, act]
    except KeyError:
        raise CaseOutOfTurn(state, act) from None


def working_days_after(day: date, count: int) -> date:
    """Return the day that lies so many working days, Monday to Friday, after another."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() <= FRIDAY
    return day


def acknowledge_by(received_on: date) -> date:
    """Return the last day on which somebody says that the case is taken up."""
    return working_days_after(received_on, ACKNOWLEDGE_WITHIN_WORKING_DAYS)


def decide_by(received_on: date) -> date:
    """Return the last day on which the case is decided."""
    return received_on + DECIDE_WITHIN


def may_still_lodge(decided_on: date, *, on: date) -> bool:
    """Return whether a review of a decision of that day may still be asked for."""
    return on <= decided_on + LODGE_WITHIN


def is_overdue(
    state: CaseState, *, acknowledge_until: date | None, decide_until: date | None, on: date
) -> bool:
    """Return whether a case has waited longer than promised."""
    if state not in WAITING:
        return False
    limit = acknowledge_until if state == CaseState.RECEIVED else decide_until
    return limit is not None and on > limit
