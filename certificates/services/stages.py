"""Bringing an application to a stage in one call, through the same steps as by hand."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from accounts.models import User
from certificates.documents.uploads import checked
from certificates.models import Dossier, ExpertField, FileAbout, SchemeVersion
from certificates.rules.dossiers import OPEN, Act, State
from certificates.services.dossiers import Declaration, check, declare, start_dossier, submit
from certificates.services.files import Brought, add_to_dossier


@dataclass(frozen=True)
class Enclosure:
    """A file that comes with an application, and what it shows."""

    name: str
    content: bytes
    about: str


@dataclass(frozen=True)
class Application:
    """Who applies for what, and what they declare."""

    applicant: User
    scheme_code: str
    field_code: str
    education: str
    experience_years: Decimal
    experience: str = ""
    project_count: int = 0
    projects: str = ""
    files: tuple[Enclosure, ...] = ()


ACTS = {
    State.ELIGIBLE: Act.FIND_ELIGIBLE,
    State.NEEDS_MORE: Act.ASK_FOR_MORE,
    State.NOT_ELIGIBLE: Act.FIND_NOT_ELIGIBLE,
}


@transaction.atomic
def apply(
    *,
    application: Application,
    stage: str,
    at: datetime,
    checked_by: User | None = None,
    note: str = "",
) -> Dossier:
    """
    Bring an application to "draft", "submitted", "needs_more", "eligible" or "not_eligible"; return it.

    An application that is past the draft, or was decided before, is returned as it is. Raises ValueError for another stage, or
    for a checked stage without a checker, and the problems of the steps it goes through.
    """
    wanted = State(stage)
    closed = Dossier.objects.filter(
        applicant=application.applicant, scheme__code=application.scheme_code
    ).exclude(state__in=OPEN)
    if decided := closed.first():
        return decided
    version = SchemeVersion.objects.current().of(application.scheme_code).get()
    dossier = start_dossier(applicant=application.applicant, scheme_version=version, at=at)
    if dossier.stage != State.DRAFT:
        return dossier
    dossier = _filled(dossier, application, at=at)
    if wanted == State.DRAFT:
        return dossier
    dossier = submit(dossier=dossier, agreed=True, at=at)
    if wanted == State.SUBMITTED:
        return dossier
    act = ACTS.get(wanted)
    if act is None or checked_by is None:
        raise ValueError(f"An application is not brought to {stage!r} in this way.")
    return check(dossier=dossier, act=act, by=checked_by, at=at, note=note)


def _filled(dossier: Dossier, application: Application, *, at: datetime) -> Dossier:
    declaration = Declaration(
        field=ExpertField.objects.get(code=application.field_code),
        education=application.education,
        experience_years=application.experience_years,
        experience=application.experience,
        project_count=application.project_count,
        projects=application.projects,
    )
    dossier = declare(dossier=dossier, declaration=declaration)
    for each in application.files:
        brought = Brought(each.name, checked(each.content))
        about = FileAbout(each.about)
        add_to_dossier(
            dossier=dossier, by=application.applicant, brought=brought, about=about, at=at
        )
    return dossier
