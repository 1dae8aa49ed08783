"""A proof that fits in a file: C2SP tlog-proof. Leaf, path and checkpoint; no question to anybody is needed."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from certificates.rules import checkpoints, merkle


HEADER = "c2sp.org/tlog-proof@v1"


class ProofFileError(ValueError):
    """The text is no proof of inclusion."""


@dataclass(frozen=True)
class Proof:
    """Where a leaf is, its path to the root, and the note that signs the root."""

    index: int
    path: Sequence[bytes]
    note: str

    @property
    def text(self) -> str:
        """The file."""
        path = "".join(f"{base64.b64encode(step).decode()}\n" for step in self.path)
        return f"{HEADER}\nindex {self.index}\n{path}\n{self.note}"


def read(text: str) -> Proof:
    """Return the proof in a file; raise ProofFileError if it is none."""
    head, separator, note = text.partition("\n\n")
    lines = head.split("\n")
    if not separator or lines[0] != HEADER or len(lines) < 2:
        raise ProofFileError("The text is no proof of inclusion.")
    word, _, number = lines[1].partition(" ")
    if (
        word != "index"
        or not number.isascii()
        or not number.isdigit()
        or str(int(number)) != number
    ):
        raise ProofFileError("The proof names no leaf.")
    try:
        path = [base64.b64decode(line, validate=True) for line in lines[2:]]
    except binascii.Error as problem:
        raise ProofFileError("A hash of the path is no base64.") from problem
    if any(len(step) != 32 for step in path):
        raise ProofFileError("A hash of the path has not 32 bytes.")
    return Proof(int(number), path, note)


def check(proof: Proof, body: bytes, *, verifier: checkpoints.Verifier) -> checkpoints.State:
    """
    Return the signed state in which the leaf stands.

    Raises checkpoints.NoteError for a note that the key did not sign, merkle.ProofError for a leaf that is not there.
    """
    state = checkpoints.read(proof.note, verifier=verifier)
    merkle.check_inclusion(merkle.leaf_hash(body), proof.index, state.size, proof.path, state.root)
    return state
