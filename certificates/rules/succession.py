"""
How one certificate follows another: a renewal at the end of a cycle, or a correction of what was printed wrongly.

The days are proposals of this platform: ISO/IEC 17024 (9.6 of the 2012 edition) asks for a period with reasons, and
no authority has set one.
"""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from certificates.rules.validity import add_months, valid_until


OPENS_BEFORE: Final = timedelta(days=180)
GRACE: Final = timedelta(days=90)


class Ground(StrEnum):
    """Why a certificate takes the place of another."""

    CORRECTION = "correction"
    RENEWAL = "renewal"


class Season(StrEnum):
    """Where a day lies on the way to the renewal of a certificate."""

    EARLY = "early"
    DUE = "due"
    GRACE = "grace"
    OVER = "over"


RENEWABLE: Final = frozenset({Season.DUE, Season.GRACE})


def season_on(day: date, *, ends_on: date) -> Season:
    """Return where a day lies on the way to the renewal of a certificate that ends on another day."""
    if day < ends_on - OPENS_BEFORE:
        return Season.EARLY
    if day <= ends_on:
        return Season.DUE
    return Season.GRACE if day <= ends_on + GRACE else Season.OVER


@dataclass(frozen=True)
class Cycle:
    """The time of a certificate: its cycle begins on one day, it holds from another, and both end together."""

    begins_on: date
    holds_from: date
    ends_on: date


def renewed(ended_on: date, *, decided_on: date, months: int) -> Cycle:
    """
    Return the cycle after the one that ends on a day.

    It begins on the day after, however early or late the council decides, so that nobody gains or loses time;
    the certificate itself never holds before the day on which it was decided.
    """
    begins_on = ended_on + timedelta(days=1)
    return Cycle(begins_on, max(begins_on, decided_on), valid_until(begins_on, months=months))


@dataclass(frozen=True)
class Printed:
    """What stands on a certificate and can be wrong."""

    name: str
    field: str
    title_vi: str
    title_en: str
    awarded_on: date
    valid_until: date


def differences(printed: Printed, wanted: Printed) -> list[str]:
    """Return the names of the facts that a correction would change, in the order of the certificate."""
    return [
        each.name
        for each in fields(Printed)
        if getattr(printed, each.name) != getattr(wanted, each.name)
    ]


def is_possible(printed: Printed, wanted: Printed, *, months: int, on: date) -> bool:
    """
    Return whether the corrected dates can be true.

    A certificate was awarded by today, and a correction must not lengthen what was granted: it ends as it did, or no
    later than the scheme lets a certificate last that was awarded on that day.
    """
    longest = max(printed.valid_until, add_months(wanted.awarded_on, months))
    return wanted.awarded_on <= on <= wanted.valid_until <= longest
