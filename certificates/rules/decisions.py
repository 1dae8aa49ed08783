"""Who may not decide on whom: nobody decides on a person they taught, examined or checked, or on themselves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


# ISO/IEC 17024 keeps two years between training a candidate and judging them.
MONTHS_AFTER_TEACHING = 24


class Outcome(StrEnum):
    GRANT = "grant"
    REFUSE = "refuse"


class Conflict(StrEnum):
    """The names are those that the database's triggers raise."""

    APPLICANT = "decision_by_applicant"
    CHECKER = "decision_by_checker"
    TEACHER = "decision_by_teacher"
    EXAMINER = "decision_by_examiner"
    REQUESTER = "decision_by_requester"
    DECLARED = "decision_by_declared"


@dataclass(frozen=True)
class Ties:
    """How a person is tied to an application: everything a conflict can come from."""

    is_applicant: bool = False
    is_checker: bool = False
    taught_on: Collection[date] = ()
    examined: bool = False
    asked: bool = False
    declared: bool = False


def taught_lately(taught_on: Iterable[date], *, on: date) -> bool:
    """
    Return whether any teaching lies less than 24 months before that day, or after it.

    Whole calendar months by comparing (year, month, day), so that Python, SQLite and PostgreSQL agree
    about 29 February too.
    """
    limit = (on.year - MONTHS_AFTER_TEACHING // 12, on.month, on.day)
    return any((day.year, day.month, day.day) >= limit for day in taught_on)


def conflicts(ties: Ties, *, on: date) -> list[Conflict]:
    """Return every reason why this person must not decide on that day; empty when there is none."""
    reasons = {
        Conflict.APPLICANT: ties.is_applicant,
        Conflict.CHECKER: ties.is_checker,
        Conflict.TEACHER: taught_lately(ties.taught_on, on=on),
        Conflict.EXAMINER: ties.examined,
        Conflict.REQUESTER: ties.asked,
        Conflict.DECLARED: ties.declared,
    }
    return [conflict for conflict, applies in reasons.items() if applies]


def document_number(sequence: int) -> str:
    """Return a decision's number in the style of Decree 30/2020/NĐ-CP: numbers below 10 are padded."""
    return f"{sequence:02d}/QĐ-HĐCN"
