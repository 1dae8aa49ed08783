"""
Checking a downloaded copy of the log without asking anybody: from its files and a key that was noted down before.

What the files say of themselves counts for nothing: the tree is rebuilt from the entries, its root must be the signed
one, every older checkpoint must be a beginning of it, and no story in it may contradict itself.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from certificates.rules import checkpoints, merkle, tiles


def check_bundle(
    files: Mapping[str, bytes], *, verifier: checkpoints.Verifier, kept: Iterable[str] = ()
) -> Iterator[str]:
    """
    Yield a sentence for everything that is wrong with a downloaded log; nothing if it is whole.

    `files` are by path as in `/log/bundle.zip`; `verifier` is the log's key as it was noted down before, never the one in
    the bundle; `kept` are checkpoints fetched on earlier days.
    """
    try:
        bodies = list(_bodies(files, checkpoints.claimed(files["checkpoint"].decode()).size))
        verifiers = successors(files, bodies, verifier)
        state = _state(files["checkpoint"].decode(), verifiers)
    except (KeyError, ValueError, TypeError) as problem:
        yield f"The log cannot be read: {problem}"
        return
    leaves = [merkle.leaf_hash(body) for body in bodies]
    if merkle.root(state.size, merkle.over(leaves)) != state.root:
        yield f"The {state.size} entries do not have the signed root."
    yield from _check_kept(leaves, verifiers, kept)
    yield from check_story(bodies)


def check_story(bodies: Iterable[bytes]) -> Iterator[str]:
    """Yield what contradicts itself in the entries: times that run backwards, a number or a credential issued twice."""
    latest, issued = "", dict[str, int]()
    for index, body in enumerate(bodies):
        try:
            facts: dict[str, Any] = json.loads(body)
            time = str(facts["time"])
        except (ValueError, KeyError, TypeError):
            yield f"Entry {index} is no entry of a register."
            continue
        if time < latest:
            yield f"Entry {index} is of {time}, before the entry above it ({latest})."
        latest = max(latest, time)
        keys = [facts["credential"]] if "credential" in facts else []
        keys += [facts["number"]] if facts.get("event") == "issued" and "number" in facts else []
        for key in keys:
            if key in issued:
                yield f"Entry {index} issues {key}, which entry {issued[key]} issued already."
            issued.setdefault(key, index)


def successors(
    files: Mapping[str, bytes], bodies: list[bytes], known: checkpoints.Verifier
) -> list[checkpoints.Verifier]:
    """
    Return the key that was noted down and those that the log itself named after it, by the record.

    A key is believed if its addition stands among entries whose root a believed key signed: in the newest checkpoint, or
    in one of `checkpoints/`, where each key's last one is kept. Raises ValueError for entries that are none.
    """
    notes = [file.decode() for name, file in files.items() if name.startswith("checkpoint")]
    leaves = [merkle.leaf_hash(body) for body in bodies]
    believed, size = [known], 0
    while True:
        sizes = [_vouched(note, believed, leaves) for note in notes]
        if max(sizes, default=0) <= size:
            return believed
        size = max(sizes)
        named = [_log_key(body, known.name) for body in bodies[:size]]
        believed = list(dict.fromkeys([known, *(each for each in named if each)]))


def _vouched(note: str, believed: Iterable[checkpoints.Verifier], leaves: list[bytes]) -> int:
    """Return how many entries a note vouches for, or 0 if no believed key signed it or they are others."""
    try:
        state = _state(note, believed)
    except checkpoints.NoteError:
        return 0
    whole = state.size <= len(leaves)
    same = whole and merkle.root(state.size, merkle.over(leaves)) == state.root
    return state.size if same else 0


def _log_key(body: bytes, name: str) -> checkpoints.Verifier | None:
    try:
        facts = json.loads(body)
        added = facts["act"] == "added" and "#log-" in facts["key"]
        return checkpoints.Verifier(name, base64.b64decode(facts["public_key"])) if added else None
    except (ValueError, KeyError, TypeError):
        return None


def _state(note: str, verifiers: Iterable[checkpoints.Verifier]) -> checkpoints.State:
    """Return the state that any of the keys signed; raise NoteError with the first key's reason if none did."""
    reasons = []
    for verifier in verifiers:
        try:
            return checkpoints.read(note, verifier=verifier)
        except checkpoints.NoteError as problem:
            reasons.append(problem)
    raise reasons[0]


def _bodies(files: Mapping[str, bytes], size: int) -> Iterator[bytes]:
    for tile in tiles.tiles_of(size):
        if tile.level is None:
            bodies = tiles.unbundle(files[tile.path])
            if len(bodies) != tile.width:
                message = f"{tile.path} holds {len(bodies)} entries instead of {tile.width}."
                raise ValueError(message)
            yield from bodies


def _check_kept(
    leaves: list[bytes], verifiers: Iterable[checkpoints.Verifier], kept: Iterable[str]
) -> Iterator[str]:
    for note in kept:
        try:
            older = _state(note, verifiers)
        except checkpoints.NoteError as problem:
            yield f"A kept checkpoint cannot be used: {problem}"
            continue
        if older.size > len(leaves):
            yield f"The log once had {older.size} entries and has {len(leaves)} now: it was cut."
        elif merkle.root(older.size, merkle.over(leaves)) != older.root:
            yield f"The first {older.size} entries are not those that were signed before: the log was rewritten."
