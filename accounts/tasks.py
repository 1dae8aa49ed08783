"""Background work about people."""

from celery import shared_task
from django.utils import timezone

from accounts.trail.services import finish_checks


@shared_task(name="accounts.check_trail")
def check_trail() -> int:
    """Verify the audit trail where a check waits; return how many checks ended."""
    return finish_checks(at=timezone.now())
