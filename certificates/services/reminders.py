"""Reminding holders before a certificate ends. The row is the queue; it is unique before anything is sent."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext, override

from accounts.letters import send_letter
from certificates.models import Certificate, CertificateStatus, Reminder, by_language
from certificates.models.development import lines_of, standing_of
from certificates.rules.reminders import AWAKE, STAGES, last_days, stage_on
from certificates.rules.status import Status


AT_A_TIME = 50
TRY_AGAIN = timedelta(hours=1)
log = logging.getLogger(__name__)


@transaction.atomic
def note_reminders(*, at: datetime, most: int = 500) -> int:
    """
    Note the reminders that are due and return how many are new; a query and an insert for each stage.

    Only valid certificates of people who can sign in; a stage that was noted is not noted again.
    """
    day = timezone.localdate(at)
    found: list[Reminder] = []
    for stage in STAGES:
        due = Certificate.objects.in_status(CertificateStatus.VALID, day=day).filter(
            valid_until__range=last_days(stage, day=day), holder__is_active=True
        )
        fresh = due.exclude(reminders__stage=stage).order_by("valid_until", "pk")
        found += [
            Reminder(certificate=certificate, stage=stage, noted_at=at)
            for certificate in fresh[:most]
        ]
    Reminder.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def send_reminders(*, at: datetime) -> int:
    """
    Send the reminders that are owed, by day, and return how many went out.

    A letter that the mail server does not take is tried again after an hour, and holds up no other.
    """
    if timezone.localtime(at).hour not in AWAKE:
        return 0
    rested = Q(tried_at=None) | Q(tried_at__lte=at - TRY_AGAIN)
    owed = Reminder.objects.filter(rested, sent_at=None).order_by(
        F("tried_at").asc(nulls_first=True), "pk"
    )
    sent = 0
    for pk in list(owed.values_list("pk", flat=True)[:AT_A_TIME]):
        try:
            sent += _send_one(pk, at)
        except OSError as problem:
            log.warning("reminder_not_sent", extra={"reminder": pk, "problem": repr(problem)})
            Reminder.objects.filter(pk=pk, sent_at=None).update(tried_at=at)
    return sent


@transaction.atomic
def _send_one(pk: int, at: datetime) -> bool:
    """Send one reminder and return whether it went out; forget it where it no longer holds."""
    locked = Reminder.objects.select_for_update(of=("self",)).filter(pk=pk, sent_at=None)
    reminder = locked.select_related(
        "certificate__holder", "certificate__scheme_version__scheme"
    ).first()
    if reminder is None:
        return False
    certificate, day = reminder.certificate, timezone.localdate(at)
    due = stage_on(day, valid_until=certificate.valid_until)
    if due != reminder.stage or certificate.status_on(day) != Status.VALID:
        reminder.delete()
        return False
    with override(certificate.holder.language):
        subject, text = _written(certificate, at)
        send_letter(subject=subject, text=text, to=certificate.holder.email)
    reminder.sent_at = at
    reminder.save(update_fields=["sent_at"])
    return True


def _written(certificate: Certificate, at: datetime) -> tuple[str, str]:
    """Return subject and text of the reminder, in the active language."""
    day = timezone.localdate(at)
    left = (certificate.valid_until - day).days
    facts = {
        "name": certificate.holder.full_name,
        "title": by_language(certificate.scheme_version, "name"),
        "number": certificate.grouped_number,
        "day": date_format(certificate.valid_until, "d/m/Y"),
    }
    hours = standing_of(certificate, lines_of(certificate.holder), day=day).cycle
    reached = {"reached": floatformat(hours.reached, "-2"), "asked": hours.asked}
    code = certificate.scheme_version.scheme.code
    paragraphs = [
        _("Dear %(name)s,") % facts,
        _("Your certificate %(number)s (%(title)s) is valid until %(day)s.") % facts,
        ngettext("%(left)s day is left.", "%(left)s days are left.", left) % {"left": left}
        if left
        else _("Today is its last day."),
        _("Your diary shows %(reached)s of the %(asked)s hours of development asked.") % reached,
        f"{settings.SITE_URL}{reverse('certificates:diary')}",
        _("What the scheme asks, and where you apply anew:"),
        f"{settings.SITE_URL}{reverse('certificates:scheme', args=[code])}",
    ]
    return _("Your certificate ends on %(day)s") % facts, "\n\n".join(paragraphs)
