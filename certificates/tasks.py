"""Background work: each task is one service call, safe to repeat."""

from celery import shared_task
from django.utils import timezone

from certificates.services import documents, status


@shared_task(name="certificates.produce_document")
def produce_document(*, certificate_id: int) -> None:
    """Make one certificate's PDF."""
    documents.produce_document(certificate_id=certificate_id, at=timezone.now())


@shared_task(name="certificates.sweep_documents")
def sweep_documents() -> int:
    """Make the PDFs that wait and return how many were tried."""
    return documents.produce_waiting(at=timezone.now())


@shared_task(name="certificates.sweep_expiry")
def sweep_expiry() -> int:
    """Note the certificates whose last day has passed and return how many."""
    return status.note_expiries(at=timezone.now())
