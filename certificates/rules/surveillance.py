"""
What a holder reports between certification and renewal: when, and how a report goes through its states.

ISO/IEC 17024 asks for surveillance by the scheme; how early a report can be handed in and how long after the end of
its time is a proposal of this platform.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from certificates.rules.cpd import Year, years_of


OPENS_BEFORE: Final = timedelta(days=30)
FILE_WITHIN: Final = timedelta(days=30)
SETTLE_WITHIN_MONTHS: Final = 6  # a suspension that stands longer is brought before an officer


class ReportState(StrEnum):
    DUE = "due"
    FILED = "filed"
    MORE_NEEDED = "more_needed"
    FULFILLED = "fulfilled"
    NOT_FULFILLED = "not_fulfilled"


class ReportAct(StrEnum):
    OPEN = "open"
    REMIND = "remind"
    FILE = "file"
    ASK_FOR_MORE = "ask_for_more"
    FULFIL = "fulfil"
    FAIL = "fail"


WITH_HOLDER: Final = frozenset(
    {ReportState.DUE, ReportState.MORE_NEEDED, ReportState.NOT_FULFILLED}
)
FINDINGS: Final = frozenset({ReportAct.ASK_FOR_MORE, ReportAct.FULFIL, ReportAct.FAIL})
TRANSITIONS: Final = {
    **{(state, ReportAct.FILE): ReportState.FILED for state in WITH_HOLDER},
    (ReportState.FILED, ReportAct.ASK_FOR_MORE): ReportState.MORE_NEEDED,
    (ReportState.FILED, ReportAct.FULFIL): ReportState.FULFILLED,
    (ReportState.FILED, ReportAct.FAIL): ReportState.NOT_FULFILLED,
    # Who never reports is judged without a report; who made up for it later may still file.
    (ReportState.DUE, ReportAct.FAIL): ReportState.NOT_FULFILLED,
    (ReportState.MORE_NEEDED, ReportAct.FAIL): ReportState.NOT_FULFILLED,
}


@dataclass(frozen=True)
class ReportOutOfTurn(Exception):  # noqa: N818 - it names what happened
    """The act does not fit the report's state."""

    state: ReportState
    act: ReportAct


def after(state: ReportState, act: ReportAct) -> ReportState:
    """Return the state that the act leads to; raise ReportOutOfTurn where it does not fit."""
    try:
        return TRANSITIONS[state, act]
    except KeyError:
        raise ReportOutOfTurn(state, act) from None


def due_on(span: Year) -> date:
    """Return the last day on which the report on a span is in time."""
    return span.last + FILE_WITHIN


def reports_to_open(begins_on: date, ends_on: date, *, months: int, day: date) -> list[Year]:
    """
    Return the spans of a certificate whose reports can be handed in, in time, on a day.

    The last span ends with the certificate: what happened in it is judged with the renewal. Time that was over before
    anybody asked is not asked for afterwards.
    """
    return [
        span
        for span in years_of(begins_on, ends_on, months=months)
        if span.last < ends_on and span.last - OPENS_BEFORE <= day <= due_on(span)
    ]
