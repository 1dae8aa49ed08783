"""Round numbers for axes, and numbers as each language writes them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cms.binding import NO_BREAK


@dataclass(frozen=True)
class Writer:
    """Writes numbers and units in one language."""

    language: str

    def number(self, value: float) -> str:
        """Return the number with this language's marks: 1.000,5 in Vietnamese, 1,000.5 in English."""
        plain = f"{Decimal(repr(round(value, 6))).normalize():,f}".replace("-", "−")
        if self.language.startswith("vi"):
            return plain.translate(str.maketrans(",.", ".,"))
        return plain

    def amount(self, value: float, unit: str) -> str:
        """Return the number with its unit; a per cent sign follows without a space."""
        return self.number(value) + _tail(unit)


def _tail(unit: str) -> str:
    if not unit:
        return ""
    return unit if unit in {"%", "‰"} else f"{NO_BREAK}{unit}"


@dataclass(frozen=True)
class Scale:
    """A straight axis: values from low to high onto places from start to end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)


def round_steps(low: float, high: float, count: int) -> list[float]:
    """Return round numbers that cover low to high in about `count` steps."""
    if high <= low:
        high = low + (abs(low) or 1)
    rough = (high - low) / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * place, 9) for place in range(first, last + 1)]


def from_zero(values: Sequence[float], count: int) -> list[float]:
    """Return the round numbers of an axis that begins at zero, or below for negative values."""
    return round_steps(min(0.0, *values), max(0.0, *values), count)
