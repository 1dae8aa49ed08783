"""Marking essays on their rubric."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts import audit
from accounts.models import User
from exams.models import Mark, Script
from exams.policies import may_mark
from exams.rules.marking import BadMark, checked_marks, total
from exams.services.problems import Refused, sentence_for


LONGEST_COMMENT = 4_000


class Conflict(Refused):
    """This examiner must not mark this candidate."""


def require_no_conflict(*, examiner: User, candidate: User, on: date) -> None:
    """Raise Conflict when the examiner is the candidate or has taught them within 24 months."""
    if examiner == candidate:
        raise Conflict(_("Nobody marks their own script."))
    if not may_mark(examiner, candidate, on=on):
        raise Conflict(
            _("You taught this candidate within the last 24 months, so somebody else marks this.")
        )


def _require_free(script: Script, examiner: User) -> None:
    if hasattr(script.attempt, "result"):
        raise Refused(_("The results are released: marks can no longer change."))
    if script.marks.exclude(examiner=examiner).exclude(submitted_at=None).exists():
        raise Refused(_("Another examiner has just marked this script."))


def _write(mark: Mark) -> None:
    try:
        with transaction.atomic():
            mark.save()
    except IntegrityError as error:
        raise sentence_for(error) from error


@transaction.atomic
def save_mark(
    *,
    script: Script,
    examiner: User,
    given: Sequence[object],
    comment: str,
    submit: bool,
    at: datetime,
) -> Mark:
    """
    Store an examiner's marks, one per criterion, as a draft or as submitted, and return them.

    A submitted mark stays submitted when it is saved again before the release. Raises Conflict, and Refused
    for marks outside their criterion, for a submission with a criterion unmarked, for a script that somebody
    else has marked and after the release.
    """
    script = (
        Script.objects.select_for_update(of=("self",), no_key=True)
        .select_related("attempt__candidate", "attempt__result", "form_item__version__item")
        .get(pk=script.pk)
    )
    require_no_conflict(examiner=examiner, candidate=script.attempt.candidate, on=localdate(at))
    _require_free(script, examiner)
    try:
        marks = checked_marks(script.form_item.version.highest_marks, given)
    except BadMark:
        raise Refused(_("A mark is outside its criterion.")) from None
    mark = script.marks.filter(examiner=examiner).first() or Mark(script=script, examiner=examiner)
    mark.criteria = [None if one is None else str(one) for one in marks]
    mark.comment = comment.strip()[:LONGEST_COMMENT]
    mark.total, mark.saved_at = total(marks), at
    if mark.total is None and (submit or mark.submitted_at):
        raise Refused(_("Mark every criterion before you save the mark."))
    if submit:
        mark.submitted_at = at
    _write(mark)
    if mark.submitted_at:
        _settle(script, mark, at)
    return mark


def _settle(script: Script, mark: Mark, at: datetime) -> None:
    script.points, script.marked_at = mark.total, at
    script.save(update_fields=["points", "marked_at"])
    audit.record(
        actor=mark.examiner,
        action="script.marked",
        subject=str(script.public_id),
        detail={"total": str(mark.total), "criteria": mark.criteria},
        at=at,
    )
