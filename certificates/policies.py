"""Policies that look at the record as well as at the role; each docstring is the policy."""

from typing import TYPE_CHECKING

from django.utils import timezone

from accounts.models import User
from accounts.roles import may_check_dossiers, may_decide, may_see_dossiers, may_see_register
from certificates.models import Certificate, Dossier, DossierState, EvidenceFile
from certificates.models.standing import ties_between
from certificates.rules.decisions import conflicts


if TYPE_CHECKING:
    from accounts.roles import Visitor


def may_open_dossier(user: "Visitor", dossier: Dossier) -> bool:
    """Applicants open their own applications; certification officers and council members open all that are handed in."""
    if user.pk is not None and user.pk == dossier.applicant_id:
        return True
    return may_see_dossiers(user) and dossier.submitted_at is not None


def may_download(user: "Visitor", certificate: Certificate) -> bool:
    """Holders download their own certificates; those who see the register download all."""
    return (user.pk is not None and user.pk == certificate.holder_id) or may_see_register(user)


BEFORE_THE_COUNCIL = frozenset({DossierState.ELIGIBLE, DossierState.GRANTED, DossierState.REFUSED})


def _is_before(user: "Visitor", dossier: Dossier) -> bool:
    """Return whether a council member decides, or could have decided, on an application."""
    if not isinstance(user, User) or not may_decide(user):
        return False
    if dossier.state not in BEFORE_THE_COUNCIL:
        return False
    today = timezone.localdate()
    return not conflicts(ties_between(user, [dossier], on=today)[dossier.pk], on=today)


def may_open_file(user: "Visitor", file: EvidenceFile) -> bool:
    """
    Owners open their own files; officers those that were handed in, council members those of applications before them.

    Files in a diary are open to those who see the diary, and a proof for special arrangements to officers alone.
    """
    if user.pk is not None and user.pk == file.owner_id:
        return True
    if file.dossier is not None:
        return file.filed_at is not None and (
            may_check_dossiers(user) or _is_before(user, file.dossier)
        )
    return may_see_dossiers(user) if file.activity else may_check_dossiers(user)


def may_ask_for_correction(user: "Visitor", certificate: Certificate) -> bool:
    """Holders ask for the correction of their own certificates; certification officers of every one."""
    return (user.pk is not None and user.pk == certificate.holder_id) or may_check_dossiers(user)
