"""What applicants and officers do with an application."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _

from accounts import audit
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    Certificate,
    CertificateStatus,
    ConductAgreement,
    Dossier,
    DossierEvent,
    DossierState,
    ExpertField,
    SchemeVersion,
    requirement_labels,
)
from certificates.models.standing import checklist_of
from certificates.problems import NotEntitled, NotReady, in_words
from certificates.rules.dossiers import CHECKS, Act, OutOfTurn, after
from certificates.rules.requirements import unmet
from certificates.services.files import file_evidence


@dataclass(frozen=True)
class Declaration:
    """What the applicant says about themselves."""

    field: ExpertField | None
    education: str
    experience_years: Decimal
    experience: str = ""
    project_count: int = 0
    projects: str = ""


@transaction.atomic
def start_dossier(*, applicant: User, scheme_version: SchemeVersion, at: datetime) -> Dossier:
    """
    Open an application under a scheme version and return it; an open one of that scheme is returned as it is.

    Raises NotReady while a certificate of the scheme is suspended: an application must not be a way
    around the suspension. Neither can one be opened while a renewal that was granted has not begun.
    """
    scheme = scheme_version.scheme
    if found := Dossier.objects.open().filter(applicant=applicant, scheme=scheme).first():
        return found
    today = timezone.localdate(at)
    require_no_suspension(applicant, scheme_code=scheme.code, on=today)
    require_begun(applicant, scheme_code=scheme.code, on=today)
    with in_words():
        dossier = Dossier.objects.create(
            applicant=applicant, scheme=scheme, scheme_version=scheme_version, started_at=at
        )
    _note(dossier, Act.START, by=applicant, at=at)
    return dossier


def require_no_suspension(person: User, *, scheme_code: str, on: date) -> None:
    """Return when no certificate of the person under the scheme is suspended that day; else raise NotReady."""
    suspended = Certificate.objects.held_by(person, status=CertificateStatus.SUSPENDED, day=on)
    if any(certificate.scheme_code == scheme_code for certificate in suspended):
        raise NotReady(
            _(
                "A certificate under this scheme is suspended; the suspension must be settled first."
            )
        )


def require_begun(person: User, *, scheme_code: str, on: date) -> None:
    """Return when no renewal under the scheme waits for its first day; else raise NotReady."""
    waiting = Certificate.objects.held_by(person, status=CertificateStatus.NOT_YET, day=on)
    for certificate in waiting:
        if certificate.scheme_code == scheme_code:
            raise NotReady(
                _("The certificate is renewed already: the new one begins on %(day)s.")
                % {"day": date_format(certificate.holds_from, "SHORT_DATE_FORMAT")}
            )


@transaction.atomic
def declare(*, dossier: Dossier, declaration: Declaration) -> Dossier:
    """Store the applicant's declaration and return the dossier; raise NotReady once it is handed in."""
    dossier = _locked(dossier)
    if not dossier.is_with_applicant:
        raise NotReady(_("The application has been handed in and can no longer be changed."))
    for name, value in vars(declaration).items():
        setattr(dossier, name, value)
    dossier.save(update_fields=list(vars(declaration)))
    return dossier


@transaction.atomic
def submit(*, dossier: Dossier, agreed: bool, at: datetime, note: str = "") -> Dossier:
    """
    Hand the application in, with the agreement to the code of conduct, and return it.

    Raises NotReady without agreement or field, while a requirement is unmet, or out of turn.
    """
    dossier = _locked(dossier)
    state = _after(dossier, Act.SUBMIT)
    if not agreed:
        raise NotReady(_("Agree to the code of conduct to hand in the application."))
    if dossier.field_id is None:
        raise NotReady(_("Choose the field in which you want to be certified."))
    _require_complete(dossier, at=at)
    dossier.state = state.value
    dossier.conduct_version = dossier.scheme_version.version
    dossier.conduct_agreed_at = dossier.submitted_at = at
    dossier.save(update_fields=["state", "conduct_version", "conduct_agreed_at", "submitted_at"])
    _agree(dossier, at=at)
    file_evidence(dossier=dossier, at=at)
    _note(dossier, Act.SUBMIT, by=dossier.applicant, at=at, note=note)
    audit.record(
        actor=dossier.applicant,
        action="dossier.submitted",
        subject=str(dossier.public_id),
        detail={"scheme": dossier.scheme.code, "conduct": dossier.conduct_version},
        at=at,
    )
    return dossier


@transaction.atomic
def check(*, dossier: Dossier, act: Act, by: User, at: datetime, note: str = "") -> Dossier:
    """
    Record an officer's check and return the dossier: more needed, eligible or not eligible.

    Raises NotReady out of turn, without the words that the applicant must read, or when a requirement
    of an eligible dossier is unmet; NotEntitled for a person who is not an officer on that day;
    Conflicted for the applicant.
    """
    if act not in CHECKS:
        raise ValueError(act)
    dossier = _locked(dossier)
    state = _after(dossier, act)
    if not by.role_on(timezone.localdate(at), Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers check applications."))
    if act == Act.FIND_ELIGIBLE:
        _require_complete(dossier, at=at)
    elif not note.strip():
        raise NotReady(_("Write to the applicant what is missing, in plain words."))
    dossier.state, dossier.checked_by, dossier.checked_at = state.value, by, at
    with in_words():
        dossier.save(update_fields=["state", "checked_by", "checked_at"])
    _note(dossier, act, by=by, at=at, note=note.strip())
    audit.record(
        actor=by,
        action="dossier.checked",
        subject=str(dossier.public_id),
        detail={"act": act.value},
        at=at,
    )
    return dossier


def _agree(dossier: Dossier, *, at: datetime) -> None:
    """Keep which words of the code of conduct were agreed to, in which language and when."""
    words = "\n".join(dossier.scheme_version.code_of_conduct)
    ConductAgreement.objects.create(
        dossier=dossier,
        version=dossier.scheme_version.version,
        language=(get_language() or "vi")[:2],
        sha256=hashlib.sha256(words.encode()).hexdigest(),
        at=at,
    )


def _locked(dossier: Dossier) -> Dossier:
    found = Dossier.objects.select_for_update(of=("self",), no_key=True)
    return found.select_related("applicant", "scheme", "scheme_version", "field").get(
        pk=dossier.pk
    )


def _after(dossier: Dossier, act: Act) -> DossierState:
    try:
        return DossierState(after(dossier.stage, act).value)
    except OutOfTurn as problem:
        raise NotReady(
            _("The application is in the state “%(state)s”, in which this cannot be done.")
            % {"state": dossier.get_state_display()}
        ) from problem


def _require_complete(dossier: Dossier, *, at: datetime) -> None:
    if missing := unmet(checklist_of(dossier, on=timezone.localdate(at))):
        raise NotReady(_("Still missing: %(needs)s.") % {"needs": requirement_labels(missing)})


def _note(dossier: Dossier, act: Act, *, by: User, at: datetime, note: str = "") -> None:
    DossierEvent.objects.create(dossier=dossier, act=act.value, by=by, at=at, note=note)
