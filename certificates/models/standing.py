"""Where a person stands towards an application or a case: the checklist, and ties that bar a decision."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Q

from accounts.models import Membership, User
from certificates.models.cases import Case
from certificates.models.decisions import Decision
from certificates.models.dossiers import Dossier
from certificates.models.evidence import Evidence, EvidenceActor, Part
from certificates.models.interests import ConflictStatement, Interest
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


def ties_between(person: User, dossiers: Iterable[Dossier], *, on: date) -> dict[int, Ties]:
    """Return, for each dossier's key, how the person is tied to it that day; five queries at most, however many there are."""
    listed = list(dossiers)
    found = ties_of([person], listed, on=on)
    return {dossier.pk: found[person.pk, dossier.pk] for dossier in listed}


def ties_of(
    people: Iterable[User], dossiers: Iterable[Dossier], *, on: date
) -> dict[tuple[int, int], Ties]:
    """Return how each person is tied to each dossier that day, by both keys; five queries at most, however many there are."""
    who, listed = [each.pk for each in people], list(dossiers)
    taught, examined = _parts(who, {dossier.applicant_id for dossier in listed})
    stated = set(
        ConflictStatement.objects.filter(
            person__in=who, conflicted=True, line__dossier__in=listed
        ).values_list("person_id", "line__dossier_id")
    )
    asked = dict(
        Correction.objects.filter(dossier__in=listed).values_list("dossier", "requested_by")
    )
    standing = _standing(who, {dossier.applicant_id for dossier in listed}, on=on)
    return {
        (person, dossier.pk): Ties(
            is_applicant=dossier.applicant_id == person,
            is_checker=dossier.checked_by_id == person,
            taught_on=tuple(taught.get((person, dossier.applicant_id), ())),
            examined=(person, dossier.applicant_id) in examined,
            declared=(person, dossier.pk) in stated or (person, dossier.applicant_id) in standing,
            asked=person == asked.get(dossier.pk),
        )
        for person in who
        for dossier in listed
    }


Pair = tuple[int, int]


def _parts(people: list[int], applicants: set[int]) -> tuple[dict[Pair, list[date]], set[Pair]]:
    """Return when who taught whom, and who examined whom."""
    taught: dict[Pair, list[date]] = {}
    examined: set[Pair] = set()
    actors = EvidenceActor.objects.filter(
        person__in=people, evidence__person__in=applicants
    ).values_list("person_id", "evidence__person_id", "part", "evidence__obtained_on")
    for person, applicant, part, day in actors:
        if part == Part.TRAINED:
            taught.setdefault((person, applicant), []).append(day)
        else:
            examined.add((person, applicant))
    return taught, examined


def _standing(people: list[int], applicants: set[int], *, on: date) -> set[Pair]:
    """Return who has declared a tie that day to which applicant, or to an organisation that employs them that day."""
    lasting = Q(until=None) | Q(until__gte=on)
    found = Interest.objects.filter(lasting, person__in=people, since__lte=on).values_list(
        "person_id", "about_id", "organisation_id"
    )
    pairs: set[Pair] = set()
    through: dict[int, list[int]] = {}
    for person, about, organisation in found:
        if about:
            pairs.add((person, about))
        else:
            through.setdefault(organisation, []).append(person)
    if through:
        employed = Membership.objects.filter(
            lasting, organisation__in=through, person__in=applicants, since__lte=on
        ).values_list("organisation_id", "person_id")
        pairs |= {
            (person, applicant) for place, applicant in employed for person in through[place]
        }
    return pairs


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
