"""Ending a certificate because another takes its place: at once, or on the day on which the other begins."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import User
from certificates.models import (
    Certificate,
    CertificateStatus,
    Decision,
    EventKind,
    Renewal,
    StatusEvent,
)
from certificates.models.register import FINAL
from certificates.rules.succession import Ground
from certificates.services.terms import Terms
from certificates.services.visibility import relist


GROUNDS = {
    Ground.CORRECTION: ("Đính chính nội dung ghi trên chứng chỉ", "Correction of what it says"),
    Ground.RENEWAL: ("Chứng nhận lại", "Renewal"),
}


def succeed(certificate: Certificate, terms: Terms, *, decision: Decision, at: datetime) -> None:
    """
    End what a new certificate takes the place of, within the transaction of its issue; return nothing.

    What a renewal follows stays until the renewal begins: `note_successions` ends it then.
    """
    today = timezone.localdate(at)
    if terms.ground == Ground.RENEWAL and terms.cycle.holds_from > today:
        return
    if terms.old is not None and terms.ground is not None:
        _supersede(terms.old, certificate, decision=decision, ground=terms.ground, at=at)
        if terms.ground == Ground.CORRECTION:
            _call_by(certificate.holder, terms.name, decision=decision, at=at)
        return
    held = Certificate.objects.filter(scheme_code=certificate.scheme_code).exclude(
        pk=certificate.pk
    )
    for old in held.held_by(certificate.holder, status=CertificateStatus.VALID, day=today):
        _supersede(old, certificate, decision=decision, at=at)


def note_successions(*, at: datetime, most: int = 500) -> int:
    """
    End the certificates whose renewals have begun, and return how many there were.

    A withdrawn one stays withdrawn. Running it twice, or two at once, ends none twice.
    """
    begun = Renewal.objects.filter(
        dossier__certificate__events__event=EventKind.ISSUED,
        dossier__certificate__events__effective_on__lte=timezone.localdate(at),
    ).exclude(certificate__events__event__in=FINAL)
    waiting = begun.select_related("certificate", "dossier__certificate__decision__decided_by")
    return sum(_end(renewal, at=at) for renewal in waiting[:most])


@transaction.atomic
def _end(renewal: Renewal, *, at: datetime) -> bool:
    locked = Certificate.objects.select_for_update(of=("self",), no_key=True)
    old, new = locked.get(pk=renewal.certificate_id), renewal.dossier.certificate
    if old.events.filter(event__in=FINAL).exists():
        return False
    _supersede(old, new, decision=new.decision, ground=Ground.RENEWAL, at=at)
    relist(holder=old.holder, at=at)
    return True


def _supersede(
    old: Certificate,
    by: Certificate,
    *,
    decision: Decision,
    at: datetime,
    ground: Ground | None = None,
) -> None:
    reason_vi, reason_en = GROUNDS[ground] if ground else ("", "")
    StatusEvent.objects.create(
        certificate=old,
        event=EventKind.SUPERSEDED,
        effective_on=max(by.holds_from, timezone.localdate(by.issued_at)),
        at=at,
        reason_vi=reason_vi,
        reason_en=reason_en,
        decided_by=decision.decided_by,
        document_number=decision.document_number,
        replaced_by=by,
    )
    audit.record(
        actor=decision.decided_by,
        action="certificate.superseded",
        subject=old.number,
        detail={"by": by.number},
        at=at,
    )


def _call_by(person: User, name: str, *, decision: Decision, at: datetime) -> None:
    """Give an account the corrected name, so that the next certificate is right; what was issued keeps its words."""
    if person.full_name == name:
        return
    person.full_name = name
    person.save(update_fields=["full_name", "name_folded", "name_sort_key"])
    audit.record(
        actor=decision.decided_by,
        action="profile.changed",
        subject=str(person.public_id),
        detail={"fields": ["full_name"]},
        at=at,
    )
