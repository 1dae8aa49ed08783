"""Sittings and the start of attempts."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _, ngettext

from accounts import audit
from accounts.models import User
from certificates import api as certificates
from exams.models import Attempt, Form, Sitting
from exams.rules.sittings import (
    SittingFull,
    SittingState,
    deadline,
    extra_minutes,
    free_number,
)
from exams.services.problems import Refused


@transaction.atomic
def create_sitting(
    *,
    code: str,
    form: Form,
    title_vi: str,
    title_en: str,
    number_prefix: str,
    opens_at: datetime,
    closes_at: datetime,
    by: User | None = None,
) -> Sitting:
    """Return the sitting of that code, made at the first call; raise Refused for an unsealed paper."""
    if form.sealed_at is None:
        raise Refused(_("Only a sealed paper can be taken."))
    sitting, new = Sitting.objects.get_or_create(
        code=code,
        defaults={
            "form": form,
            "title_vi": title_vi,
            "title_en": title_en,
            "number_prefix": number_prefix,
            "opens_at": opens_at,
            "closes_at": closes_at,
        },
    )
    if new:
        audit.record(actor=by, action="sitting.created", subject=code, detail={"form": form.code})
    return sitting


NOT_OPEN = {
    SittingState.SCHEDULED: _("This sitting is not open yet."),
    SittingState.MARKING: _("This sitting is over."),
    SittingState.CLOSED: _("This sitting is over."),
    SittingState.RELEASED: _("This sitting is over."),
}


@transaction.atomic
def start_attempt(*, sitting: Sitting, candidate: User, at: datetime) -> Attempt:
    """
    Return the candidate's attempt, started now if it was not; asking twice never gives more time.

    Raises Refused when the sitting is not open, or when it has no candidate number left.
    """
    sitting = (
        Sitting.objects.select_for_update(of=("self",), no_key=True)
        .select_related("form__exam")
        .get(pk=sitting.pk)
    )
    if started := sitting.attempts.filter(candidate=candidate).first():
        return started
    if (state := sitting.state(at=at)) != SittingState.OPEN:
        raise Refused(NOT_OPEN[state])
    try:
        number = free_number(
            sitting.attempts.values_list("number", flat=True), secrets.SystemRandom().choice
        )
    except SittingFull:
        raise Refused(_("This sitting has no candidate number left.")) from None
    minutes = sitting.form.exam.minutes
    extra = extra_minutes(minutes, certificates.extra_time(candidate))
    attempt = Attempt.objects.create(
        sitting=sitting,
        candidate=candidate,
        number=number,
        started_at=at,
        deadline=deadline(
            started_at=at, minutes=minutes, closes_at=sitting.closes_at, extra=extra
        ),
        extra_minutes=extra or None,
    )
    audit.record(
        actor=candidate,
        action="attempt.started",
        subject=str(attempt.public_id),
        detail={"sitting": sitting.code},
        at=at,
    )
    return attempt


@transaction.atomic
def close_sitting(*, sitting: Sitting, officer: User, at: datetime) -> Sitting:
    """
    End an open sitting before its time, once nobody is working, and return it; one that is over stays as it is.

    Raises Refused before it has opened and while a candidate is still working.
    """
    sitting = Sitting.objects.select_for_update(of=("self",), no_key=True).get(pk=sitting.pk)
    if at >= sitting.closes_at:
        return sitting
    if at <= sitting.opens_at:
        raise Refused(_("This sitting is not open yet."))
    working = sitting.attempts.filter(closed_at=None, deadline__gt=at).count()
    if working:
        sentence = ngettext(
            "%(number)s candidate is still working.",
            "%(number)s candidates are still working.",
            working,
        )
        raise Refused(sentence % {"number": working})
    sitting.closes_at = at
    sitting.save(update_fields=["closes_at"])
    audit.record(actor=officer, action="sitting.closed_early", subject=sitting.code, at=at)
    return sitting
