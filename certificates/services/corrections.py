"""Asking that a certificate be corrected: a new one takes its place, and nothing issued changes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.names import clean_name
from accounts.roles import Role
from certificates.models import (
    Certificate,
    CertificateStatus,
    Correction,
    Dossier,
    DossierEvent,
    DossierState,
    ExpertField,
    printed_on,
)
from certificates.problems import NotEntitled, NotReady, in_words
from certificates.rules.dossiers import OPEN, Act
from certificates.rules.status import Status
from certificates.rules.succession import Printed, differences, is_possible
from certificates.services.dossiers import require_begun


@dataclass(frozen=True)
class Wish:
    """What the new certificate shall say, why, and what proves it."""

    name: str
    field: ExpertField
    title_vi: str
    title_en: str
    awarded_on: date
    valid_until: date
    reason: str
    evidence: str

    def wanted(self) -> Printed:
        """Return the facts as the rules compare them."""
        return Printed(
            name=clean_name(self.name),
            field=self.field.code,
            title_vi=self.title_vi.strip(),
            title_en=self.title_en.strip(),
            awarded_on=self.awarded_on,
            valid_until=self.valid_until,
        )


@transaction.atomic
def request_correction(*, certificate: Certificate, wish: Wish, by: User, at: datetime) -> Dossier:
    """
    Ask for the correction of a certificate and return the application; while one is open, that one.

    It goes the way of every application: an officer checks, another person of the council decides, and the grant
    issues. Raises NotEntitled for anybody but the holder or an officer of that day, NotReady when nothing would change,
    without reason or evidence, for impossible dates, or while the certificate is not valid.
    """
    locked = Certificate.objects.select_for_update(of=("self",), no_key=True)
    certificate = locked.select_related("holder", "dossier").get(pk=certificate.pk)
    today = timezone.localdate(at)
    if by.pk != certificate.holder_id and not by.role_on(today, Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only the holder or a certification officer asks for a correction."))
    if open_one := _open(certificate):
        return open_one
    _require_sound(certificate, wish, on=today)
    dossier = _handed_in(certificate, wish, by=by, at=at)
    wanted = wish.wanted()
    Correction.objects.create(
        dossier=dossier,
        certificate=certificate,
        requested_by=by,
        reason=wish.reason.strip(),
        evidence=wish.evidence.strip(),
        **vars(wanted) | {"field": wish.field},
    )
    audit.record(
        actor=by,
        action="correction.requested",
        subject=certificate.number,
        detail={
            "dossier": str(dossier.public_id),
            "fields": differences(printed_on(certificate.snapshot), wanted),
        },
        at=at,
    )
    return dossier


def _open(certificate: Certificate) -> Dossier | None:
    return Dossier.objects.filter(correction__certificate=certificate, state__in=OPEN).first()


def _require_sound(certificate: Certificate, wish: Wish, *, on: date) -> None:
    status = certificate.status_on(on)
    if status != Status.VALID:
        raise NotReady(
            _("The certificate has the status “%(status)s”, which does not allow this change.")
            % {"status": CertificateStatus(status.value).label}
        )
    require_begun(certificate.holder, scheme_code=certificate.scheme_code, on=on)
    if not (wish.reason.strip() and wish.evidence.strip()):
        raise NotReady(_("Write what is wrong and what proves how it should be."))
    printed, wanted = printed_on(certificate.snapshot), wish.wanted()
    if not differences(printed, wanted):
        raise NotReady(_("Nothing differs from what the certificate says."))
    months = certificate.scheme_version.validity_months
    if not is_possible(printed, wanted, months=months, on=on):
        raise NotReady(
            _(
                "The dates cannot be right: it was awarded by today, still holds, and ends no later than its scheme allows."
            )
        )


def _handed_in(certificate: Certificate, wish: Wish, *, by: User, at: datetime) -> Dossier:
    old = certificate.dossier
    kept = ("education", "experience_years", "experience", "project_count", "projects")
    agreed = ("conduct_version", "conduct_agreed_at")
    with in_words():
        dossier = Dossier.objects.create(
            **{name: getattr(old, name) for name in (*kept, *agreed)},
            applicant=certificate.holder,
            scheme_id=old.scheme_id,
            scheme_version_id=old.scheme_version_id,
            field=wish.field,
            state=DossierState.SUBMITTED,
            started_at=at,
            submitted_at=at,
        )
    DossierEvent.objects.create(
        dossier=dossier, act=Act.SUBMIT.value, by=by, at=at, note=wish.reason.strip()
    )
    return dossier
