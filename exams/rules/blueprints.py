"""Whether a list of questions is the examination that its blueprint promises."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    KNOWLEDGE = "knowledge"
    ESSAY = "essay"


class Level(StrEnum):
    """Bloom's six levels in the three bands a blueprint counts."""

    KNOW = "know"
    APPLY = "apply"
    JUDGE = "judge"


LEVEL_OF = {
    "remember": Level.KNOW,
    "understand": Level.KNOW,
    "apply": Level.APPLY,
    "analyze": Level.JUDGE,
    "evaluate": Level.JUDGE,
    "create": Level.JUDGE,
}


@dataclass(frozen=True)
class Place:
    """Where a question stands in a blueprint."""

    part: Part
    course: str
    level: Level

    def __str__(self) -> str:
        return f"{self.part}/{self.course}/{self.level}"


@dataclass(frozen=True)
class Cell:
    place: Place
    minimum: int
    maximum: int


@dataclass(frozen=True)
class Entry:
    """A question proposed for a form."""

    code: str
    place: Place
    pool: str
    usable: bool = True


class Fault(StrEnum):
    REPEATED = "repeated"
    WRONG_POOL = "wrong_pool"
    NOT_ACTIVE = "not_active"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    UNPLANNED = "unplanned"


@dataclass(frozen=True)
class Gap:
    fault: Fault
    about: str
    found: int
    wanted: int

    def __str__(self) -> str:
        return f"{self.about}: {self.fault} ({self.found}, {self.wanted})"


def part_of(kind: str) -> Part:
    """Return the part a kind of question belongs to."""
    return Part.ESSAY if kind == "essay" else Part.KNOWLEDGE


def _entry_gaps(entries: list[Entry]) -> Iterable[Gap]:
    for code, found in Counter(entry.code for entry in entries).items():
        if found > 1:
            yield Gap(Fault.REPEATED, code, found, 1)
    for entry in entries:
        if entry.pool != "exam":
            yield Gap(Fault.WRONG_POOL, entry.code, 1, 0)
        if not entry.usable:
            yield Gap(Fault.NOT_ACTIVE, entry.code, 1, 0)


def gaps(cells: Iterable[Cell], entries: Iterable[Entry]) -> list[Gap]:
    """
    Return everything in which the entries differ from the blueprint; empty when they fit.

    An entry must come once, from the exam pool and be active; every cell must hold at least its
    minimum and at most its maximum; no entry may stand where the blueprint has no cell.
    """
    proposed = list(entries)
    found = Counter(entry.place for entry in proposed)
    faults = list(_entry_gaps(proposed))
    for cell in cells:
        count = found.pop(cell.place, 0)
        if count < cell.minimum:
            faults.append(Gap(Fault.TOO_FEW, str(cell.place), count, cell.minimum))
        if count > cell.maximum:
            faults.append(Gap(Fault.TOO_MANY, str(cell.place), count, cell.maximum))
    faults += [Gap(Fault.UNPLANNED, str(place), count, 0) for place, count in found.items()]
    return faults
