"""A nudge for background work; the work itself is always a row that a sweep will find."""

from functools import partial
from typing import Any

from celery import current_app
from django.conf import settings
from django.db import transaction


def nudge(task: str, **kwargs: Any) -> None:
    """
    Ask the workers, once the transaction commits, to run a task by its name; return nothing.

    Without Redis nothing is sent: the sweep of the beat process finds the row within a second or two.
    """
    if settings.REDIS_URL:
        transaction.on_commit(partial(current_app.send_task, task, kwargs=kwargs))
