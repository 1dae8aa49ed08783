"""The whole life of a certificate in one line of time, for its holder and for staff."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from certificates.models import (
    Certificate,
    Dossier,
    DossierEvent,
    EventKind,
    HolderLetter,
    ProposalState,
    Reminder,
    ReportEvent,
    StatusEvent,
    StatusProposal,
)
from certificates.models.register import CertificateQuerySet
from certificates.rules.surveillance import SETTLE_WITHIN_MONTHS
from certificates.rules.validity import add_months


@dataclass(frozen=True)
class Moment:
    """One thing that happened: when, what, and further words; `url` leads on."""

    at: datetime
    text: str
    day: date | None = None
    notes: list[str] = field(default_factory=list)
    url: str = ""
    link: str = ""

    def row(self) -> dict[str, Any]:
        """Return it as a row of the timeline."""
        when = {"day": self.day} if self.day else {"at": self.at}
        leads = {"url": self.url, "link": self.link} if self.url else {}
        return {"text": self.text, "notes": self.notes, **when, **leads}


def life_of(certificate: Certificate, *, staff: bool) -> list[dict[str, Any]]:
    """
    Return what happened to a certificate, the newest first, as rows of a timeline; a query for each kind of event.

    Everybody who is named here acted in an office; only staff read their names, the proposals and the letters.
    """
    moments = [*_events(certificate, staff), *_reports(certificate, staff)]
    moments += _applications(certificate, staff)
    if staff:
        moments += [*_proposals(certificate), *_letters(certificate), *_paper(certificate)]
    ordered = sorted(moments, key=lambda moment: moment.at, reverse=True)
    return [moment.row() for moment in ordered]


def _events(certificate: Certificate, staff: bool) -> Iterator[Moment]:  # noqa: FBT001 - private, passed on
    for event in certificate.events.all():
        notes = list(words_on(event))
        if event.reason:
            notes.append(event.reason)
        if staff and event.decided_by:
            notes.append(_("Decided by %(name)s") % {"name": event.decided_by.full_name})
        other = event.replaced_by
        yield Moment(
            at=event.at,
            day=event.effective_on,
            text=event.get_event_display(),
            notes=notes,
            url=other.get_absolute_url() if other else "",
            link=other.grouped_number if other else "",
        )


def words_on(event: StatusEvent) -> Iterator[str]:
    """Yield what anybody may read of an event: its decision, and why one certificate follows another."""
    if event.document_number:
        yield _("Decision %(number)s") % {"number": event.document_number}
    successor = event.replaced_by
    entered = event.certificate if event.event == EventKind.ISSUED else successor
    if entered and (ground := entered.succeeds.get("ground")):
        yield _("Ground: %(ground)s") % {"ground": ground_in_words(ground)}


def ground_in_words(ground: str) -> str:
    """Return why a certificate took the place of another; raise KeyError for no ground."""
    return {
        "correction": _("correction of what the certificate says"),
        "renewal": _("renewal at the end of its time"),
    }[ground]


def _reports(certificate: Certificate, staff: bool) -> Iterator[Moment]:  # noqa: FBT001 - private, passed on
    events = ReportEvent.objects.filter(report__certificate=certificate)
    for event in events.select_related("report", "by"):
        text = _("%(act)s (%(number)s)") % {
            "act": event.get_act_display(),
            "number": event.report.number,
        }
        yield Moment(event.at, text, notes=_said(event.note, event.by, staff=staff))


def _applications(certificate: Certificate, staff: bool) -> Iterator[Moment]:  # noqa: FBT001 - private, passed on
    linked = Dossier.objects.filter(
        Q(renewal__certificate=certificate)
        | Q(correction__certificate=certificate)
        | Q(pk=certificate.dossier_id)
    )
    events = DossierEvent.objects.filter(dossier__in=linked)
    for event in events.select_related("dossier__renewal", "dossier__correction", "by"):
        yield Moment(
            event.at,
            f"{_purpose(event.dossier)}: {event.get_act_display()}",
            notes=_said(event.note, event.by, staff=staff),
        )


def _purpose(dossier: Dossier) -> str:
    if hasattr(dossier, "renewal"):
        return _("Renewal")
    return (
        _("Correction") if hasattr(dossier, "correction") else _("Application for a certificate")
    )


def _said(note: str, by: Any, *, staff: bool) -> list[str]:
    name = by.full_name if staff and by else ""
    return [each for each in (note, name) if each]


def _proposals(certificate: Certificate) -> Iterator[Moment]:
    made = StatusProposal.objects.filter(certificate=certificate)
    for proposal in made.select_related("proposed_by", "settled_by"):
        event = proposal.get_event_display()
        yield Moment(
            proposal.proposed_at,
            _("Proposed: %(event)s") % {"event": event},
            notes=[proposal.reason_vi, proposal.proposed_by.full_name],
        )
        if proposal.state == ProposalState.REJECTED and proposal.settled_at:
            yield Moment(
                proposal.settled_at,
                _("Turned down: %(event)s") % {"event": event},
                notes=[proposal.settled_by.full_name] if proposal.settled_by else [],
            )


def _letters(certificate: Certificate) -> Iterator[Moment]:
    sent = HolderLetter.objects.filter(certificate=certificate).exclude(sent_at=None)
    for letter in sent.select_related("event", "act"):
        about = letter.event.get_event_display() if letter.event else ""
        about = letter.act.get_act_display() if letter.act else about
        yield Moment(letter.sent_at, _("Letter sent: %(about)s") % {"about": about})  # type: ignore[arg-type]
    reminders = Reminder.objects.filter(certificate=certificate).exclude(sent_at=None)
    for reminder in reminders:
        text = _("Letter sent: %(days)d days before the end") % {"days": reminder.stage}
        yield Moment(reminder.sent_at, text)  # type: ignore[arg-type]


def _paper(certificate: Certificate) -> Iterator[Moment]:
    made = certificate.document.produced_at
    if made:
        yield Moment(made, _("PDF made and signed"))


def long_suspended(*, on: date) -> CertificateQuerySet:
    """
    Return the certificates whose suspension nobody has settled for months, oldest first.

    ISO/IEC 17024 has such a suspension lead to withdrawal; here it is put before an officer, who proposes it.
    """
    limit = add_months(on, -SETTLE_WITHIN_MONTHS)
    since = Max("events__effective_on", filter=Q(events__event=EventKind.SUSPENDED))
    late = Certificate.objects.in_status("suspended", day=on).annotate(since=since)
    untouched = late.filter(Q(since__lte=limit)).exclude(proposals__state=ProposalState.OPEN)
    return untouched.order_by("since", "pk")
