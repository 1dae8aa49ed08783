"""From points to a result: the pass mark holds for the whole, a lower one for each part."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal


HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class PartScore:
    points: Decimal
    highest: Decimal

    @property
    def percent(self) -> Decimal:
        """The share in per cent, rounded down: a result below the mark never reads as if it reached it."""
        return _percent(self.points, self.highest)

    def reaches(self, percent: int) -> bool:
        """Return whether the points reach that share exactly, before any rounding."""
        return self.points * 100 >= self.highest * percent


@dataclass(frozen=True)
class Outcome:
    knowledge: PartScore
    essay: PartScore
    percent: Decimal
    passed: bool


def _percent(points: Decimal, highest: Decimal) -> Decimal:
    if not highest:
        return HUNDRED.quantize(CENT)
    return (points * 100 / highest).quantize(CENT, rounding=ROUND_DOWN)


def outcome(
    *, knowledge: PartScore, essay: PartScore, pass_percent: int, part_percent: int
) -> Outcome:
    """
    Return the result of one attempt.

    Passed means: the whole reaches the pass mark and each part reaches the part mark. A part without
    questions is reached by everyone.
    """
    whole = PartScore(knowledge.points + essay.points, knowledge.highest + essay.highest)
    passed = whole.reaches(pass_percent) and all(
        part.reaches(part_percent) for part in (knowledge, essay)
    )
    return Outcome(knowledge=knowledge, essay=essay, percent=whole.percent, passed=passed)
