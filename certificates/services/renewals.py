"""Opening the application by which a holder is certified anew."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from certificates.models import (
    Certificate,
    Dossier,
    DossierEvent,
    Renewal,
    SchemeVersion,
)
from certificates.models.keeping import stands
from certificates.problems import NotEntitled, NotReady, in_words
from certificates.rules.dossiers import OPEN, Act
from certificates.rules.succession import OPENS_BEFORE, RENEWABLE, Season, season_on
from certificates.services.dossiers import require_begun


@transaction.atomic
def start_renewal(*, certificate: Certificate, by: User, at: datetime) -> Dossier:
    """
    Open the application to renew a certificate, under the scheme version in force, and return it; an open one as it is.

    What was declared for the certificate stands in it already. Raises NotEntitled for anybody but the holder, NotReady
    outside the time for a renewal, while the certificate is suspended, once it was withdrawn or replaced, or when it was
    renewed before.
    """
    locked = Certificate.objects.select_for_update(of=("self",), no_key=True)
    certificate = locked.select_related("holder", "dossier__scheme").get(pk=certificate.pk)
    if certificate.holder_id != by.pk:
        raise NotEntitled(_("Only the holder renews a certificate."))
    open_ones = Dossier.objects.filter(renewal__certificate=certificate, state__in=OPEN)
    if open_one := open_ones.first():
        return open_one
    _require_due(certificate, on=timezone.localdate(at))
    old = certificate.dossier
    kept = ("applicant", "scheme", "field", "education", "experience_years", "experience")
    with in_words():
        dossier = Dossier.objects.create(
            **{name: getattr(old, name) for name in kept},
            scheme_version=SchemeVersion.objects.current().of(old.scheme.code).get(),
            started_at=at,
        )
    Renewal.objects.create(dossier=dossier, certificate=certificate)
    DossierEvent.objects.create(dossier=dossier, act=Act.START.value, by=by, at=at)
    audit.record(
        actor=by,
        action="renewal.started",
        subject=certificate.number,
        detail={"dossier": str(dossier.public_id)},
        at=at,
    )
    return dossier


def _require_due(certificate: Certificate, *, on: date) -> None:
    season = season_on(on, ends_on=certificate.valid_until)
    if season not in RENEWABLE:
        if season == Season.OVER:
            raise NotReady(_("The time to renew this certificate is over; apply anew instead."))
        opens = date_format(certificate.valid_until - OPENS_BEFORE, "SHORT_DATE_FORMAT")
        raise NotReady(_("The renewal opens on %(day)s.") % {"day": opens})
    if not stands(certificate, on=on):
        raise NotReady(
            _("A certificate that is suspended, withdrawn or replaced cannot be renewed.")
        )
    require_begun(certificate.holder, scheme_code=certificate.scheme_code, on=on)
