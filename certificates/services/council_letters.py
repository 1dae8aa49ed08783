"""Letters to applicants about the council's decision. The row is the queue."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _, override

from accounts.letters import send_letter
from certificates.models import CouncilLetter, Decision, LetterKind
from certificates.rules.cases import LODGE_WITHIN


AT_A_TIME = 20


def send_council_letters(*, at: datetime) -> int:
    """
    Send the letters that are still owed and return how many there were.

    Each in its own transaction, marked as sent after the mail server took it: a crash in between sends one letter
    twice, never none.
    """
    owed = list(
        CouncilLetter.objects.filter(sent_at=None)
        .order_by("pk")
        .values_list("pk", flat=True)[:AT_A_TIME]
    )
    for pk in owed:
        _send_one(pk, at)
    return len(owed)


@transaction.atomic
def _send_one(pk: int, at: datetime) -> None:
    rows = CouncilLetter.objects.select_for_update(of=("self",))
    letter = rows.select_related("dossier__applicant", "dossier__scheme_version").get(pk=pk)
    if letter.sent_at is not None:
        return
    dossier, person = letter.dossier, letter.dossier.applicant
    with override(person.language):
        decision = Decision.objects.filter(dossier=dossier).first()
        if letter.kind == LetterKind.REFUSED and decision is not None:
            subject, words = _refused(decision)
        else:
            subject, words = _delayed()
        greeting = _("Dear %(name)s,") % {"name": person.full_name}
        about = _("Your application: %(scheme)s.") % {"scheme": dossier.scheme_version.name}
        link = f"{settings.SITE_URL}{dossier.get_absolute_url()}"
        send_letter(
            subject=subject, text="\n\n".join([greeting, about, *words, link]), to=person.email
        )
    letter.sent_at = at
    letter.save(update_fields=["sent_at"])


def _refused(decision: Decision) -> tuple[str, list[str]]:
    facts = {
        "number": decision.document_number,
        "day": date_format(decision.decided_on, "d/m/Y"),
        "until": date_format(decision.decided_on + LODGE_WITHIN, "d/m/Y"),
    }
    return _("The council did not grant the certificate"), [
        _("By decision %(number)s of %(day)s the council refused the certificate. The reason:")
        % facts,
        decision.reason,
        _(
            "You may ask for a review until %(until)s, free of charge. People who had no part in the decision carry it out. You may also apply again."
        )
        % facts,
        _("The sealed notice and the button for a review stand on the page of your application:"),
    ]


def _delayed() -> tuple[str, list[str]]:
    return _("Your certificate is delayed"), [
        _(
            "The council has decided on your application, but the decision could not be carried out: something changed after the vote."
        ),
        _(
            "The certification office looks into it: it goes to the next meeting, or you get a decision with reasons. You need not do anything now."
        ),
    ]
