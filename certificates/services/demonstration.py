"""Applications and changes of status dated back, for a demonstration; each goes through the real steps."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction

from accounts.models import User
from certificates.models import Certificate, Dossier, ExpertField, SchemeVersion
from certificates.rules.dossiers import Act
from certificates.rules.status import Event
from certificates.services.dossiers import Declaration, check, declare, start_dossier, submit
from certificates.services.status import propose_change, settle_proposal


# The officer's act that brings a dossier to the stage; none while it waits to be checked.
ACT_FOR = {"submitted": None, "eligible": Act.FIND_ELIGIBLE, "needs_more": Act.ASK_FOR_MORE}


@dataclass(frozen=True)
class Application:
    """Who applies for what, and what they declare."""

    applicant: User
    scheme_code: str
    field_code: str
    education: str
    experience_years: Decimal


@transaction.atomic
def apply(
    *, application: Application, stage: str, checked_by: User, at: datetime, note: str = ""
) -> Dossier:
    """
    Bring an application to the stage submitted, eligible or needs_more and return it.

    A person who has applied under the scheme before keeps that application as it is.
    Raises KeyError for another stage and the problems of the steps it goes through.
    """
    act = ACT_FOR[stage]
    known = Dossier.objects.filter(
        applicant=application.applicant, scheme__code=application.scheme_code
    )
    if earlier := known.first():
        return earlier
    version = SchemeVersion.objects.current().of(application.scheme_code).get()
    dossier = start_dossier(
        applicant=application.applicant, scheme_version=version, at=at - timedelta(days=3)
    )
    declaration = Declaration(
        field=ExpertField.objects.get(code=application.field_code),
        education=application.education,
        experience_years=application.experience_years,
    )
    dossier = submit(dossier=declare(dossier=dossier, declaration=declaration), agreed=True, at=at)
    if act:
        dossier = check(
            dossier=dossier, act=act, by=checked_by, at=at + timedelta(days=1), note=note
        )
    return dossier


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
    """Suspend, reinstate or withdraw a certificate by proposal and confirmation as of that time; return nothing."""
    proposal = propose_change(
        certificate=Certificate.objects.get(number=number),
        event=Event(event),
        reason_vi=reason[0],
        reason_en=reason[1],
        proposed_by=proposed_by,
        at=at - timedelta(days=7),
    )
    settle_proposal(proposal=proposal, confirm=True, settled_by=settled_by, at=at)
