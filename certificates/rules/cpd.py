"""How much a holder has kept learning: hours by year of a certificate, beside what its scheme asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from certificates.rules.validity import add_months


YEAR = 12


@dataclass(frozen=True)
class Credit:
    """Hours of development on one day."""

    day: date
    hours: Decimal


@dataclass(frozen=True)
class Year:
    """A year or another span of a certificate, from its first to its last day, the last one cut at the end of validity."""

    number: int
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Return whether the day lies in this year."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Tally:
    """The hours reached in a span, beside the hours asked."""

    reached: Decimal
    asked: int

    @property
    def met(self) -> bool:
        """Whether enough was done."""
        return self.reached >= self.asked

    @property
    def missing(self) -> Decimal:
        """How many hours are missing."""
        return max(Decimal(0), self.asked - self.reached)

    @property
    def percent(self) -> int:
        """How far it is, from 0 to 100; 100 only when enough was done."""
        if self.met:
            return 100
        return min(99, int(self.reached * 100 / self.asked))


def years_of(issued_on: date, valid_until: date, *, months: int = YEAR) -> list[Year]:
    """
    Return the years of a certificate in order, or its spans of another length: they cover its validity without a gap.

    Each begins where whole months from the first day lead, so that a short month shifts none of the later ones.
    """
    years: list[Year] = []
    first = issued_on
    while first <= valid_until:
        after = add_months(issued_on, months * (len(years) + 1))
        years.append(Year(len(years) + 1, first, min(after - timedelta(days=1), valid_until)))
        first = after
    return years


def asked_of_span(per_year: int, *, months: int) -> int:
    """Return the hours asked of a span of so many months, rounded up to whole hours."""
    return -(-per_year * months // YEAR)


def tally(done: Iterable[Credit], *, first: date, last: date, asked: int) -> Tally:
    """Return the hours of the days from first to last, beside what is asked."""
    hours = sum((each.hours for each in done if first <= each.day <= last), Decimal(0))
    return Tally(hours, asked)


def by_year(
    done: Sequence[Credit], years: Iterable[Year], *, asked: int
) -> list[tuple[Year, Tally]]:
    """Return each year with its hours, beside what is asked of a year."""
    return [(year, tally(done, first=year.first, last=year.last, asked=asked)) for year in years]
