"""Marks on a rubric: each criterion from zero to its maximum, in halves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from exams.rules.questions import text_in


HALF = Decimal("0.5")


class BadMark(ValueError):  # noqa: N818 - it names what happened
    """A mark is no number, not in halves, or outside its criterion."""


@dataclass(frozen=True)
class Criterion:
    number: int
    text: str
    points: Decimal
    full_marks: str
    partial: str

    @property
    def wholes(self) -> range:
        """The whole marks that may be given."""
        return range(int(self.points) + 1)


def rubric_from(raw: Iterable[Mapping[str, Any]], *, language: str) -> tuple[Criterion, ...]:
    """Return a stored bilingual rubric in one language."""
    return tuple(
        Criterion(
            number=number,
            text=text_in(entry["criterion"], language),
            points=Decimal(str(entry["points"])),
            full_marks=text_in(entry.get("full_marks"), language),
            partial=text_in(entry.get("partial"), language),
        )
        for number, entry in enumerate(raw, start=1)
    )


def _mark(given: object, highest: Decimal) -> Decimal | None:
    if given is None or given == "":
        return None
    try:
        mark = Decimal(str(given))
    except InvalidOperation:
        raise BadMark(str(given)) from None
    if not mark.is_finite() or not 0 <= mark <= highest or mark % HALF:
        raise BadMark(str(given))
    return mark


def checked_marks(
    highest: Sequence[Decimal], given: Sequence[object]
) -> tuple[Decimal | None, ...]:
    """Return one mark per criterion, None where none is given yet; raise BadMark."""
    if len(given) != len(highest):
        raise BadMark(f"{len(given)} marks for {len(highest)} criteria")
    return tuple(_mark(mark, limit) for mark, limit in zip(given, highest, strict=True))


def total(marks: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum, None while a criterion is unmarked."""
    given = [mark for mark in marks if mark is not None]
    return sum(given, Decimal(0)) if len(given) == len(marks) else None
