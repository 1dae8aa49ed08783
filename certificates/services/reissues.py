"""
After a key was revoked: what is in force and was signed with it is signed anew, and the holders are told.

A few at a time, each in a transaction of its own: killed half way and begun again, every certificate gets one new
credential. The order of work of `publication` does the rest.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, override

from accounts import audit
from accounts.letters import send_letter
from certificates.models import (
    Certificate,
    CertificateDocument,
    CertificateStatus,
    DocumentState,
    EventKind,
    KeyRole,
    Reissue,
    SigningKey,
    StatusEvent,
)
from certificates.models.register import WITH_CREDENTIAL
from certificates.services.documents import renew_document


AT_A_TIME = 50
TRY_AGAIN = timedelta(hours=1)
WHY = (
    "Khóa ký trước đây đã bị thu hồi; chứng chỉ không thay đổi nội dung.",
    "The key that signed it before was revoked; the certificate says what it said.",
)
log = logging.getLogger(__name__)


def make_anew(*, at: datetime, most: int = 100) -> int:
    """Enter what a revoked key signed and is in force to be signed anew, a few at a time; return how many there were."""
    done = 0
    for key in SigningKey.objects.exclude(revoked_at=None).order_by("pk"):
        for certificate in list(signed_by(key, at=at).order_by("pk")[: most - done]):
            done += _enter(certificate, key, at=at)
    return done


def signed_by(key: SigningKey, *, at: datetime) -> QuerySet[Certificate]:
    """Return the valid certificates that still rest on a revoked key and were not made anew because of it."""
    day = timezone.localdate(at)
    valid = Certificate.objects.in_status(CertificateStatus.VALID, day=day)
    valid = valid.exclude(reissues__key=key)
    if key.role == KeyRole.SEAL:
        while_it_signed = (key.not_before, key.revoked_at or at)
        return valid.filter(
            document__state=DocumentState.READY, document__produced_at__range=while_it_signed
        )
    newest = StatusEvent.objects.filter(certificate=OuterRef("pk"), event__in=WITH_CREDENTIAL)
    newest = newest.order_by("-pk")
    if key.role == KeyRole.CREDENTIAL:
        found = valid.annotate(rests_on=Subquery(newest.values("intent__key")[:1]))
    elif key.role == KeyRole.QR:
        found = valid.annotate(
            rests_on=Subquery(newest.values("intent__credential__token__key")[:1])
        )
    else:
        return Certificate.objects.none()
    return found.filter(rests_on=key.pk)


@transaction.atomic
def _enter(certificate: Certificate, key: SigningKey, *, at: datetime) -> bool:
    Certificate.objects.select_for_update(of=("self",), no_key=True).get(pk=certificate.pk)
    if Reissue.objects.filter(certificate=certificate, key=key).exists():
        return False
    event = None
    if key.role != KeyRole.SEAL:
        event = StatusEvent.objects.create(
            certificate=certificate,
            event=EventKind.REISSUED,
            effective_on=timezone.localdate(at),
            at=at,
            reason_vi=WHY[0],
            reason_en=WHY[1],
        )
    Reissue.objects.create(certificate=certificate, key=key, event=event, at=at)
    renew_document(certificate=certificate)
    audit.record(
        actor=None,
        action="certificate.reissued",
        subject=certificate.number,
        detail={"by": key.kid},
        at=at,
    )
    return True


def send_fresh_letters(*, at: datetime) -> int:
    """
    Tell the holders whose fresh file can be fetched, and return how many letters went out.

    A letter that the mail server does not take is tried again after an hour, and holds up no other.
    """
    rested = Q(tried_at=None) | Q(tried_at__lte=at - TRY_AGAIN)
    owed = (
        _ready().filter(rested, sent_at=None).order_by(F("tried_at").asc(nulls_first=True), "pk")
    )
    sent = 0
    for pk in list(owed.values_list("pk", flat=True)[:AT_A_TIME]):
        try:
            sent += _send_one(pk, at)
        except OSError as problem:
            log.warning(
                "fresh_file_letter_not_sent", extra={"reissue": pk, "problem": repr(problem)}
            )
            Reissue.objects.filter(pk=pk, sent_at=None).update(tried_at=at)
    return sent


def _ready() -> QuerySet[Reissue]:
    """Return those whose new credential is logged and whose paper was made since, or is made when asked for."""
    paper = CertificateDocument.objects.filter(certificate=OuterRef("certificate"))
    made = Q(state=DocumentState.READY, produced_at__gte=OuterRef("at"))
    fresh = paper.filter(made | Q(state=DocumentState.ON_REQUEST))
    logged = Q(event=None) | Q(event__log_entry__isnull=False)
    return Reissue.objects.filter(logged, pk__in=_with(fresh))


def _with(fresh: QuerySet[CertificateDocument]) -> QuerySet[Reissue]:
    return Reissue.objects.annotate(paper=Subquery(fresh.values("pk")[:1])).exclude(paper=None)


@transaction.atomic
def _send_one(pk: int, at: datetime) -> bool:
    locked = Reissue.objects.select_for_update(of=("self",)).filter(pk=pk, sent_at=None)
    reissue = locked.select_related("certificate__holder", "key").first()
    if reissue is None:
        return False
    holder = reissue.certificate.holder
    if holder.is_active:
        with override(holder.language):
            subject, text = _written(reissue.certificate)
            send_letter(subject=subject, text=text, to=holder.email)
    reissue.sent_at = at
    reissue.save(update_fields=["sent_at"])
    return holder.is_active


def _written(certificate: Certificate) -> tuple[str, str]:
    """Return subject and text of the letter, in the active language."""
    facts = {"name": certificate.holder.full_name, "number": certificate.grouped_number}
    page = reverse("certificates:verify", args=[certificate.number])
    paragraphs = [
        _("Dear %(name)s,") % facts,
        _(
            "The key with which your certificate %(number)s was signed is no longer used. The register has signed your"
            " certificate anew. Number, scope and term are the same, and you need not do anything to keep it."
        )
        % facts,
        _(
            "Files and prints from before no longer pass a check. Please fetch the fresh file and hand it to whoever"
            " holds an old one:"
        ),
        f"{settings.SITE_URL}{page}",
    ]
    return _("A fresh file of your certificate %(number)s is ready") % facts, "\n\n".join(
        paragraphs
    )
