"""
Check the copy of the register's log beside this file, without the software that wrote it and without asking anybody.

    python check_log.py --key "NAME+ID+KEY" [--old CHECKPOINT ...] [--file CREDENTIAL.json ...]

It needs Python 3.9 or newer and the package `cryptography`. The key is the one that you noted down before: on paper, or from
another source than this copy. Without one the copy is only held against itself, which a forger could arrange.

Formats: RFC 9162 (the tree), C2SP tlog-checkpoint, signed-note and tlog-tiles (the files).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


HERE = Path(__file__).resolve().parent
WIDTH = 256
Key = tuple[str, bytes, bytes]


class FaultError(Exception):
    """Something does not agree; the text says what."""


def say(text: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{text}\n")


def parse_key(text: str) -> Key:
    """Return name, key id and raw public key of a verifier key."""
    name, _, rest = text.strip().partition("+")
    key_id, _, encoded = rest.partition("+")
    raw = base64.b64decode(encoded)
    if len(raw) != 33 or named(name, raw[1:]) != bytes.fromhex(key_id):
        raise FaultError(f"{text!r} is no verifier key.")
    return name, bytes.fromhex(key_id), raw[1:]


def named(name: str, public: bytes) -> bytes:
    """Return the four bytes by which a note names a key."""
    return hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]


def read_note(note: str, keys: list[Key]) -> tuple[int, bytes]:
    """Return size and root of a checkpoint that one of the keys signed."""
    body, _, tail = note.rpartition("\n\n")
    body += "\n"
    origin, size, root = body.split("\n")[:3]
    for name, key_id, public in keys:
        for line in tail.strip().split("\n"):
            _dash, signer, encoded = line.split(" ")
            signature = base64.b64decode(encoded)
            if signer == name == origin and signature[:4] == key_id:
                try:
                    Ed25519PublicKey.from_public_bytes(public).verify(signature[4:], body.encode())
                except InvalidSignature:
                    raise FaultError(
                        f"The signature of {signer} on the state of {size} is wrong."
                    ) from None
                return int(size), base64.b64decode(root)
    raise FaultError(f"None of the known keys signed the state of {size} entries.")


def bodies_of(size: int) -> list[bytes]:
    """Return the entries, from the bundles of 256."""
    found: list[bytes] = []
    for index in range(-(-size // WIDTH)):
        width = min(WIDTH, size - index * WIDTH)
        groups, rest = [f"{index % 1000:03d}"], index // 1000
        while rest:
            groups.insert(0, f"x{rest % 1000:03d}")
            rest //= 1000
        part = "" if width == WIDTH else f".p/{width}"
        data, at = (HERE / f"tile/entries/{'/'.join(groups)}{part}").read_bytes(), 0
        while at < len(data):
            (length,) = struct.unpack_from(">H", data, at)
            found.append(data[at + 2 : at + 2 + length])
            at += 2 + length
    if len(found) != size:
        raise FaultError(f"{len(found)} entries are here; the signed state has {size}.")
    return found


def root_of(leaves: list[bytes]) -> bytes:
    """Return the root of the tree over the leaves."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


def follow(keys: list[Key], leaves: list[bytes], bodies: list[bytes]) -> list[Key]:
    """Return the keys with those that the log named after them, under a root that a known key signed."""
    for path in [*sorted(HERE.glob("checkpoints/*")), HERE / "checkpoint"] * 2:
        try:
            size, root = read_note(path.read_text(encoding="utf-8"), keys)
        except FaultError:
            continue
        if not 0 < size <= len(leaves) or root_of(leaves[:size]) != root:
            continue
        for facts in map(json.loads, bodies[:size]):
            if facts.get("act") == "added" and "#log-" in facts.get("key", ""):
                public, name = base64.b64decode(facts["public_key"]), keys[0][0]
                key = (name, named(name, public), public)
                keys += [key] if key not in keys else []
    return keys


def story(bodies: list[bytes]) -> Iterator[str]:
    """Yield what contradicts itself: time that runs backwards, a number or a credential issued twice."""
    latest, issued = "", dict[str, int]()
    for index, facts in enumerate(map(json.loads, bodies)):
        if facts["time"] < latest:
            yield f"Entry {index} is of {facts['time']}, before the entry above it."
        latest = max(latest, facts["time"])
        once = [facts.get("credential")] + [facts.get("number")] * (facts.get("event") == "issued")
        for each in filter(None, once):
            if each in issued:
                yield f"Entry {index} issues {each}, which entry {issued[each]} issued already."
            issued[each] = index


def older(note: str, keys: list[Key], leaves: list[bytes]) -> Iterator[str]:
    """Yield why the log does not begin with a state that somebody kept; nothing if it does."""
    size, root = read_note(note, keys)
    if size > len(leaves):
        yield f"The log once had {size} entries and has {len(leaves)} now: it was cut."
    elif root_of(leaves[:size]) != root:
        yield f"The first {size} entries are not those signed before: the log was rewritten."


def about(path: str, bodies: list[bytes]) -> str:
    """Return what the log says about a credential file."""
    digest = f"sha256:{hashlib.sha256(Path(path).read_bytes()).hexdigest()}"
    events = [json.loads(body) for body in bodies]
    mine = [each for each in events if each.get("credential") == digest]
    if not mine:
        return f"{path}: the log does not know this file."
    number = mine[0]["number"]
    last = [each for each in events if each.get("number") == number][-1]
    return f"{path}: logged {mine[0]['time']} as {number}; last event: {last['event']} ({last['effective']})."


def check(options: argparse.Namespace) -> Iterator[str]:
    """Yield every fault; print what else there is to say."""
    if not options.key:
        say("No key was given: the copy is only held against itself.")
    given = options.key or (HERE / "verifiers").read_text(encoding="utf-8").split("\n")[0]
    keys = [parse_key(given)]
    note = (HERE / "checkpoint").read_text(encoding="utf-8")
    bodies = bodies_of(int(note.split("\n")[1]))
    leaves = [hashlib.sha256(b"\x00" + body).digest() for body in bodies]
    size, root = read_note(note, follow(keys, leaves, bodies))
    if root_of(leaves) != root:
        yield f"The {size} entries do not have the signed root."
    yield from story(bodies)
    for path in options.old:
        yield from older(Path(path).read_text(encoding="utf-8"), keys, leaves)
    for path in options.file:
        say(about(path, bodies))
    say(f"{size} entries, root {root.hex()}")


def main() -> None:
    """Check, say what was found, and end with 1 if anything is wrong."""
    asked = argparse.ArgumentParser(description="Check the copy of the log beside this file.")
    asked.add_argument("--key", help="the log's verifier key, as you noted it down")
    asked.add_argument("--old", action="append", default=[], help="a checkpoint kept earlier")
    asked.add_argument("--file", action="append", default=[], help="a credential to look up")
    try:
        faults = list(check(asked.parse_args()))
    except (FaultError, OSError, ValueError, KeyError, struct.error) as problem:
        faults = [str(problem)]
    for fault in faults:
        say(f"FAULT: {fault}")
    say("The log is whole." if not faults else f"Faults: {len(faults)}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
