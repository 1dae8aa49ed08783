"""Holding the log against itself, against the register, and against what others remember of it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from certificates.models import Checkpoint, LogEntry, LogHead, StatusEvent
from certificates.models.register import WITH_CREDENTIAL
from certificates.rules import checkpoints, merkle
from certificates.selectors.log import log_verifiers


@dataclass(frozen=True)
class Finding:
    """One thing that does not agree: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def check_log(kept: Iterable[str] = ()) -> Iterator[Finding]:
    """
    Yield everything that does not agree; nothing if the log is whole.

    `kept` are signed checkpoints from elsewhere. A log that is shorter than one of them was restored from an older
    copy; one with another root was rewritten.
    """
    leaves: list[bytes] = []
    latest = ""
    entries = LogEntry.objects.select_related(
        "event__certificate", "event__replaced_by", "event__intent__credential", "key_event__key"
    )
    for entry in entries.order_by("index").iterator(chunk_size=500):
        yield from _check_entry(entry, place=len(leaves))
        facts = json.loads(entry.body)
        if facts["time"] < latest:
            yield Finding(f"entry {entry.index}", "its time is before that of the entry above it")
        latest = max(latest, facts["time"])
        leaves.append(merkle.leaf_hash(entry.body.encode()))
    if (size := LogHead.objects.get().size) != len(leaves):
        yield Finding("log", f"{len(leaves)} entries stand in it, {size} were written")
    yield from _check_states(leaves, kept)
    yield from _check_unlogged()


def _check_entry(entry: LogEntry, *, place: int) -> Iterator[Finding]:
    where = f"entry {entry.index}"
    if entry.index != place:
        yield Finding(where, f"stands at place {place}")
    if merkle.leaf_hash(entry.body.encode()).hex() != entry.leaf_hash:
        yield Finding(where, "its hash is not that of its text")
    said = json.loads(entry.body)
    held = _facts_of(entry)
    for name, value in held.items():
        if said.get(name) != value:
            yield Finding(where, f"the log says {name} {said.get(name)!r}, the register {value!r}")


def _facts_of(entry: LogEntry) -> dict[str, Any]:
    if entry.key_event:
        key = entry.key_event.key
        return {"event": "keys", "act": entry.key_event.act, "public_key": key.public_key}
    event = entry.event
    if event is None:
        return {}
    facts = {
        "event": event.event,
        "number": event.certificate.number,
        "effective": event.effective_on.isoformat(),
    }
    if event.event in WITH_CREDENTIAL:
        written = event.intent.credential.document
        facts["credential"] = f"sha256:{hashlib.sha256(written.encode()).hexdigest()}"
    # Entries of the first weeks name no successor.
    if event.replaced_by and "successor" in json.loads(entry.body):
        facts["successor"] = event.replaced_by.number
    return facts


def _check_states(leaves: list[bytes], kept: Iterable[str]) -> Iterator[Finding]:
    verifiers = log_verifiers(revoked=True)
    ours = Checkpoint.objects.order_by("size").values_list("note", flat=True)
    for source, notes in (("state", ours), ("kept state", kept)):
        for note in notes:
            yield from _check_state(source, note, leaves, verifiers)


def _check_state(
    source: str, note: str, leaves: list[bytes], verifiers: list[checkpoints.Verifier]
) -> Iterator[Finding]:
    state = _read(note, verifiers)
    if state is None:
        yield Finding(source, "no key of this log signed it")
    elif state.size > len(leaves):
        yield Finding(
            f"{source} of {state.size}",
            f"the log has only {len(leaves)} entries: it was cut, or restored from an older copy",
        )
    elif merkle.root(state.size, merkle.over(leaves)) != state.root:
        yield Finding(
            f"{source} of {state.size}", "the log had other entries when this was signed"
        )


def _read(note: str, verifiers: list[checkpoints.Verifier]) -> checkpoints.State | None:
    for verifier in verifiers:
        try:
            return checkpoints.read(note, verifier=verifier)
        except checkpoints.NoteError:
            continue
    return None


def _check_unlogged() -> Iterator[Finding]:
    """Every event of the register is in the log, except the newest few that a worker is about to write."""
    newest = LogEntry.objects.exclude(event=None).order_by("-event").first()
    if newest is None:
        return
    missed = StatusEvent.objects.filter(log_entry=None, pk__lt=newest.event_id)
    for event in missed.select_related("certificate")[:100]:
        yield Finding(event.certificate.number, f"its event {event.event!r} is not in the log")
