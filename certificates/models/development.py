"""A person's development as the diary shows it: their own entries and the courses completed here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from accounts.models import User
from certificates.models import (
    Activity,
    Certificate,
    Evidence,
    EvidenceKind,
    SchemeVersion,
)
from certificates.rules.cpd import (
    YEAR,
    Credit,
    Tally,
    Year,
    asked_of_span,
    by_year,
    tally,
    years_of,
)
from certificates.rules.status import Status


KEPT = (Status.VALID, Status.SUSPENDED)


@dataclass(frozen=True)
class Line:
    """One line of the diary; `activity` is missing where the platform itself witnessed it."""

    day: date
    hours: Decimal
    title: str
    activity: Activity | None = None

    @property
    def credit(self) -> Credit:
        """The line as the rules see it."""
        return Credit(self.day, self.hours)


@dataclass(frozen=True)
class Standing:
    """How far the holder of a certificate has come: in each year, and towards the renewal."""

    certificate: Certificate
    scheme_version: SchemeVersion
    years: list[tuple[Year, Tally]]
    spans: list[tuple[Year, Tally]]
    cycle: Tally
    day: date

    @property
    def this_year(self) -> tuple[Year, Tally]:
        """The year that runs on the day asked for."""
        return next(each for each in self.years if each[0].holds(self.day))

    @property
    def this_span(self) -> tuple[Year, Tally] | None:
        """The span that the next report is about, where the scheme's spans are no years; otherwise None."""
        if self.scheme_version.surveillance_months == YEAR:
            return None
        return next((each for each in self.spans if each[0].holds(self.day)), None)


def lines_of(person: User) -> list[Line]:
    """Return a person's diary, newest first: three queries, and as many lines as one person writes in years."""
    own = [
        Line(each.day, each.hours, each.title, each)
        for each in Activity.objects.filter(person=person).prefetch_related("files")
    ]
    witnessed = Evidence.objects.filter(person=person, kind=EvidenceKind.TRAINING_HOURS)
    courses = [Line(each.obtained_on, each.value, each.title) for each in witnessed]
    return sorted(own + courses, key=lambda line: line.day, reverse=True)


def activity_of(person: User, public_id: UUID) -> Activity | None:
    """Return the person's activity with that id, if it is one of theirs."""
    return Activity.objects.filter(person=person, public_id=public_id).first()


def standings(person: User, lines: Sequence[Line], *, day: date) -> list[Standing]:
    """Return where the person stands with each certificate that is valid or suspended that day."""
    held = Certificate.objects.filter(holder=person).prefetch_related("events")
    kept = [each for each in held.select_related("scheme_version") if each.status_on(day) in KEPT]
    return [standing_of(certificate, lines, day=day) for certificate in kept]


def standing_of(certificate: Certificate, lines: Sequence[Line], *, day: date) -> Standing:
    """Return where the holder of a certificate stands by the lines of their diary."""
    version = certificate.scheme_version
    hours = [line.credit for line in lines]
    first, last = certificate.first_day, certificate.valid_until
    months = version.surveillance_months
    asked = asked_of_span(version.cpd_hours_per_year, months=months)
    spans = years_of(first, last, months=months)
    years = [year for year in years_of(first, last) if year.first <= day]
    return Standing(
        certificate=certificate,
        scheme_version=version,
        years=by_year(hours, years, asked=version.cpd_hours_per_year),
        spans=by_year(hours, spans, asked=asked),
        cycle=tally(hours, first=first, last=last, asked=version.renewal_cpd_hours),
        day=day,
    )
