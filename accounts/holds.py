"""
Reasons of other apps for keeping a person's name as it is.

A certificate carries the name that the person had; the apps above register what they know, so that this app
needs to import none of them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from accounts.models import User

Hold = Callable[["User"], bool]
_holds: list[Hold] = []


def register(hold: Hold) -> Hold:
    """Have a predicate asked before a name changes: true means that the name is on record. Returns it."""
    if hold not in _holds:
        _holds.append(hold)
    return hold


def name_is_on_record(person: "User") -> bool:
    """Return whether an application or a certificate carries the person's name."""
    return any(hold(person) for hold in _holds)
