"""
The council in session: how its votes become decisions, and who signs what.

ISO/IEC 17024 leaves numbers to the certification body: quorum and simple majority are proposals of this platform.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Final

from certificates.rules.decisions import Outcome


class MeetingState(StrEnum):
    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class LineState(StrEnum):
    LISTED = "listed"
    DECIDED = "decided"
    DONE = "done"
    STUCK = "stuck"
    POSTPONED = "postponed"
    REFUSED = "refused"


# An application stands on one agenda at a time, until the line has come to its end.
LIVE: Final = frozenset({LineState.LISTED, LineState.DECIDED, LineState.STUCK})


def tally(votes: Sequence[Outcome], *, quorum: int) -> Outcome | None:
    """Return what more than half of the votes say; None below the quorum or where no side has more than half."""
    if len(votes) < quorum:
        return None
    return next((each for each in Outcome if 2 * votes.count(each) > len(votes)), None)


def signers(
    free: Mapping[int, Collection[int]], *, order: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """
    Return who signs for which lines: for each line the first in the order, the chair, who is free to decide on it.

    Takes the members free on each line. A line on which nobody of the order is free has no signer and is left out.
    """
    found: dict[int, list[int]] = {}
    for line, members in free.items():
        signer = next((each for each in order if each in members), None)
        if signer is not None:
            found.setdefault(signer, []).append(line)
    return {signer: tuple(lines) for signer, lines in found.items()}
