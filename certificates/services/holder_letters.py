"""Letters to holders about suspensions, withdrawals and reports. The row is the queue, written with the event itself."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _, override

from accounts.letters import send_letter
from certificates.models import HolderLetter, ReportEvent, StatusEvent
from certificates.rules.cases import LODGE_WITHIN
from certificates.rules.status import Event
from certificates.rules.surveillance import ReportAct


AT_A_TIME = 50
TRY_AGAIN = timedelta(hours=1)
log = logging.getLogger(__name__)


def send_holder_letters(*, at: datetime) -> int:
    """
    Send the letters that are owed and return how many went out.

    A letter that the mail server does not take is tried again after an hour, and holds up no other.
    """
    rested = Q(tried_at=None) | Q(tried_at__lte=at - TRY_AGAIN)
    owed = HolderLetter.objects.filter(rested, sent_at=None).order_by(
        F("tried_at").asc(nulls_first=True), "pk"
    )
    sent = 0
    for pk in list(owed.values_list("pk", flat=True)[:AT_A_TIME]):
        try:
            sent += _send_one(pk, at)
        except OSError as problem:
            log.warning("holder_letter_not_sent", extra={"letter": pk, "problem": repr(problem)})
            HolderLetter.objects.filter(pk=pk, sent_at=None).update(tried_at=at)
    return sent


@transaction.atomic
def _send_one(pk: int, at: datetime) -> bool:
    locked = HolderLetter.objects.select_for_update(of=("self",)).filter(pk=pk, sent_at=None)
    letter = locked.select_related("certificate__holder", "event", "act__report").first()
    if letter is None:
        return False
    holder = letter.certificate.holder
    with override(holder.language):
        subject, paragraphs = written(letter)
        opening = _("Dear %(name)s,") % {"name": holder.full_name}
        send_letter(subject=subject, text="\n\n".join([opening, *paragraphs]), to=holder.email)
    letter.sent_at = at
    letter.save(update_fields=["sent_at"])
    return True


def written(letter: HolderLetter) -> tuple[str, list[str]]:
    """Return the subject of a letter and its paragraphs, in the active language."""
    number = letter.certificate.grouped_number
    page = reverse("certificates:held", args=[letter.certificate.number])
    if letter.event:
        subject, said = _about_status(letter.event, number)
    if letter.act:
        subject, said, page = _about_report(letter.act)
    return subject, [each for each in (*said, f"{settings.SITE_URL}{page}") if each]


def what_to_do(event: str) -> list[str]:
    """Return what a holder must know after a change of status: what to stop, what to do, and how to object."""
    review = _(
        "You may ask for a review within %(days)d days; it is decided by people who had no part in the decision."
    ) % {"days": LODGE_WITHIN.days}
    if event == Event.SUSPENDED:
        return [
            _(
                "From this day on you must not call yourself certified, nor use the certificate, its number or the programme's mark, until it is reinstated."
            ),
            _(
                "Do what the reason asks for and tell the certification office; the council then reinstates the certificate. A suspension that is not settled leads to a proposal to withdraw it."
            ),
            review,
        ]
    if event == Event.WITHDRAWN:
        return [
            _(
                "You must no longer call yourself certified, nor use the certificate, its number or the programme's mark. Destroy printed copies or send them back."
            ),
            review,
        ]
    return [
        _(
            "You may use the certificate again. Download it anew: the earlier file no longer counts."
        )
    ]


def _about_status(event: StatusEvent, number: str) -> tuple[str, list[str]]:
    day = date_format(event.effective_on, "SHORT_DATE_FORMAT")
    facts = {"number": number, "day": day, "decision": event.document_number}
    subjects = {
        Event.SUSPENDED: _("Your certificate %(number)s is suspended"),
        Event.REINSTATED: _("Your certificate %(number)s is reinstated"),
        Event.WITHDRAWN: _("Your certificate %(number)s is withdrawn"),
    }
    since = _("Since %(day)s, by decision %(decision)s.") % facts
    reason = _("The council's reason: %(reason)s") % {"reason": event.reason}
    said = [f"{subjects[Event(event.event)] % facts}. {since}", reason, *what_to_do(event.event)]
    return subjects[Event(event.event)] % facts, said


def _about_report(act: ReportEvent) -> tuple[str, list[str], str]:
    report = act.report
    facts = {
        "number": report.certificate.grouped_number,
        "first": date_format(report.first, "SHORT_DATE_FORMAT"),
        "last": date_format(report.last, "SHORT_DATE_FORMAT"),
        "due": date_format(report.due_on, "SHORT_DATE_FORMAT"),
    }
    subjects = {
        ReportAct.OPEN: _("Hand in your surveillance report by %(due)s"),
        ReportAct.REMIND: _("Your surveillance report is overdue since %(due)s"),
        ReportAct.ASK_FOR_MORE: _("More is needed for your surveillance report"),
        ReportAct.FULFIL: _("Your surveillance report is accepted"),
        ReportAct.FAIL: _("Your surveillance report is not fulfilled"),
    }
    about = (
        _("It is about certificate %(number)s and the time from %(first)s to %(last)s.") % facts
    )
    more = _("Whoever does not report may have the certificate suspended.")
    late = act.act in {ReportAct.REMIND, ReportAct.FAIL}
    said = [about, act.note, more if late else ""]
    return subjects[ReportAct(act.act)] % facts, said, report.get_absolute_url()
