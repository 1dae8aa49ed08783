"""
What waits for a person today, and what a learner does next, told by every app that knows of such things.

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


@dataclass(frozen=True)
class NextStep:
    """One thing to do next on one's own way: what, where, a word on it, and the day or moment it should be done by."""

    title: str
    url: str
    note: str = ""
    by: datetime | None = None


Ask = Callable[["User", datetime], Iterable[Waiting]]
AskForSteps = Callable[["User", datetime], Iterable[NextStep]]
_asks: list[Ask] = []
_step_asks: list[AskForSteps] = []


def register(ask: Ask) -> Ask:
    """Have an app asked what waits for a person at a time; return the function."""
    if ask not in _asks:
        _asks.append(ask)
    return ask


def waiting_for(person: "User", *, at: datetime) -> list[Waiting]:
    """Return what waits for a person, the longest waiting first; what has no beginning comes last."""
    found = [each for ask in _asks for each in ask(person, at) if each.count]
    return sorted(found, key=lambda each: (each.since is None, each.since or at))


def register_steps(ask: AskForSteps) -> AskForSteps:
    """Have an app asked what a person does next at a time; return the function."""
    if ask not in _step_asks:
        _step_asks.append(ask)
    return ask


def next_steps(person: "User", *, at: datetime) -> list[NextStep]:
    """Return what a person does next, the most pressing first; what has no end comes last."""
    found = [step for ask in _step_asks for step in ask(person, at)]
    return sorted(found, key=lambda step: (step.by is None, step.by or at))
