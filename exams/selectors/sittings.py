"""Sittings as lists show them, and a person's own attempts."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.roles import Visitor
from certificates import api as certificates
from exams.models import Attempt, Sitting
from exams.models.sittings import SittingQuerySet
from exams.rules.sittings import extra_minutes


def calendar() -> SittingQuerySet:
    """Return every sitting with its examination: what a page for all visitors shows, and no attempts."""
    return Sitting.objects.select_related("form__exam")


def sittings() -> SittingQuerySet:
    """Return every sitting with its examination and whether anything of it is unmarked."""
    return calendar().with_marking()


def own_attempt_at(sitting: Sitting, visitor: Visitor) -> Attempt | None:
    """Return the visitor's own attempt at a sitting, if any."""
    if not visitor.is_authenticated:
        return None
    return attempts_of(visitor).filter(sitting=sitting).first()


def extra_minutes_at(sitting: Sitting, visitor: Visitor, attempt: Attempt | None) -> int:
    """Return how many minutes more the visitor has, or would have, at a sitting; zero for none."""
    if attempt is not None:
        return attempt.extra_minutes or 0
    if not visitor.is_authenticated:
        return 0
    return extra_minutes(sitting.form.exam.minutes, certificates.extra_time(visitor))


def current_sittings(*, at: datetime) -> SittingQuerySet:
    """Return what is open or still to come, soonest first."""
    return calendar().filter(closes_at__gt=at).order_by("opens_at", "pk")


def awaiting_release(*, at: datetime) -> SittingQuerySet:
    """Return the sittings that are over, were taken by somebody and are not released."""
    over = sittings().filter(closes_at__lte=at, released_at=None, attempts__isnull=False)
    return over.distinct().order_by("closes_at", "pk")


def attempts_of(person: User) -> QuerySet[Attempt]:
    """Return the person's attempts with sitting, examination, receipt and result, newest first."""
    return Attempt.objects.filter(candidate=person).select_related(
        "sitting__form__exam", "receipt", "result"
    )


def running_attempts(person: User, *, at: datetime) -> QuerySet[Attempt]:
    """Return the person's attempts that still take answers, the nearest end first; one query."""
    running = Attempt.objects.filter(candidate=person, closed_at=None, deadline__gt=at)
    return running.select_related("sitting__form__exam").order_by("deadline")


def next_sitting_for(person: User, *, at: datetime) -> Sitting | None:
    """Return the soonest sitting of an examination that the person has neither passed nor waits to hear of."""
    tried = Attempt.objects.filter(
        candidate=person, sitting__form__exam=OuterRef("form__exam")
    ).filter(Q(sitting=OuterRef("pk")) | Q(result=None) | Q(result__passed=True))
    return current_sittings(at=at).filter(~Exists(tried)).first()
