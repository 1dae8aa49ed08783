"""Reading the transparency log: hashes, roots, proofs and the files it is published as."""

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from openvc.status.bitstring import decode_bitstring, get_status_bit

from certificates.models import (
    Checkpoint,
    Credential,
    KeyRole,
    LogEntry,
    SigningKey,
    StatusEvent,
    StatusList,
)
from certificates.models.log_tree import leaf_row, subtrees, upper_row, verifier_of
from certificates.rules import checkpoints, merkle, proofs, tiles


PER_LEAF = 25


def log_verifiers(*, revoked: bool = False) -> list[checkpoints.Verifier]:
    """
    Return the verifiers of the keys that sign or signed the log; of revoked ones only where they are asked for.

    What a revoked key signed proves nothing by itself, but our own old states must still be a beginning of the log.
    """
    keys = SigningKey.objects.order_by("pk") if revoked else SigningKey.objects.trusted()
    return [verifier_of(key) for key in keys.filter(role=KeyRole.LOG)]


def last_of_each_key() -> Iterator[tuple[str, str]]:
    """Yield, for each key that ever signed the log, its key id and the last state that it signed."""
    for key in SigningKey.objects.filter(role=KeyRole.LOG).order_by("pk"):
        verifier = verifier_of(key)
        # five letters of base64 are 30 of the key id's 32 bits
        begin = base64.b64encode(verifier.key_id).decode()[:5]
        line = f"\n{checkpoints.DASH} {verifier.name} {begin}"
        last = Checkpoint.objects.filter(note__contains=line).first()
        if last:
            yield verifier.key_id.hex(), last.note


def newest_checkpoint() -> Checkpoint | None:
    """Return the newest signed state, or None before the first."""
    return Checkpoint.objects.first()


def lines(*, before: int | None = None) -> list[LogEntry]:
    """Return a leaf of the log's lines, the newest first, those before a line if one is given; one query."""
    found = LogEntry.objects.select_related("event__certificate", "key_event__key")
    if before is not None:
        found = found.filter(index__lt=before)
    return list(found.order_by("-index")[:PER_LEAF])


def inclusion(index: int, checkpoint: Checkpoint) -> proofs.Proof:
    """Return the proof that a leaf stands in a signed state; raise IndexError if it came later."""
    path = merkle.inclusion_proof(index, checkpoint.size, subtrees())
    return proofs.Proof(index, path, checkpoint.note)


def tile_file(tile: tiles.Tile, *, size: int) -> bytes | None:
    """Return a tile's or bundle's bytes in a log of that size, or None if it does not exist so far."""
    width = tiles.width_of(tile.level, tile.index, size)
    if tile.width > width:
        return None
    begin = tile.index * tiles.WIDTH
    if tile.level is None:
        entries = LogEntry.objects.filter(index__gte=begin, index__lt=begin + tile.width)
        return tiles.bundle(body.encode() for body in entries.values_list("body", flat=True))
    row = leaf_row(tile.index) if tile.level == 0 else upper_row((tile.level, tile.index))
    return b"".join(row[: tile.width])


def proof_for(event: StatusEvent) -> proofs.Proof | None:
    """Return the proof that an event stands in the newest signed state, or None while it does not."""
    entry = LogEntry.objects.filter(event=event).first()
    checkpoint = newest_checkpoint()
    if entry is None or checkpoint is None or entry.index >= checkpoint.size:
        return None
    return inclusion(entry.index, checkpoint)


def credential_of(number: str) -> Credential | None:
    """Return the newest credential of a certificate, or None if there is none so far."""
    found = Credential.objects.filter(intent__event__certificate__number=number)
    return found.select_related("intent__event__log_entry").order_by("-intent__event").first()


@dataclass(frozen=True)
class Evidence:
    """What stands behind an entry of the register: its signed credential, and its place in the log."""

    credential: Credential
    entry: LogEntry
    checkpoint: Checkpoint
    agrees: bool
    listed: StatusList | None

    @property
    def place(self) -> int:
        """The entry's place in the log, counted from one as people count."""
        return self.entry.index + 1

    @property
    def is_counted(self) -> bool:
        """Whether the published status list counts the credential among those in force."""
        return self.listed is not None and not is_ended(
            self.listed.document, self.credential.intent.status_index
        )


def evidence_of(number: str) -> Evidence | None:
    """
    Return what proves the newest credential of a certificate, or None while a worker is still at it.

    `agrees` says that the credential is the one whose hash stands in the log, and that the signed state of the log
    contains it: computed from the leaves now, not remembered.
    """
    credential = credential_of(number)
    checkpoint = newest_checkpoint()
    entry = getattr(credential.intent.event, "log_entry", None) if credential else None
    if credential is None or checkpoint is None or entry is None or entry.index >= checkpoint.size:
        return None
    digest = hashlib.sha256(credential.document.encode()).hexdigest()
    agrees = json.loads(entry.body).get("credential") == f"sha256:{digest}"
    leaf = merkle.leaf_hash(entry.body.encode())
    try:
        path = inclusion(entry.index, checkpoint).path
        root = bytes.fromhex(checkpoint.root)
        merkle.check_inclusion(leaf, entry.index, checkpoint.size, path, root)
    except merkle.ProofError:
        agrees = False
    return Evidence(credential, entry, checkpoint, agrees, StatusList.objects.first())


def is_ended(document: str, index: int) -> bool:
    """Return the bit of a credential in a published list."""
    bits = decode_bitstring(json.loads(document)["credentialSubject"]["encodedList"])
    return bool(get_status_bit(bits, index))
