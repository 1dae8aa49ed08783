"""Changing a certificate's status: an officer proposes, a council member settles."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.background import nudge
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    Certificate,
    CertificateStatus,
    EventKind,
    HolderLetter,
    NumberCounter,
    ProposalState,
    StatusEvent,
    StatusProposal,
)
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules.decisions import document_number
from certificates.rules.status import Event, may_change
from certificates.services.decisions import SERIES
from certificates.services.documents import renew_document
from certificates.services.visibility import relist


@transaction.atomic
def propose_change(
    *,
    certificate: Certificate,
    event: Event,
    reason_vi: str,
    proposed_by: User,
    at: datetime,
    reason_en: str = "",
) -> StatusProposal:
    """
    Propose to suspend, reinstate or withdraw a certificate, and return the proposal.

    Raises NotReady without a reason, where the status does not allow it, or while another proposal
    is open; NotEntitled for a person who is not an officer on that day.
    """
    certificate = _locked(certificate)
    today = timezone.localdate(at)
    if not proposed_by.role_on(today, Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers propose a change of status."))
    _require_possible(certificate, event=event, on=today)
    if not reason_vi.strip():
        raise NotReady(_("Write the reason in Vietnamese."))
    with in_words():
        proposal = StatusProposal.objects.create(
            certificate=certificate,
            event=event.value,
            reason_vi=reason_vi.strip(),
            reason_en=reason_en.strip(),
            proposed_by=proposed_by,
            proposed_at=at,
        )
    audit.record(
        actor=proposed_by,
        action="status.proposed",
        subject=certificate.number,
        detail={"event": event.value},
        at=at,
    )
    return proposal


@transaction.atomic
def settle_proposal(
    *,
    proposal: StatusProposal,
    confirm: bool,
    settled_by: User,
    at: datetime,
    tell: bool = True,
) -> StatusEvent | None:
    """
    Confirm a proposal and return the event it brings about, or reject it and return None.

    The holder is told by letter, unless `tell` says that this was done on paper.

    Confirming or rejecting twice gives the first outcome. Raises Conflicted for the proposer or the
    holder, NotEntitled for a person who is not a council member on that day, NotReady where the
    status has changed meanwhile or the proposal was settled the other way.
    """
    locked = StatusProposal.objects.select_for_update(of=("self",), no_key=True)
    proposal = locked.select_related("certificate").get(pk=proposal.pk)
    certificate = _locked(proposal.certificate)
    wanted = ProposalState.CONFIRMED if confirm else ProposalState.REJECTED
    if proposal.state != ProposalState.OPEN:
        return _settled_before(proposal, wanted)
    today = timezone.localdate(at)
    _require_settler(proposal, certificate, settled_by=settled_by, on=today)
    if confirm:
        _require_possible(certificate, event=Event(proposal.event), on=today)
    proposal.state, proposal.settled_by, proposal.settled_at = wanted, settled_by, at
    with in_words():
        proposal.save(update_fields=["state", "settled_by", "settled_at"])
    audit.record(
        actor=settled_by,
        action=f"status.{wanted.value}",
        subject=certificate.number,
        detail={"event": proposal.event},
        at=at,
    )
    if not confirm:
        return None
    event = _bring_about(proposal, certificate, at=at)
    if tell:
        HolderLetter.objects.create(certificate=certificate, event=event, noted_at=at)
        nudge("certificates.send_holder_letters")
    return event


@transaction.atomic
def change_status(
    *,
    number: str,
    event: str,
    reason: tuple[str, str],
    proposed_by: User,
    settled_by: User,
    at: datetime,
) -> None:
    """
    Enter a change of status that two people have already agreed on paper; return nothing.

    `reason` is in Vietnamese and English. Raises Certificate.DoesNotExist for an unknown number,
    ValueError for an unknown event, and the problems of proposing and settling.
    """
    reason_vi, reason_en = reason
    proposal = propose_change(
        certificate=Certificate.objects.get(number=number),
        event=Event(event),
        reason_vi=reason_vi,
        reason_en=reason_en,
        proposed_by=proposed_by,
        at=at,
    )
    settle_proposal(proposal=proposal, confirm=True, settled_by=settled_by, at=at, tell=False)


def _settled_before(proposal: StatusProposal, wanted: ProposalState) -> StatusEvent | None:
    if proposal.state != wanted:
        raise NotReady(_("This proposal has already been settled."))
    return StatusEvent.objects.filter(proposal=proposal).first()


def _require_settler(
    proposal: StatusProposal, certificate: Certificate, *, settled_by: User, on: date
) -> None:
    if proposal.proposed_by_id == settled_by.pk:
        raise Conflicted(sentence("proposal_four_eyes"))
    if certificate.holder_id == settled_by.pk:
        raise Conflicted(sentence("status_by_holder"))
    if not settled_by.role_on(on, Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members settle a change of status."))


def _require_possible(certificate: Certificate, *, event: Event, on: date) -> None:
    status = certificate.status_on(on)
    if not may_change(status, event):
        raise NotReady(
            _("The certificate has the status “%(status)s”, which does not allow this change.")
            % {"status": CertificateStatus(status.value).label}
        )


def _bring_about(
    proposal: StatusProposal, certificate: Certificate, *, at: datetime
) -> StatusEvent:
    today = timezone.localdate(at)
    with in_words():
        number = document_number(NumberCounter.take(SERIES, today.year))
    event = _enter(proposal, certificate, number=number, effective_on=today, at=at)
    for renewed in _not_begun(certificate, on=today):
        begins = renewed.holds_from
        if may_change(renewed.status_on(begins), Event(proposal.event)):
            _enter(
                _same_for(renewed, proposal), renewed, number=number, effective_on=begins, at=at
            )
    return event


def _enter(
    proposal: StatusProposal,
    certificate: Certificate,
    *,
    number: str,
    effective_on: date,
    at: datetime,
) -> StatusEvent:
    if proposal.event == EventKind.REINSTATED:
        renew_document(certificate=certificate)
    with in_words():
        event = StatusEvent.objects.create(
            certificate=certificate,
            event=proposal.event,
            effective_on=effective_on,
            at=at,
            reason_vi=proposal.reason_vi,
            reason_en=proposal.reason_en,
            decided_by=proposal.settled_by,
            document_number=number,
            proposal=proposal,
        )
    relist(holder=certificate.holder, at=at)
    return event


def _not_begun(certificate: Certificate, *, on: date) -> list[Certificate]:
    """Return the renewal that was granted and has not begun: what befalls the old certificate befalls it too."""
    renewed = Certificate.objects.filter(dossier__renewal__certificate=certificate)
    return [each for each in renewed if each.holds_from > on]


def _same_for(certificate: Certificate, proposal: StatusProposal) -> StatusProposal:
    same = ("event", "reason_vi", "reason_en", "proposed_by", "proposed_at", "state")
    settled = ("settled_by", "settled_at")
    return StatusProposal.objects.create(
        certificate=certificate, **{name: getattr(proposal, name) for name in (*same, *settled)}
    )


def _locked(certificate: Certificate) -> Certificate:
    return Certificate.objects.select_for_update(of=("self",), no_key=True).get(pk=certificate.pk)


@transaction.atomic
def note_expiries(*, at: datetime, most: int = 500) -> int:
    """
    Append an "expired" event to certificates whose last day has passed, and return how many.

    Only a note for the history: the status itself follows from the date. Running it twice adds nothing.
    """
    today = timezone.localdate(at)
    lapsed = Certificate.objects.filter(valid_until__lt=today).exclude(
        events__event__in=[EventKind.EXPIRED, EventKind.WITHDRAWN, EventKind.SUPERSEDED]
    )
    found = list(lapsed[:most])
    StatusEvent.objects.bulk_create(
        [
            StatusEvent(
                certificate=certificate,
                event=EventKind.EXPIRED,
                effective_on=certificate.valid_until,
                at=at,
            )
            for certificate in found
        ],
        ignore_conflicts=True,
    )
    return len(found)
