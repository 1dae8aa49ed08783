"""
How a document that somebody brings is built, counted before anything looks for a signature in it.

A signature can only be checked after the document was put in canonical order. That order is cheap for every real
credential, and takes minutes for a few kilobytes in which many nameless parts look alike (RDF Dataset Canonicalization,
section 7.1: dataset poisoning). So parts are counted first, in one pass without recursion, and what no certificate of
this register comes near is not read any further. Two parts are alike here if they stand under the same name: what is
inside them may be dropped or spelled in two ways, so it does not count.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


# A certificate of ours has at most 6,000 letters, 9 levels, 25 parts, 30 types, 150 values and 2 parts alike.
MOST_LETTERS = 200_000
DEEPEST = 40
MOST_PARTS = 1_000
MOST_VALUES = 8_000
DEEPEST_SIGNED = 14
MOST_SIGNED_PARTS = 80
MOST_SIGNED_VALUES = 500
MOST_TYPES = 80
MOST_ALIKE = 4


@dataclass(frozen=True)
class Shape:
    """
    What was counted.

    Levels, objects, everything else that stands in a document, entries of types, and the largest crowd of nameless
    objects under one name. `plain` says that no vocabulary of its own is in it.
    """

    levels: int
    parts: int
    values: int
    types: int
    alike: int
    plain: bool

    @property
    def is_readable(self) -> bool:
        """Whether the document is small enough to be looked at, whoever issued it."""
        return self.levels <= DEEPEST and self.parts <= MOST_PARTS and self.values <= MOST_VALUES

    @property
    def is_ours(self) -> bool:
        """Whether a signature of this register could stand under a document that is built like this."""
        within = (
            self.levels <= DEEPEST_SIGNED,
            self.parts <= MOST_SIGNED_PARTS,
            self.values <= MOST_SIGNED_VALUES,
            self.types <= MOST_TYPES,
            self.alike <= MOST_ALIKE,
        )
        return self.plain and all(within)


def shape_of(document: Mapping[str, Any]) -> Shape:
    """Return how a document is built; the counting ends once there is more than anybody reads."""
    levels = parts = values = types = 0
    plain, crowd = True, Counter[str]()
    waiting: list[tuple[str, object, int]] = [("", document, 1)]
    while waiting and parts <= MOST_PARTS and values <= MOST_VALUES:
        name, here, level = waiting.pop()
        levels = max(levels, level)
        if isinstance(here, Mapping):
            parts += 1
            crowd[name] += "id" not in here
            known = all(_is_plain(key, top=level == 1) for key in here)
            plain = plain and known and name != "@context"
            waiting.extend((key, inner, level + 1) for key, inner in here.items())
        elif isinstance(here, list):
            values += 1
            waiting.extend((name, inner, level + 1) for inner in here[: MOST_VALUES + 1])
        else:
            values += 1
            types += name == "type"
            plain = plain and not (isinstance(here, str) and here.startswith("_:"))
    return Shape(levels, parts, values, types, max(crowd.values()), plain)


def _is_plain(key: str, *, top: bool) -> bool:
    """Return whether a name is a word of a vocabulary: no keyword, no address, no vocabulary of a part's own."""
    return (top and key == "@context") or not (key.startswith("@") or ":" in key)
