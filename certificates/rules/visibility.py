"""
What of a certificate stands in the public register: only what its holder chose, purpose by purpose.

Law 91/2025/QH15 asks for consent to each purpose, by an act of one's own (nothing is ticked beforehand), that can
be withdrawn at any time. Nobody's choice is therefore read as "listed" until they made it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


CONSENT_VERSION: Final = "2026-11"  # of the words on the page; a new text asks anew
FEWEST_LETTERS: Final = 3
MOST_WITHOUT_SESSION: Final = 50
MOST_WITH_SESSION: Final = 500


class Purpose(StrEnum):
    """What a holder may let the public register show."""

    LISTED = "listed"
    PROVINCE = "province"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class Choice:
    """One word of a holder about one purpose; the later word counts."""

    purpose: Purpose
    granted: bool


def in_force(choices: Iterable[Choice]) -> frozenset[Purpose]:
    """Return the purposes whose last word, in the order given, is yes."""
    last = {choice.purpose: choice.granted for choice in choices}
    return frozenset(purpose for purpose, granted in last.items() if granted)


def shown(purposes: frozenset[Purpose]) -> frozenset[Purpose]:
    """Return what the register shows: without being listed, nothing at all."""
    return purposes if Purpose.LISTED in purposes else frozenset()


def changes(before: frozenset[Purpose], wanted: frozenset[Purpose]) -> list[Choice]:
    """Return the words to add so that what was in force becomes what is wanted, in the order of the page."""
    return [
        Choice(purpose, purpose in wanted)
        for purpose in Purpose
        if (purpose in wanted) != (purpose in before)
    ]


def has_enough_letters(words: Iterable[str]) -> bool:
    """Return whether the words of a name hold at least three letters: fewer would list people, not find one."""
    return sum(char.isalpha() for word in words for char in word) >= FEWEST_LETTERS
