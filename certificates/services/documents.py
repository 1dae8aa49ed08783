"""Asking for the PDFs. They are made by the worker that may open the seal: see `paper`."""

from django.db import transaction

from accounts.background import nudge
from certificates.models import Certificate, CertificateDocument, DocumentState


@transaction.atomic
def request_document(*, certificate: Certificate) -> CertificateDocument:
    """Ask for a certificate's PDF and return its row; a finished or waiting one is left as it is."""
    document = CertificateDocument.objects.select_for_update().get(certificate=certificate)
    if document.state in {DocumentState.ON_REQUEST, DocumentState.FAILED}:
        document.state, document.attempts, document.error = DocumentState.PENDING, 0, ""
        document.save(update_fields=["state", "attempts", "error"])
        nudge("certificates.produce_document", certificate_id=certificate.pk)
    return document


def renew_document(*, certificate: Certificate) -> None:
    """Have a finished PDF made anew, because the certificate gets another credential; return nothing."""
    finished = CertificateDocument.objects.filter(
        certificate=certificate, state=DocumentState.READY
    )
    finished.update(state=DocumentState.PENDING, attempts=0)
