"""A certificate's status on any day, from the events in its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Event(StrEnum):
    ISSUED = "issued"
    SUSPENDED = "suspended"
    REINSTATED = "reinstated"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    REISSUED = "reissued"


class Status(StrEnum):
    VALID = "valid"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    NOT_YET = "not_yet"


AFTER = {
    Event.ISSUED: Status.VALID,
    Event.REINSTATED: Status.VALID,
    Event.SUSPENDED: Status.SUSPENDED,
    Event.WITHDRAWN: Status.WITHDRAWN,
    Event.SUPERSEDED: Status.SUPERSEDED,
}
FINAL = frozenset({Status.WITHDRAWN, Status.SUPERSEDED})
# What the council may change, by four eyes.
CHANGES = {
    Status.VALID: (Event.SUSPENDED, Event.WITHDRAWN),
    Status.SUSPENDED: (Event.REINSTATED, Event.WITHDRAWN),
}


@dataclass(frozen=True)
class Change:
    """One event: what happened and from which day it holds; `order` settles events of one day."""

    event: Event
    effective_on: date
    order: int


def status_on(history: Iterable[Change], *, valid_until: date, day: date) -> Status:
    """
    Return the status on that day.

    A signature made anew changes nothing of it.     Withdrawn and superseded are final. The expiry follows from the date on the certificate, whether
    or not the sweep has already noted it, so that the answer never depends on a background job.
    """
    status = Status.NOT_YET
    for change in sorted(history, key=lambda change: (change.effective_on, change.order)):
        if change.effective_on <= day and status not in FINAL:
            status = AFTER.get(change.event, status)
    if status in {Status.VALID, Status.SUSPENDED} and day > valid_until:
        return Status.EXPIRED
    return status


def may_change(status: Status, event: Event) -> bool:
    """Return whether the council may bring this event about in that status."""
    return event in CHANGES.get(status, ())
