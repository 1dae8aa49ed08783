"""Background work about people."""

from celery import shared_task
from django.utils import timezone

from accounts.services import follow_dates
from accounts.trail.services import finish_checks


@shared_task(name="accounts.check_trail")
def check_trail() -> int:
    """Verify the audit trail where a check waits; return how many checks ended."""
    return finish_checks(at=timezone.now())


@shared_task(name="accounts.follow_role_dates")
def follow_role_dates() -> int:
    """Let the page editor's groups follow roles that began or ended by date; return how many people changed."""
    return follow_dates(on=timezone.localdate())
