"""What a credential that somebody brings is worth: each point for itself, and the reason where it fails."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from certificates.models import Credential, KeyRole, SigningKey, StatusList
from certificates.models.verification import Answer, verify as ask
from certificates.selectors.keys import (
    Revocation,
    issuer_document,
    revocation_of,
    revoked_document,
)
from certificates.selectors.log import is_ended
from certificates.signing import suite


@dataclass(frozen=True)
class Judgement:
    """What was found: empty `forgery` means that the signature holds; None means that there was nothing to compare."""

    number: str
    issuer: str
    forgery: str
    logged: bool
    listed: str
    seal: str
    answer: Answer
    name_matches: bool | None
    revoked: Revocation | None = None
    logged_before: bool = False

    @property
    def genuine(self) -> bool:
        """Whether the file is ours, byte for byte; one that has run out was ours too."""
        if self.forgery == "revoked_key":
            return self.logged_before
        return self.forgery in {"", "out_of_date"} and self.logged


def seal_of(file: bytes) -> str:
    """Return what the signature on a PDF is (see `signing.seal_check`); nothing for a file that is no PDF."""
    if not file.startswith(b"%PDF-"):
        return ""
    from certificates.signing.seal_check import seal_in  # loads the PDF library

    chains = SigningKey.objects.filter(role=KeyRole.SEAL).exclude(chain="")
    return seal_in(file, chains=list(chains.values_list("chain", flat=True)))


def judge(
    content: bytes,
    document: Mapping[str, Any],
    *,
    name: str,
    day: date,
    at: datetime,
    seal: str = "",
) -> Judgement:
    """Return the judgement of a credential given by its bytes and as read; nothing in it is believed before it is proved."""
    subject = document.get("credentialSubject")
    number = str(subject.get("licenseNumber", "")) if isinstance(subject, dict) else ""
    digest = hashlib.sha256(content).hexdigest()
    known = Credential.objects.filter(sha256=digest).first()
    forgery = _forgery(dict(document), at=at)
    revoked = revocation_of(_method(document)) if forgery == "revoked_key" else None
    logged_at = _logged_at(known, digest)
    return Judgement(
        number=number[:40],
        issuer=suite.issuer_of(dict(document))[:200],
        forgery=forgery,
        logged=logged_at is not None,
        listed=_listed(known, at=at),
        seal=seal,
        answer=ask(number[:40], day=day),
        name_matches=_name_matches(subject, name),
        revoked=revoked,
        logged_before=bool(revoked and logged_at and logged_at < revoked.since),
    )


def _forgery(document: dict[str, Any], *, at: datetime) -> str:
    try:
        suite.refuse_control_characters(document)
        suite.verify(document, did_document=issuer_document(), at=at)
    except suite.ForgedError as problem:
        known = problem.code == "unknown_key" and _was_ours(document, at=at)
        return "revoked_key" if known else problem.code
    except (suite.SigningError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return "altered"
    return ""


def _was_ours(document: dict[str, Any], *, at: datetime) -> bool:
    """Return whether a key that was revoked since made the signature: by us, or by whoever holds a copy of it."""
    try:
        suite.verify(document, did_document=revoked_document(), at=at)
    except suite.ForgedError as problem:
        return problem.code == "out_of_date"
    return True


def _method(document: Mapping[str, Any]) -> object:
    proofs = document.get("proof")
    proof = proofs[0] if isinstance(proofs, list) and proofs else proofs
    return proof.get("verificationMethod") if isinstance(proof, dict) else None


def _logged_at(known: Credential | None, digest: str) -> datetime | None:
    """Return when the log took down these very bytes, or None if it never did."""
    entry = getattr(known.intent.event, "log_entry", None) if known else None
    said = json.loads(entry.body) if entry else {}
    if said.get("credential") != f"sha256:{digest}":
        return None
    return datetime.fromisoformat(str(said["time"]))


def _listed(known: Credential | None, *, at: datetime) -> str:
    """Return `stale`, `ended` or `counts`, or nothing for bytes that are not ours."""
    if known is None:
        return ""
    published = StatusList.objects.order_by("number").first()
    if published is None or published.valid_until <= at:
        return "stale"
    return "ended" if is_ended(published.document, known.intent.status_index) else "counts"


def _name_matches(subject: object, name: str) -> bool | None:
    """Return whether the salted hash is that of the name, or None if no name was typed or none is hashed."""
    identifiers = subject.get("identifier") if isinstance(subject, dict) else None
    if not name or not isinstance(identifiers, list):
        return None
    typed = unicodedata.normalize("NFC", " ".join(name.split()))
    for each in identifiers:
        if isinstance(each, dict) and each.get("identityType") == "name":
            hashed = hashlib.sha256((typed + str(each.get("salt", ""))).encode()).hexdigest()
            return bool(each.get("identityHash") == f"sha256${hashed}")
    return None
