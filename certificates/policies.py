"""Policies that look at the record as well as at the role; each docstring is the policy."""

from typing import TYPE_CHECKING

from accounts.roles import may_see_dossiers, may_see_register
from certificates.models import Certificate, Dossier


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
