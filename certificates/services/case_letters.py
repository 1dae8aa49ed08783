"""Letters to those who lodged a review or a complaint. The row is the queue."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _, override

from accounts.letters import send_letter
from certificates.models import Case, CaseAct, CaseEvent, CaseKind, CaseLetter


AT_A_TIME = 20


def send_case_letters(*, at: datetime) -> int:
    """
    Send the letters that are still owed and return how many there were.

    Each in its own transaction, marked as sent after the mail server took it: a crash in between sends one
    letter twice, never none.
    """
    owed = list(
        CaseLetter.objects.filter(sent_at=None)
        .order_by("pk")
        .values_list("pk", flat=True)[:AT_A_TIME]
    )
    for pk in owed:
        _send_one(pk, at)
    return len(owed)


@transaction.atomic
def _send_one(pk: int, at: datetime) -> None:
    letter = (
        CaseLetter.objects.select_for_update(of=("self",))
        .select_related("case", "event")
        .get(pk=pk)
    )
    if letter.sent_at is not None:
        return
    case = letter.case
    with override(case.language):
        subject, text = _written(letter.event, case)
        send_letter(subject=subject, text=text, to=case.email)
    letter.sent_at = at
    letter.save(update_fields=["sent_at"])


def _written(event: CaseEvent | None, case: Case) -> tuple[str, str]:
    """Return subject and text of the letter about an event, or to confirm the address, in the active language."""
    link = f"{settings.SITE_URL}{case.get_absolute_url()}"
    greeting = _("Dear %(name)s,") % {"name": case.name}
    subject, words = _words(event, case)
    about = _("About: %(subject)s") % {"subject": case.subject}
    return subject, "\n\n".join([greeting, about, *words, link])


def _words(event: CaseEvent | None, case: Case) -> tuple[str, list[str]]:
    reference = {"reference": case.reference}
    if event is None:
        return _("Please confirm your complaint"), [
            _("Somebody, most likely you, wrote a complaint with this address."),
            _(
                "It counts as received once you press the button on the page. If it was not you, do nothing."
            ),
        ]
    if event.act == CaseAct.RECEIVE and case.acknowledge_until and case.decide_until:
        days = {
            "first": date_format(case.acknowledge_until, "d/m/Y"),
            "last": date_format(case.decide_until, "d/m/Y"),
        }
        return _("%(reference)s: we have received it") % reference, [
            _(
                "Somebody who was not involved takes it up by %(first)s and it is decided by %(last)s."
            )
            % days,
            _("You can follow it, add to it, or take it back here:"),
        ]
    if event.act == CaseAct.ACKNOWLEDGE:
        return _("%(reference)s: it is being looked into") % reference, [
            _("An officer who had no part in the matter has taken it up."),
        ]
    if event.act == CaseAct.ASK:
        return _("%(reference)s: a word about your case") % reference, [
            event.note,
            _("Please answer here:"),
        ]
    return _("%(reference)s: decided") % reference, [
        _("The outcome: %(outcome)s.") % {"outcome": case.get_outcome_display()},
        case.reason,
        *_what_follows(case),
    ]


def _what_follows(case: Case) -> list[str]:
    if case.kind == CaseKind.APPEAL and case.reopened_id:
        return [
            _(
                "Your application is open again: an officer checks it, and the council decides anew."
            )
        ]
    return []
