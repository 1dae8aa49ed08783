"""Background work of examinations. Each task only makes prompt what its rows already say."""

from celery import shared_task
from django.utils import timezone

from exams import api


@shared_task(name="exams.close_overdue_attempts")
def close_overdue_attempts() -> None:
    """Close the attempts whose time is over; return nothing."""
    api.close_overdue(at=timezone.now())


@shared_task(name="exams.send_result_notices")
def send_result_notices() -> None:
    """Send the e-mails about released results that are still owed; return nothing."""
    api.send_result_notices(at=timezone.now())
