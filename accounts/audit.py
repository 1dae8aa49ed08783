"""
The audit trail: who did what to which record, when.

Append-only by trigger and hash-chained: each entry's hash covers the one before it, so that a changed,
removed or inserted entry shows in `verify`.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import AuditEvent, AuditHead, User


GENESIS = "0" * 64


def _digest(
    *, previous: str, at: datetime, actor: str, action: str, subject: str, detail: dict[str, Any]
) -> str:
    facts = {
        "previous": previous,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": actor,
        "action": action,
        "subject": subject,
        "detail": detail,
    }
    canonical = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@transaction.atomic
def record(
    *,
    actor: User | None,
    action: str,
    subject: str,
    detail: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> AuditEvent:
    """
    Append an entry to the trail and return it.

    `action` is "thing.verb" (`certificate.issued`), `subject` a public id or number, `detail` small JSON
    without secrets. `actor=None` means the platform itself.
    """
    head, _ = AuditHead.objects.select_for_update().get_or_create(pk=1, defaults={"hash": GENESIS})
    moment = at or timezone.now()
    facts = detail or {}
    name = str(actor.public_id) if actor else ""
    digest = _digest(
        previous=head.hash, at=moment, actor=name, action=action, subject=subject, detail=facts
    )
    event = AuditEvent.objects.create(
        actor=actor,
        action=action,
        subject=subject,
        detail=facts,
        at=moment,
        previous=head.hash,
        hash=digest,
    )
    head.hash = digest
    head.save(update_fields=["hash"])
    return event


def faults() -> Iterator[str]:
    """
    Yield a sentence for every entry whose hash or place in the chain is wrong.

    The newest hash is read first and must be met on the way: entries that are written meanwhile come after
    it and are no fault.
    """
    head = AuditHead.objects.filter(pk=1).first()
    newest = head.hash if head else GENESIS
    previous, met = GENESIS, newest == GENESIS
    for event in (
        AuditEvent.objects.select_related("actor").order_by("pk").iterator(chunk_size=500)
    ):
        actor = str(event.actor.public_id) if event.actor else ""
        expected = _digest(
            previous=event.previous,
            at=event.at,
            actor=actor,
            action=event.action,
            subject=event.subject,
            detail=event.detail,
        )
        if event.previous != previous:
            yield f"Entry {event.pk} does not follow the entry before it."
        if event.hash != expected:
            yield f"Entry {event.pk} was changed after it was written."
        previous = event.hash
        met = met or previous == newest
    if not met:
        yield "The newest entries are missing."
