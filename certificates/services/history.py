"""Entering certificates of the past: the same steps as today's, dated back."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from certificates.models import Certificate, ExpertField, SchemeVersion
from certificates.models.standing import checklist_of
from certificates.rules.decisions import Outcome
from certificates.rules.dossiers import Act
from certificates.rules.requirements import DECLARED, Check, Kind
from certificates.services.decisions import decide
from certificates.services.dossiers import Declaration, check, declare, start_dossier, submit
from certificates.services.evidence import record_evidence


@dataclass(frozen=True)
class Officials:
    """Who checked and who decided, and who taught and examined, as the papers say."""

    checked_by: User
    decided_by: User
    trained_by: tuple[User, ...] = ()
    examined_by: tuple[User, ...] = ()


@transaction.atomic
def enter_certificate(
    *,
    holder: User,
    scheme_code: str,
    field_code: str,
    officials: Officials,
    decided_on: date,
    education: str,
    produce: bool = False,
) -> Certificate:
    """
    Enter a past certificate through dossier, check and decision as of that day, and return it.

    What the scheme asks for and the register does not know yet is recorded as evidence "from the
    papers"; a required certificate must already be in the register. Enter in order of dates: numbers
    and countings follow it. Raises the problems of the steps it goes through.
    """
    at = timezone.make_aware(datetime.combine(decided_on, time(9)))
    version = SchemeVersion.objects.current().of(scheme_code).get()
    dossier = start_dossier(applicant=holder, scheme_version=version, at=at - timedelta(days=30))
    declaration = Declaration(
        field=ExpertField.objects.get(code=field_code),
        education=education,
        experience_years=_declared(version, Kind.EXPERIENCE),
        project_count=int(_declared(version, Kind.PROJECT)),
    )
    dossier = declare(dossier=dossier, declaration=declaration)
    asked_on = decided_on - timedelta(days=21)
    for line in checklist_of(dossier, on=asked_on):
        if not line.met and line.need.kind not in DECLARED | {Kind.CERTIFICATE}:
            _from_papers(holder, line, officials=officials, on=asked_on)
    submit(dossier=dossier, agreed=True, at=at - timedelta(days=21))
    check(
        dossier=dossier, act=Act.FIND_ELIGIBLE, by=officials.checked_by, at=at - timedelta(days=7)
    )
    decision = decide(
        dossier=dossier,
        outcome=Outcome.GRANT,
        decided_by=officials.decided_by,
        at=at,
        produce=produce,
    )
    return decision.certificate


def _declared(version: SchemeVersion, kind: Kind) -> Decimal:
    return max((need.minimum for need in version.needs() if need.kind == kind), default=Decimal(0))


def _from_papers(holder: User, line: Check, *, officials: Officials, on: date) -> None:
    need = line.need
    by_exam = need.kind == Kind.EXAM
    record_evidence(
        person=holder,
        kind=need.kind.value,
        reference=need.reference,
        value=need.minimum if by_exam else line.missing,
        title_vi=need.label_vi,
        title_en=need.label_en,
        obtained_on=on,
        source_key=f"papers:{uuid.uuid4()}",
        trained_by=() if by_exam else officials.trained_by,
        examined_by=officials.examined_by if by_exam else (),
    )
