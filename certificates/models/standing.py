"""Where a person stands towards an application or a case: the checklist, and ties that bar a decision."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from accounts.models import User
from certificates.models.cases import Case
from certificates.models.decisions import Decision
from certificates.models.dossiers import Dossier
from certificates.models.evidence import Evidence, EvidenceActor, Part
from certificates.models.keeping import keeping_checks
from certificates.models.register import Certificate, CertificateStatus
from certificates.models.succession import Correction, Renewal
from certificates.rules.decisions import Ties
from certificates.rules.requirements import Check, Kind, Proof, Requirement, checklist


def proofs_of(person: User, *, on: date) -> list[Proof]:
    """Return what the platform itself knows of a person: evidence, and certificates valid that day."""
    recorded = [evidence.as_proof() for evidence in Evidence.objects.filter(person=person)]
    held = Certificate.objects.held_by(person, status=CertificateStatus.VALID, day=on)
    return recorded + [
        Proof(Kind.CERTIFICATE, certificate.scheme_code, Decimal(1), certificate.issued_on)
        for certificate in held
    ]


def checklist_for(person: User, needs: Iterable[Requirement], *, on: date) -> list[Check]:
    """Return the checklist of a person who has not declared anything yet."""
    return checklist(needs, proofs_of(person, on=on), on=on)


def checklist_of(dossier: Dossier, *, on: date) -> list[Check]:
    """
    Return the checklist of an application, from evidence and declarations.

    A renewal has its own, from diary, reports and register; a correction asks for nothing that can be counted.
    """
    if renewal := Renewal.objects.filter(dossier=dossier).first():
        return keeping_checks(renewal.certificate, version=dossier.scheme_version, on=on)
    if Correction.objects.filter(dossier=dossier).exists():
        return []
    proofs = proofs_of(dossier.applicant, on=on) + dossier.declared()
    return checklist(dossier.scheme_version.needs(), proofs, on=on)


def ties_between(person: User, dossiers: Iterable[Dossier]) -> dict[int, Ties]:
    """Return, for each dossier's key, how the person is tied to it; two queries however many there are."""
    listed = list(dossiers)
    actors = EvidenceActor.objects.filter(
        person=person, evidence__person__in={dossier.applicant_id for dossier in listed}
    ).values_list("evidence__person_id", "part", "evidence__obtained_on")
    taught: dict[int, list[date]] = {}
    examined: set[int] = set()
    for applicant, part, day in actors:
        if part == Part.TRAINED:
            taught.setdefault(applicant, []).append(day)
        else:
            examined.add(applicant)
    asked = dict(
        Correction.objects.filter(dossier__in=listed).values_list("dossier", "requested_by")
    )
    return {
        dossier.pk: Ties(
            is_applicant=dossier.applicant_id == person.pk,
            is_checker=dossier.checked_by_id == person.pk,
            taught_on=tuple(taught.get(dossier.applicant_id, ())),
            examined=dossier.applicant_id in examined,
            asked=person.pk == asked.get(dossier.pk),
        )
        for dossier in listed
    }


def is_involved(person: User, case: Case) -> bool:
    """Return whether a person had any part in what a case is about, as the database's own refusal sees it."""
    if person.pk == case.by_id:
        return True
    event, dossier = case.event, case.dossier
    if event is not None:
        proposal = event.proposal
        if person.pk in {event.decided_by_id, proposal.proposed_by_id if proposal else None}:
            return True
    return dossier is not None and _had_part_in(person, dossier)


def _had_part_in(person: User, dossier: Dossier) -> bool:
    return (
        person.pk in {dossier.applicant_id, dossier.checked_by_id}
        or Decision.objects.filter(dossier=dossier, decided_by=person).exists()
        or EvidenceActor.objects.filter(
            person=person, evidence__person_id=dossier.applicant_id
        ).exists()
    )
