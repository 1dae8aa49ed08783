"""Appending to the transparency log, and signing its state."""

from datetime import UTC, datetime
from typing import Any

import rfc8785
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from certificates.models import (
    Checkpoint,
    KeyEvent,
    KeyRole,
    LogEntry,
    LogHead,
    LogTile,
    StatusEvent,
)
from certificates.models.log_tree import root_of, root_of_tile, verifier_of
from certificates.models.register import WITH_CREDENTIAL
from certificates.rules import checkpoints, merkle, tiles
from certificates.services.signing import signing_key, unlogged_events
from certificates.signing.store import KeyStore


TIME = "%Y-%m-%dT%H:%M:%SZ"


@transaction.atomic
def append_waiting(*, at: datetime, most: int = 500, all_of_them: bool = False) -> int:
    """
    Write the events that are not in the log into it, oldest first, and return how many.

    An event that needs a credential waits until it is signed. Only one worker appends at a time.
    """
    events = _events_to_log(all_of_them=all_of_them)
    if not (_keys_to_log().exists() or events.exists()):
        return 0
    head = LogHead.objects.select_for_update().get()
    waiting: list[KeyEvent | StatusEvent] = list(_keys_to_log()[:most])
    waiting += list(events[: most - len(waiting)])
    at = max(at, head.last_at or at)
    for event in waiting:
        _append(event, index=head.size, at=at)
        head.size += 1
        _keep_full_tiles(head.size)
    head.last_at = at
    head.save(update_fields=["size", "last_at"])
    return len(waiting)


def sign_state(*, store: KeyStore, at: datetime) -> Checkpoint | None:
    """Sign the state of the log and return it, or None if the newest state is signed already."""
    size = LogHead.objects.get().size
    if not size or Checkpoint.objects.filter(size=size).exists():
        return None
    key = signing_key(KeyRole.LOG, at=at)
    verifier = verifier_of(key)
    state = checkpoints.State(verifier.name, size, root_of(size))
    note = checkpoints.write(state, verifier=verifier, sign=store.signer(key.kid).sign)
    signed, _created = Checkpoint.objects.get_or_create(
        size=size, defaults={"root": state.root.hex(), "note": note, "at": at}
    )
    return signed


def _keys_to_log() -> QuerySet[KeyEvent]:
    return KeyEvent.objects.filter(log_entry=None).select_related("key").order_by("pk")


def _events_to_log(*, all_of_them: bool) -> QuerySet[StatusEvent]:
    """Return events in order of entry; none overtakes the credential of its certificate that comes before it."""
    unsigned = StatusEvent.objects.filter(
        certificate=OuterRef("certificate"),
        pk__lte=OuterRef("pk"),
        event__in=WITH_CREDENTIAL,
        intent__credential=None,
    )
    ready = unlogged_events(all_of_them=all_of_them).filter(~Exists(unsigned))
    return ready.select_related("certificate", "replaced_by", "intent__credential")


def _append(event: KeyEvent | StatusEvent, *, index: int, at: datetime) -> None:
    facts = _key_facts(event) if isinstance(event, KeyEvent) else _event_facts(event)
    time = at.astimezone(UTC).strftime(TIME)
    body = rfc8785.dumps({"v": 1, "time": time, **facts})
    LogEntry.objects.create(
        index=index,
        event=event if isinstance(event, StatusEvent) else None,
        key_event=event if isinstance(event, KeyEvent) else None,
        body=body.decode(),
        leaf_hash=merkle.leaf_hash(body).hex(),
        at=at,
    )


def _key_facts(event: KeyEvent) -> dict[str, Any]:
    facts = {
        "event": "keys",
        "act": event.act,
        "key": event.key.method,
        "public_key": event.key.public_key,
    }
    if event.since:
        facts["since"] = event.since.astimezone(UTC).strftime(TIME)
    return facts


def _event_facts(event: StatusEvent) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "event": event.event,
        "number": event.certificate.number,
        "effective": event.effective_on.isoformat(),
    }
    if event.event in WITH_CREDENTIAL:
        facts["credential"] = f"sha256:{event.intent.credential.sha256}"
    if event.replaced_by:
        facts["successor"] = event.replaced_by.number
    return facts


def _keep_full_tiles(size: int) -> None:
    """Keep the roots of the tiles that the newest leaf has filled: each is one hash of the level above."""
    level = 0
    while size % (tiles.WIDTH ** (level + 1)) == 0:
        index = size // tiles.WIDTH ** (level + 1) - 1
        LogTile.objects.create(level=level, index=index, root=root_of_tile(level, index).hex())
        level += 1
