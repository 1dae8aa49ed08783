"""The signed state of the log: C2SP tlog-checkpoint in a C2SP signed note."""

import base64
import binascii
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


ED25519 = b"\x01"
DASH = "\u2014"


class NoteError(ValueError):
    """The text is no signed checkpoint, or its signature does not hold."""


@dataclass(frozen=True)
class Verifier:
    """Whose signature counts: the log's name and its raw public key."""

    name: str
    public_key: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which a note names the key."""
        named = self.name.encode() + b"\n" + ED25519 + self.public_key
        return hashlib.sha256(named).digest()[:4]

    @property
    def text(self) -> str:
        """The verifier key as others note it down: name, key id and key."""
        key = base64.b64encode(ED25519 + self.public_key).decode()
        return f"{self.name}+{self.key_id.hex()}+{key}"


def parse_verifier(text: str) -> Verifier:
    """Return the verifier that a line `name+key id+key` names; raise NoteError if the parts do not belong together."""
    name, _, rest = text.strip().partition("+")
    key_id, _, encoded = rest.partition("+")
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error as problem:
        raise NoteError(f"{text!r} is no verifier key.") from problem
    verifier = Verifier(name, key[1:])
    if key[:1] != ED25519 or len(key) != 33 or verifier.key_id.hex() != key_id:
        raise NoteError(f"{text!r} is no verifier key.")
    return verifier


@dataclass(frozen=True)
class State:
    """What a checkpoint says: which log, how many leaves, which root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The body of the note, as it is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def write(state: State, *, verifier: Verifier, sign: Callable[[bytes], bytes]) -> str:
    """Return the signed note of a state."""
    signature = verifier.key_id + sign(state.text.encode())
    return f"{state.text}\n{DASH} {verifier.name} {base64.b64encode(signature).decode()}\n"


def read(note: str, *, verifier: Verifier) -> State:
    """
    Return the state that a note says and that key signed.

    Signatures of others are passed over. Raises NoteError if the text is malformed, the key did not sign it, or its
    signature is wrong.
    """
    body, separator, tail = note.rpartition("\n\n")
    if not separator or not tail.endswith("\n"):
        raise NoteError("The note has no signatures.")
    body += "\n"
    ours = [mine for line in tail[:-1].split("\n") if (mine := _signature(line, verifier))]
    if not ours:
        raise NoteError(f"{verifier.name} did not sign the note.")
    for signature in ours:
        try:
            Ed25519PublicKey.from_public_bytes(verifier.public_key).verify(
                signature, body.encode()
            )
        except InvalidSignature as problem:
            raise NoteError(f"The signature of {verifier.name} is wrong.") from problem
    state = _state(body)
    if state.origin != verifier.name:
        raise NoteError(f"The note is of the log {state.origin!r}, not of {verifier.name!r}.")
    return state


def claimed(note: str) -> State:
    """Return the state that a note claims, whoever signed it; raise NoteError if the text is malformed."""
    return _state(note.rpartition("\n\n")[0] + "\n")


def _signature(line: str, verifier: Verifier) -> bytes | None:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != DASH:
        raise NoteError(f"{line!r} is no signature.")
    try:
        signature = base64.b64decode(parts[2], validate=True)
    except binascii.Error as problem:
        raise NoteError(f"{line!r} is no signature.") from problem
    known = parts[1] == verifier.name and signature[:4] == verifier.key_id
    return signature[4:] if known else None


def _state(body: str) -> State:
    lines = body.split("\n")
    if len(lines) < 4 or not lines[1].isascii() or not lines[1].isdigit():
        raise NoteError("The note is no checkpoint.")
    try:
        root = base64.b64decode(lines[2], validate=True)
    except binascii.Error as problem:
        raise NoteError("The root is no base64.") from problem
    state = State(lines[0], int(lines[1]), root)
    if str(state.size) != lines[1] or len(root) != 32:
        raise NoteError("The note is no checkpoint.")
    return state
