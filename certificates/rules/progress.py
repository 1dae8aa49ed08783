"""
How the programme's experts are counted (Decision 1322/QĐ-TTg).

The decision sets "about 600" for 2021-2025 and "about 1,000, of whom about 200 at regional and
international level" for 2026-2030. It does not say that the second number contains the first: the two
periods are never added up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Level(StrEnum):
    NATIONAL = "national"
    REGIONAL = "regional"
    INTERNATIONAL = "international"


HIGHER = frozenset({Level.REGIONAL, Level.INTERNATIONAL})


@dataclass(frozen=True)
class Period:
    code: str
    first_year: int
    last_year: int

    @property
    def years(self) -> list[int]:
        """The years of the period."""
        return list(range(self.first_year, self.last_year + 1))


PERIODS = (Period("2021-2025", 2021, 2025), Period("2026-2030", 2026, 2030))


def period_of(day: date) -> Period | None:
    """Return the programme period a day lies in, if any."""
    return next((p for p in PERIODS if p.first_year <= day.year <= p.last_year), None)


@dataclass(frozen=True)
class Holding:
    """A certificate that a person already has, as far as counting is concerned."""

    scheme: str
    counted_in: str
    counted_higher_in: str


@dataclass(frozen=True)
class Counting:
    """The periods in which a certificate counts its holder: among all, and among the higher levels."""

    period: str = ""
    higher_period: str = ""


def counting(
    *, scheme: str, level: Level, issued_on: date, earlier: Iterable[Holding]
) -> Counting:
    """
    Return where a new certificate makes its holder count.

    A person counts once in a period, on the day of the first certification in it. A further
    certificate under a scheme already held is a renewal and counts nowhere.
    """
    held = list(earlier)
    period = period_of(issued_on)
    if period is None or any(holding.scheme == scheme for holding in held):
        return Counting()
    already = any(holding.counted_in == period.code for holding in held)
    already_higher = any(holding.counted_higher_in == period.code for holding in held)
    return Counting(
        period="" if already else period.code,
        higher_period="" if already_higher or level not in HIGHER else period.code,
    )


def cumulative(
    by_year: Mapping[int, int], years: Iterable[int], *, until: int
) -> list[int | None]:
    """Return running totals for the years, None for the years that are still to come."""
    total = 0
    totals: list[int | None] = []
    for year in years:
        total += by_year.get(year, 0)
        totals.append(total if year <= until else None)
    return totals


@dataclass(frozen=True)
class Recognised:
    """A recognised certificate of another body, as far as counting is concerned."""

    key: int
    scheme: str
    level: Level
    issued_on: date
    name: str
    birth_year: int
    account: int | None = None


Person: TypeAlias = "int | tuple[str, int]"


def persons(entries: Iterable[Recognised]) -> dict[int, Person]:
    """
    Return whose each entry is, by its key: an account, or a name with its year of birth.

    The same name and year are one person. An entry without an account that bears the name and year of one with an
    account belongs to that: somebody may hold two certificates of which only one is linked.
    """
    listed = list(entries)
    known: dict[tuple[str, int], int] = {}
    for entry in listed:
        if entry.account is not None:
            named = (entry.name, entry.birth_year)
            known[named] = min(entry.account, known.get(named, entry.account))
    return {entry.key: _person(entry, known) for entry in listed}


def _person(entry: Recognised, known: Mapping[tuple[str, int], int]) -> Person:
    if entry.account is not None:
        return entry.account
    named = (entry.name, entry.birth_year)
    return known.get(named, named)


def recognised_counting(entries: Iterable[Recognised]) -> dict[int, Counting]:
    """Return where each entry makes its person count, by its key: by the same rule as the register's own."""
    listed = sorted(entries, key=lambda entry: (entry.issued_on, entry.key))
    whose = persons(listed)
    held: dict[Person, list[Holding]] = {}
    found: dict[int, Counting] = {}
    for entry in listed:
        earlier = held.setdefault(whose[entry.key], [])
        counts = counting(
            scheme=entry.scheme, level=entry.level, issued_on=entry.issued_on, earlier=earlier
        )
        earlier.append(Holding(entry.scheme, counts.period, counts.higher_period))
        found[entry.key] = counts
    return found


@dataclass(frozen=True)
class Tally:
    """People by the register, by recognised certificates, and by both: nobody stands in `together` twice."""

    register: int
    recognised: int
    both: int

    @property
    def together(self) -> int:
        """Those who count by either."""
        return self.register + self.recognised - self.both

    @property
    def added(self) -> int:
        """Those who count by a recognised certificate only."""
        return self.recognised - self.both
