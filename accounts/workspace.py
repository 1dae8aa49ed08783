"""
What waits for a person today, told by every app that has work for people.

The apps above register what they know, so that this app needs to import none of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Waiting:
    """One kind of work that waits: how much of it, where it is done, and since when its oldest waits."""

    name: str
    count: int
    url: str
    since: datetime | None = None


Ask = Callable[["User", datetime], Iterable[Waiting]]
_asks: list[Ask] = []


def register(ask: Ask) -> Ask:
    """Have an app asked what waits for a person at a time; return the function."""
    if ask not in _asks:
        _asks.append(ask)
    return ask


def waiting_for(person: "User", *, at: datetime) -> list[Waiting]:
    """Return what waits for a person, the longest waiting first; what has no beginning comes last."""
    found = [each for ask in _asks for each in ask(person, at) if each.count]
    return sorted(found, key=lambda each: (each.since is None, each.since or at))
