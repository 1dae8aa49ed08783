"""Background work of the site's pages, safe to repeat."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="cms.publish_scheduled")
def publish_scheduled() -> None:
    """Publish the pages whose hour has come and take back those whose time is over; return nothing."""
    call_command("publish_scheduled")
