"""Making the PDFs. The row is the queue: whoever finds one waiting may make it."""

import hashlib
import logging
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F

from accounts.background import nudge
from certificates.documents.render import RenderError, render_certificate
from certificates.models import Certificate, CertificateDocument, DocumentState


log = logging.getLogger(__name__)


@transaction.atomic
def request_document(*, certificate: Certificate) -> CertificateDocument:
    """Ask for a certificate's PDF and return its row; a finished or waiting one is left as it is."""
    document = CertificateDocument.objects.select_for_update().get(certificate=certificate)
    if document.state in {DocumentState.ON_REQUEST, DocumentState.FAILED}:
        document.state, document.attempts, document.error = DocumentState.PENDING, 0, ""
        document.save(update_fields=["state", "attempts", "error"])
        nudge("certificates.produce_document", certificate_id=certificate.pk)
    return document


def produce_document(*, certificate_id: int, at: datetime) -> CertificateDocument:
    """
    Make the PDF of a certificate whose document waits, and return the row.

    Drawing happens outside any transaction, so that nobody waits for it; should two workers draw the
    same one, the first to finish is kept. A failure is recorded on the row and tried again by the sweep.
    """
    waiting = CertificateDocument.objects.to_produce().filter(certificate_id=certificate_id)
    if not waiting.update(attempts=F("attempts") + 1):
        return CertificateDocument.objects.get(certificate_id=certificate_id)
    certificate = Certificate.objects.get(pk=certificate_id)
    try:
        drawn = render_certificate(
            certificate.snapshot,
            number=certificate.number,
            site_url=settings.SITE_URL,
            specimen=settings.DEMO,
        )
    except RenderError as problem:
        log.exception("Certificate %s could not be drawn", certificate.number)
        waiting.update(state=DocumentState.FAILED, error=str(problem)[:500])
        return CertificateDocument.objects.get(certificate_id=certificate_id)
    return _keep(certificate, drawn, at=at)


@transaction.atomic
def _keep(certificate: Certificate, drawn: bytes, *, at: datetime) -> CertificateDocument:
    document = CertificateDocument.objects.select_for_update().get(certificate=certificate)
    if document.state == DocumentState.READY:
        return document
    digest = hashlib.sha256(drawn).hexdigest()
    document.file.save(f"{certificate.number}-{digest[:12]}.pdf", ContentFile(drawn), save=False)
    document.state, document.sha256, document.error = DocumentState.READY, digest, ""
    document.produced_at = at
    document.save()
    return document


def produce_waiting(*, at: datetime, most: int = 10) -> int:
    """Make the PDFs that wait, a few at a time, and return how many were tried."""
    waiting = CertificateDocument.objects.to_produce().order_by("pk")
    keys = list(waiting.values_list("certificate_id", flat=True)[:most])
    for key in keys:
        produce_document(certificate_id=key, at=at)
    return len(keys)
