"""Time in an examination: always the server's, always given."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from enum import StrEnum


class SittingState(StrEnum):
    SCHEDULED = "scheduled"
    OPEN = "open"
    MARKING = "marking"
    CLOSED = "closed"
    RELEASED = "released"


def sitting_state(
    *,
    opens_at: datetime,
    closes_at: datetime,
    released_at: datetime | None,
    has_unmarked: bool,
    at: datetime,
) -> SittingState:
    """Return the state at that time: over and unmarked is `marking`, over and marked is `closed`."""
    if released_at is not None and released_at <= at:
        return SittingState.RELEASED
    if at < opens_at:
        return SittingState.SCHEDULED
    if at < closes_at:
        return SittingState.OPEN
    return SittingState.MARKING if has_unmarked else SittingState.CLOSED


def deadline(
    *, started_at: datetime, minutes: int, closes_at: datetime, extra: int = 0
) -> datetime:
    """
    Return when an attempt ends: its own minutes, but never beyond the sitting.

    Extra minutes, granted as a special arrangement, come on top of either.
    """
    return min(started_at + timedelta(minutes=minutes), closes_at) + timedelta(minutes=extra)


def extra_minutes(minutes: int, percent: int) -> int:
    """Return how many minutes a percentage of more time adds to an examination, rounded up."""
    return -(-minutes * percent // 100)


NUMBERS = range(1, 10_000)


class SittingFull(Exception):  # noqa: N818 - it names what happened
    """Every candidate number of the sitting is in use."""


def free_number(taken: Collection[int], draw: Callable[[list[int]], int]) -> int:
    """Return a number that nobody in the sitting has, drawn by chance; raise SittingFull."""
    used = set(taken)
    free = [number for number in NUMBERS if number not in used]
    if not free:
        raise SittingFull
    return draw(free)


def clock(seconds: float) -> str:
    """Return a remaining time as hours, minutes and seconds; what is past is zero."""
    whole = max(int(seconds), 0)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
