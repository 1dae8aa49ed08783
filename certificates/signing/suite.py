"""Signatures on credentials: W3C Data Integrity, `eddsa-rdfc-2022`, contexts from the library and never from the network."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from threading import Lock
from typing import Any

from openbadgeslib.ob3.contexts import bundled_contexts
from openvc.did.base import DidResolutionError, parse_did_document
from openvc.errors import OpenvcError
from openvc.multibase import encode_multibase
from openvc.proof.data_integrity import (
    CredentialExpired,
    CredentialNotYetValid,
    DataIntegrityProofSuite,
)
from pyld import jsonld

from certificates.rules.shape import shape_of
from certificates.signing.store import Signer


Document = dict[str, Any]
NOWHERE = "x-relative://guard/"
# The processor keeps what it made of contexts in a cache that two threads can break (KeyError on a full cache).
ONE_AT_A_TIME = Lock()
CONTROL = {*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F}


class SigningError(Exception):
    """The document holds something that a signature would not cover as it stands."""


class ForgedError(Exception):
    """The proof does not hold; `code` says why in one word."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


def sign(document: Document, *, signer: Signer, method: str, created: datetime) -> Document:
    """
    Return the document with its proof; the same input gives the same bytes.

    The two hashes of `eddsa-rdfc-2022` (W3C VC Data Integrity EdDSA, 3.3) are put together here: the library does the same
    in 96 ms instead of 15, and a thousand certificates are signed at once. Raises SigningError for terms that no
    context defines, relative addresses and control characters: two libraries would not agree on what was signed.
    """
    refuse_control_characters(document)
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": _utc(created),
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    parts = ({"@context": document["@context"], **proof}, document)
    hashed = b"".join(hashlib.sha256(_canonical(part)).digest() for part in parts)
    value = encode_multibase(signer.sign(hashed))
    return {**document, "proof": [{**proof, "proofValue": value}]}


@cache
def _contexts() -> dict[str, Document]:
    return dict(bundled_contexts())


def _load(url: str, _options: object = None) -> Document:
    if url not in _contexts():
        message = f"The context {url} is not among those that are known here."
        raise SigningError(message)
    # "static" lets the processor keep what it made of a context: it never changes.
    return {"contextUrl": None, "documentUrl": url, "document": _contexts()[url], "tag": "static"}


def _canonical(document: Document) -> bytes:
    """Return the canonical N-Quads; refuse what the processor would drop, or complete from a base, without a word."""
    dropped: list[str | None] = []
    known = {"documentLoader": _load}
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "skipExpansion": True}
    try:
        with ONE_AT_A_TIME:
            expanded = jsonld.expand(
                document, {"base": NOWHERE, **known}, on_property_dropped=dropped.append
            )
            quads = str(jsonld.normalize(expanded, {**options, **known}))
    except jsonld.JsonLdError as problem:
        raise SigningError(str(problem)) from problem
    if dropped or NOWHERE in quads:
        message = f"No context defines {dropped or 'a relative address'}."
        raise SigningError(message)
    return quads.encode()


def verify(document: Document, *, did_document: Document, at: datetime) -> None:
    """
    Check the proof of a credential against the issuer's DID document; return nothing.

    Raises ForgedError with the code `no_proof`, `other_issuer`, `unknown_key`, `strange`, `added`, `altered` or
    `out_of_date`. The key is the one that the DID document lists for assertions under the proof's name, never one from
    the proof itself; a document that is built as none of ours is not put in canonical order, which could take minutes.
    """
    proofs = document.get("proof")
    proof = proofs[0] if isinstance(proofs, list) and len(proofs) == 1 else proofs
    if not isinstance(proof, dict):
        raise ForgedError("no_proof", "There is no proof, or more than one.")
    if issuer_of(document) != did_document["id"]:
        raise ForgedError("other_issuer", f"The issuer is {issuer_of(document)!r}.")
    key = _listed_key(did_document, proof.get("verificationMethod"))
    if not shape_of(document).is_ours:
        raise ForgedError("strange", "No document of this issuer is built like this.")
    try:
        with ONE_AT_A_TIME:
            DataIntegrityProofSuite(leeway_s=0).verify(
                {**document, "proof": proof},
                public_key_jwk=key,
                now=at,
                extra_contexts=_contexts(),
            )
    except (CredentialExpired, CredentialNotYetValid) as problem:
        raise ForgedError("out_of_date", str(problem)) from problem
    except OpenvcError as problem:
        raise ForgedError(_fault(document), str(problem)) from problem


def _fault(document: Document) -> str:
    """Return `added` for a document with something in it that no signature could cover, else `altered`."""
    try:
        _canonical({name: value for name, value in document.items() if name != "proof"})
    except SigningError:
        return "added"
    return "altered"


def issuer_of(document: Document) -> str:
    """Return the DID of who issued the document, or an empty text."""
    issuer = document.get("issuer")
    return str(issuer.get("id", "") if isinstance(issuer, dict) else issuer or "")


def multikey(public_key: bytes) -> str:
    """Return a raw Ed25519 public key as multibase text."""
    return str(encode_multibase(b"\xed\x01" + public_key))


def did_document(
    did: str, keys: list[tuple[str, bytes]], *, revoked: Mapping[str, datetime] | None = None
) -> Document:
    """
    Return the DID document that lists those keys, given by name and raw public key.

    All are for assertions, except those that stand in `revoked` with the moment of their revocation.
    """
    ended = revoked or {}
    methods = [
        {
            "id": f"{did}#{kid}",
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": multikey(public),
            **({"revoked": _utc(ended[kid])} if kid in ended else {}),
        }
        for kid, public in keys
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [each["id"] for each in methods if "revoked" not in each],
    }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def refuse_control_characters(value: object) -> None:
    """Raise SigningError if any text within holds a control character; return nothing."""
    if isinstance(value, dict):
        for key, inner in value.items():
            refuse_control_characters(key)
            refuse_control_characters(inner)
    elif isinstance(value, list):
        for inner in value:
            refuse_control_characters(inner)
    elif isinstance(value, str) and any(ord(sign) in CONTROL for sign in value):
        message = f"A control character stands in {value!r}."
        raise SigningError(message)


def _listed_key(document: Document, method: object) -> Document:
    try:
        found = parse_did_document(document).key_for_purpose(str(method), "assertionMethod")
    except (DidResolutionError, OpenvcError) as problem:
        raise ForgedError("unknown_key", str(problem)) from problem
    if found is None:
        raise ForgedError("unknown_key", f"The issuer lists no key {method!r}.")
    return dict(found.public_key_jwk)


def public_key_text(public_key: bytes) -> str:
    """Return a raw public key as base64 text, as the database keeps it."""
    return base64.b64encode(public_key).decode()
