"""The life of an application: states, acts, and which act leads where."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    NEEDS_MORE = "needs_more"
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    GRANTED = "granted"
    REFUSED = "refused"


class Act(StrEnum):
    START = "start"
    SUBMIT = "submit"
    ASK_FOR_MORE = "ask_for_more"
    FIND_ELIGIBLE = "find_eligible"
    FIND_NOT_ELIGIBLE = "find_not_eligible"
    GRANT = "grant"
    REFUSE = "refuse"


OPEN = frozenset({State.DRAFT, State.SUBMITTED, State.NEEDS_MORE, State.ELIGIBLE})
WITH_APPLICANT = frozenset({State.DRAFT, State.NEEDS_MORE})
CHECKS = frozenset({Act.ASK_FOR_MORE, Act.FIND_ELIGIBLE, Act.FIND_NOT_ELIGIBLE})
TRANSITIONS = {
    (State.DRAFT, Act.SUBMIT): State.SUBMITTED,
    (State.NEEDS_MORE, Act.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Act.ASK_FOR_MORE): State.NEEDS_MORE,
    (State.SUBMITTED, Act.FIND_ELIGIBLE): State.ELIGIBLE,
    (State.SUBMITTED, Act.FIND_NOT_ELIGIBLE): State.NOT_ELIGIBLE,
    (State.ELIGIBLE, Act.GRANT): State.GRANTED,
    (State.ELIGIBLE, Act.REFUSE): State.REFUSED,
}


@dataclass(frozen=True)
class OutOfTurn(Exception):  # noqa: N818 - it names what happened
    """The act does not fit the dossier's state."""

    state: State
    act: Act


def after(state: State, act: Act) -> State:
    """Return the state that the act leads to; raise OutOfTurn where it does not fit."""
    try:
        return TRANSITIONS[state, act]
    except KeyError:
        raise OutOfTurn(state, act) from None
