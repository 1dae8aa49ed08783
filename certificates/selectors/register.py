"""Questions about the register's entries, for staff."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accounts.models import User
from accounts.names import fold
from certificates.models import Certificate, ProposalState, StatusProposal
from certificates.models.register import CertificateQuerySet
from certificates.rules.numbers import squeeze


# Asks for entries of which the register knows no province or no organisation.
NONE = "-"


@dataclass(frozen=True)
class RegisterFilter:
    """What to show of the register; empty parts do not narrow."""

    words: str = ""
    status: str = ""
    level: str = ""
    scheme: str = ""
    field: str = ""
    province: str = ""
    organisation_kind: str = ""
    year: int | None = None
    counted_in: str = ""
    counted_higher_in: str = ""
    higher: str = ""


def entries(wanted: RegisterFilter, *, day: date) -> CertificateQuerySet:
    """Return the entries that fit, newest first, each with its `status` on that day."""
    columns = {
        "level": wanted.level,
        "scheme_code": wanted.scheme,
        "field__code": wanted.field,
        "issued_on__year": wanted.year,
        "counted_in": wanted.counted_in,
        "counted_higher_in": wanted.counted_higher_in,
    }
    found = Certificate.objects.filter(**{name: value for name, value in columns.items() if value})
    if wanted.province:
        found = found.filter(province=None if wanted.province == NONE else wanted.province)
    if wanted.organisation_kind:
        kind = "" if wanted.organisation_kind == NONE else wanted.organisation_kind
        found = found.filter(organisation_kind=kind)
    if wanted.words:
        found = found.filter(
            Q(name_folded__contains=fold(wanted.words))
            | Q(number__startswith=squeeze(wanted.words))
        )
    if wanted.higher and wanted.counted_in:
        found = found.by_higher(wanted.counted_in, reached=wanted.higher == "1")
    found = found.in_status(wanted.status, day=day) if wanted.status else found.with_status(day)
    return found.select_related("field", "province", "organisation", "scheme_version")


def register_size() -> int:
    """Return how many certificates the register holds."""
    return Certificate.objects.count()


def entry(number: str) -> Certificate | None:
    """Return the entry with that stored number, its history, holder and document; None when there is none."""
    found = Certificate.objects.select_related(
        "holder",
        "field",
        "province",
        "organisation",
        "document",
        "decision__decided_by",
        "scheme_version",
    )
    return found.with_history().filter(number=number).first()


def open_proposal(certificate: Certificate) -> StatusProposal | None:
    """Return the proposal that awaits the council, if any."""
    return (
        certificate.proposals.filter(state=ProposalState.OPEN)
        .select_related("proposed_by")
        .first()
    )


def open_proposals() -> "list[StatusProposal]":
    """Return the proposals that await the council, oldest first; at most fifty."""
    waiting = StatusProposal.objects.filter(state=ProposalState.OPEN)
    return list(waiting.select_related("certificate", "proposed_by")[:50])


def certificates_of(person: User, *, day: date) -> CertificateQuerySet:
    """Return a person's certificates, newest first, each with its `status` on that day."""
    held = Certificate.objects.filter(holder=person).with_status(day)
    return held.select_related("field", "document", "scheme_version")
