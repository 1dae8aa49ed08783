"""Entering a certificate in the register."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts import audit
from accounts.background import nudge
from accounts.models import Membership, Organisation, Province
from accounts.names import fold, sort_key
from certificates.models import (
    Certificate,
    CertificateDocument,
    Decision,
    DecisionOutcome,
    DocumentState,
    Dossier,
    EventKind,
    NumberCounter,
    StatusEvent,
)
from certificates.problems import NotReady, in_words, sentence
from certificates.rules.numbers import numbered
from certificates.rules.progress import Counting, Holding, Level, counting
from certificates.services.losses import require_whole
from certificates.services.succession import succeed
from certificates.services.terms import Terms, terms_of
from certificates.services.visibility import relist


ISSUER = {
    "parent_vi": "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia",
    "parent_en": "Commission for Standards, Metrology and Quality of Viet Nam",
    "name_vi": "Hội đồng chứng nhận chuyên gia năng suất chất lượng",
    "name_en": "Certification Council of Productivity and Quality Experts",
    "place_vi": "Hà Nội",
    "place_en": "Ha Noi",
}


@transaction.atomic
def issue(
    *, dossier: Dossier, decision: Decision, at: datetime, produce: bool = True
) -> Certificate:
    """
    Enter the certificate of a granted dossier in the register, queue its document, and return it.

    Asking twice returns the same certificate. Raises NotReady when the decision is no grant of this
    dossier, the year's numbers are used up, or the database holds less than was signed before. With `produce=False` the document is made on request.
    """
    if issued := Certificate.objects.filter(dossier=dossier).first():
        return issued
    if decision.dossier_id != dossier.pk or decision.outcome != DecisionOutcome.GRANT:
        raise NotReady(sentence("decision_before_check"))
    require_whole()
    today = timezone.localdate(at)
    terms = terms_of(dossier, decision, on=today)
    with in_words():
        sequence = NumberCounter.take(dossier.scheme.prefix, today.year)
    number = numbered(prefix=dossier.scheme.prefix, year=today.year, sequence=sequence)
    certificate = _enter(dossier, decision, terms, number=number.canonical, at=at)
    StatusEvent.objects.create(
        certificate=certificate,
        event=EventKind.ISSUED,
        effective_on=terms.cycle.holds_from,
        at=at,
        decided_by=decision.decided_by,
        document_number=decision.document_number,
    )
    succeed(certificate, terms, decision=decision, at=at)
    relist(holder=certificate.holder, at=at)
    state = DocumentState.PENDING if produce else DocumentState.ON_REQUEST
    CertificateDocument.objects.create(certificate=certificate, state=state)
    audit.record(
        actor=decision.decided_by,
        action="certificate.issued",
        subject=certificate.number,
        detail={"dossier": str(dossier.public_id), "decision": decision.document_number},
        at=at,
    )
    if produce:
        nudge("certificates.produce_document", certificate_id=certificate.pk)
    return certificate


def _enter(
    dossier: Dossier, decision: Decision, terms: Terms, *, number: str, at: datetime
) -> Certificate:
    holder, cycle = dossier.applicant, terms.cycle
    today = timezone.localdate(at)
    organisation = _organisation(dossier, on=today)
    province = holder.province or (organisation.province if organisation else None)
    counts = _counts(dossier, on=today)
    places = _places(organisation, province)
    return Certificate.objects.create(
        number=number,
        dossier=dossier,
        decision=decision,
        holder=holder,
        holder_name=terms.name,
        name_folded=fold(terms.name),
        name_sort_key=sort_key(terms.name),
        scheme_version=dossier.scheme_version,
        scheme_code=dossier.scheme.code,
        level=dossier.scheme_version.level,
        field=terms.field,
        organisation=organisation,
        organisation_kind=organisation.kind if organisation else "",
        province=province,
        issued_at=at,
        issued_on=today,
        valid_until=cycle.ends_on,
        begins_on=None if cycle.begins_on == today else cycle.begins_on,
        counted_in=counts.period,
        counted_higher_in=counts.higher_period,
        snapshot=_snapshot(terms, number=number, issued_on=today) | places | terms.more,
    )


def _counts(dossier: Dossier, *, on: date) -> Counting:
    earlier = Certificate.objects.filter(holder=dossier.applicant).values_list(
        "scheme_code", "counted_in", "counted_higher_in"
    )
    return counting(
        scheme=dossier.scheme.code,
        level=Level(dossier.scheme_version.level),
        issued_on=on,
        earlier=[Holding(*facts) for facts in earlier],
    )


def _organisation(dossier: Dossier, *, on: date) -> Organisation | None:
    held = Membership.objects.filter(
        Q(until=None) | Q(until__gte=on), person=dossier.applicant, since__lte=on
    )
    newest = held.select_related("organisation__province").order_by("-since", "-pk").first()
    return newest.organisation if newest else None


def _snapshot(terms: Terms, *, number: str, issued_on: date) -> dict[str, Any]:
    field = terms.field
    return {
        "number": number,
        "name": terms.name,
        "scheme": terms.scheme,
        "field": {"code": field.code, "name_vi": field.name_vi, "name_en": field.name_en},
        "decision": terms.decision,
        "issued_on": issued_on.isoformat(),
        "valid_until": terms.cycle.ends_on.isoformat(),
        "issuer": ISSUER,
    }


def _places(organisation: Organisation | None, province: Province | None) -> dict[str, Any]:
    return {
        "organisation": {
            "kind": organisation.kind if organisation else "",
            "name_vi": organisation.name_vi if organisation else "",
            "name_en": organisation.name_en if organisation else "",
        },
        "province": {
            "code": province.code if province else "",
            "name_vi": province.name_vi if province else "",
            "name_en": province.name_en if province else "",
        },
    }
