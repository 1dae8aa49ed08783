"""
Checking a downloaded copy of the log without asking anybody: from its files and a key that was noted down before.

What the files say of themselves counts for nothing: the tree is rebuilt from the entries, its root must be the signed
one, every older checkpoint must be a beginning of it, and no story in it may contradict itself.
"""

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
        state = checkpoints.read(files["checkpoint"].decode(), verifier=verifier)
        bodies = list(_bodies(files, state.size))
    except (KeyError, ValueError) as problem:
        yield f"The log cannot be read: {problem}"
        return
    leaves = [merkle.leaf_hash(body) for body in bodies]
    if merkle.root(state.size, merkle.over(leaves)) != state.root:
        yield f"The {state.size} entries do not have the signed root."
    yield from _check_kept(leaves, verifier, kept)
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


def _bodies(files: Mapping[str, bytes], size: int) -> Iterator[bytes]:
    for tile in tiles.tiles_of(size):
        if tile.level is None:
            bodies = tiles.unbundle(files[tile.path])
            if len(bodies) != tile.width:
                message = f"{tile.path} holds {len(bodies)} entries instead of {tile.width}."
                raise ValueError(message)
            yield from bodies


def _check_kept(
    leaves: list[bytes], verifier: checkpoints.Verifier, kept: Iterable[str]
) -> Iterator[str]:
    for note in kept:
        try:
            older = checkpoints.read(note, verifier=verifier)
        except checkpoints.NoteError as problem:
            yield f"A kept checkpoint cannot be used: {problem}"
            continue
        if older.size > len(leaves):
            yield f"The log once had {older.size} entries and has {len(leaves)} now: it was cut."
        elif merkle.root(older.size, merkle.over(leaves)) != older.root:
            yield f"The first {older.size} entries are not those that were signed before: the log was rewritten."
