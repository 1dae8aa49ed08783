"""What of the examinations waits for a person, and what a candidate does next."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role, may_examine, may_release_results
from accounts.workspace import NextStep, Waiting
from exams.models import Attempt, Sitting
from exams.rules.sittings import SittingState
from exams.selectors.marking import unmarked_scripts
from exams.selectors.sittings import awaiting_release, next_sitting_for, running_attempts


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield scripts to mark for examiners and sittings to release for officers; a query each."""
    if may_examine(person):
        facts = unmarked_scripts(at=at).aggregate(
            count=Count("pk"), since=Min("attempt__closed_at")
        )
        yield Waiting(
            _("Scripts to mark"), facts["count"], reverse("exams:marking"), facts["since"]
        )
    if may_release_results(person):
        over = awaiting_release(at=at).order_by()
        facts = over.aggregate(count=Count("pk", distinct=True), since=Min("closes_at"))
        yield Waiting(
            _("Results to release"), facts["count"], reverse("exams:releases"), facts["since"]
        )


def steps(person: User, at: datetime) -> Iterator[NextStep]:
    """Yield the papers under way, and for who works in no other role the next sitting to take; a query each."""
    for attempt in running_attempts(person, at=at):
        yield _paper(attempt)
    if person.current_roles == {Role.TRAINEE} and (sitting := next_sitting_for(person, at=at)):
        yield _sitting(sitting, at)


def _paper(attempt: Attempt) -> NextStep:
    return NextStep(
        _("Go on with your exam: %(sitting)s") % {"sitting": attempt.sitting.title},
        reverse("exams:question", args=[attempt.public_id, 1]),
        _("Answers are taken until %(moment)s.") % {"moment": _moment(attempt.deadline)},
        attempt.deadline,
    )


def _sitting(sitting: Sitting, at: datetime) -> NextStep:
    is_open = sitting.state(at=at) is SittingState.OPEN
    words = _("Open until %(moment)s.") if is_open else _("Begins at %(moment)s.")
    return NextStep(
        _("Next exam: %(sitting)s") % {"sitting": sitting.title},
        reverse("exams:sitting", args=[sitting.public_id]),
        words % {"moment": _moment(sitting.closes_at if is_open else sitting.opens_at)},
        sitting.closes_at if is_open else sitting.opens_at,
    )


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
