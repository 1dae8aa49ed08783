"""Checking the chain: asked for by a person or by the day, done in the background."""

from datetime import datetime, timedelta

from django.db import transaction

from accounts import audit
from accounts.background import nudge
from accounts.models import AuditCheck, AuditEvent, User


A_DAY = timedelta(days=1)
MOST_FAULTS = 100


@transaction.atomic
def ask_for_check(*, by: User | None, at: datetime) -> AuditCheck:
    """Return a check of the chain that is still to be done; asking twice gives the same one."""
    waiting = AuditCheck.objects.select_for_update().filter(finished_at=None).first()
    if waiting is None:
        waiting = AuditCheck.objects.create(asked_by=by, asked_at=at)
        nudge("accounts.check_trail")
    return waiting


def finish_checks(*, at: datetime) -> int:
    """
    Verify the chain for whatever checks wait, and ask for one if the last is a day old; return how many ended.

    Safe to run twice: a check that another process finished is left alone.
    """
    newest = AuditCheck.objects.first()
    if newest is None or newest.asked_at < at - A_DAY:
        ask_for_check(by=None, at=at)
    waiting = list(AuditCheck.objects.filter(finished_at=None).values_list("pk", flat=True))
    if not waiting:
        return 0
    entries = AuditEvent.objects.count()
    found = [fault for fault, _place in zip(audit.faults(), range(MOST_FAULTS), strict=False)]
    return AuditCheck.objects.filter(pk__in=waiting, finished_at=None).update(
        finished_at=at, entries=entries, faults=found
    )


def record_export(*, by: User, kind: str, asked: dict[str, str]) -> None:
    """Note in the trail itself that somebody took a copy of it, and of which part."""
    audit.record(actor=by, action="audit.exported", subject=kind, detail=asked)
