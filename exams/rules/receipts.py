"""The receipt of an examination: what exactly was received, in a form that can be checked later."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from exams.rules.questions import Response


@dataclass(frozen=True)
class Received:
    """What is held of an attempt at its end."""

    attempt: str
    events: int
    answered: int
    digest: str
    at: datetime

    @property
    def statement(self) -> str:
        """The one text that is signed."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        return "|".join([self.attempt, str(self.events), str(self.answered), self.digest, moment])


def digest_of(responses: Mapping[int, Response]) -> str:
    """Return the SHA-256 of all answers by position: the same answers give the same digest."""
    held = {str(position): response for position, response in responses.items() if response}
    canonical = json.dumps(held, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def short_code(signature: bytes) -> str:
    """Return the first 80 bits of a signature as four groups of four letters and digits to read aloud."""
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
    number = int.from_bytes(signature[:10], "big")
    code = "".join(letters[number >> (5 * place) & 31] for place in reversed(range(16)))
    return "-".join(code[start : start + 4] for start in range(0, 16, 4))
