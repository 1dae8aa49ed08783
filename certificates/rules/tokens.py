"""
What stands in the printed QR code: the facts of a certificate in 230 signed bytes, checked without any network.

A CBOR map in a COSE_Sign1 (RFC 9052, EdDSA), written in URL-safe base64 without padding. The keys of the map are
those of CWT (RFC 8392) where it has one, and a letter where it has none.
"""

import base64
import binascii
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


SIGN1 = 18
ALGORITHM, KEY_NAME = 1, 4
EDDSA = -8
ISSUER, NAME, EXPIRES, ISSUED = 1, 2, 4, 6
MOST_LETTERS = 2_000
# what reading bytes that are something else may raise
UNREADABLE = (
    binascii.Error,
    cbor2.CBORDecodeError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    OSError,
)


class TokenError(ValueError):
    """The text is no token."""


class ForgedTokenError(TokenError):
    """The token is not signed by that key, or not as it stands."""


@dataclass(frozen=True)
class Facts:
    """What a token says about a certificate."""

    issuer: str
    number: str
    name: str
    scheme: str
    level: str
    scopes: tuple[str, ...]
    issued_at: datetime
    expires_at: datetime
    status_list: int
    status_index: int


@dataclass(frozen=True)
class Token:
    """A token that was read: what it says, who says to have signed it, and what a signature must cover."""

    facts: Facts
    kid: str
    signed: bytes
    signature: bytes


def facts_of(credential: Mapping[str, Any], printed: Mapping[str, Any], *, at: datetime) -> Facts:
    """Return the facts of a certificate from its credential and its snapshot; `at` is when it is signed."""
    status = credential["credentialStatus"]
    return Facts(
        issuer=credential["issuer"]["id"],
        number=credential["credentialSubject"]["licenseNumber"],
        name=unicodedata.normalize("NFC", printed["name"]),
        scheme=printed["scheme"]["code"],
        level=printed["scheme"]["level"],
        scopes=(printed["field"]["code"],),
        issued_at=at,
        expires_at=datetime.fromisoformat(credential["validUntil"]),
        status_list=int(status["statusListCredential"].rpartition("/")[2]),
        status_index=int(status["statusListIndex"]),
    )


def write(facts: Facts, *, kid: str, sign: Callable[[bytes], bytes]) -> str:
    """Return the token; the same facts and key give the same text."""
    protected = cbor2.dumps({ALGORITHM: EDDSA})
    payload = cbor2.dumps(_claims(facts))
    signature = sign(_to_sign(protected, payload))
    message = [protected, {KEY_NAME: kid.encode()}, payload, signature]
    whole = cbor2.dumps(cbor2.CBORTag(SIGN1, message))
    return base64.urlsafe_b64encode(whole).rstrip(b"=").decode()


def read(text: str) -> Token:
    """Return what a token says, not checked so far; raise TokenError if it is none."""
    if len(text) > MOST_LETTERS or not text.isascii():
        raise TokenError("The text is too long or holds letters that no token has.")
    try:
        whole = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        protected, names, payload, signature = _only(whole, tag=SIGN1)
        header, claims = _only(protected), _only(payload)
        token = Token(
            facts=_facts(claims),
            kid=names[KEY_NAME].decode(),
            signed=_to_sign(protected, payload),
            signature=bytes(memoryview(signature)),
        )
    except TokenError:
        raise
    except UNREADABLE as problem:
        raise TokenError(f"The text is no token: {problem!r}") from problem
    if header != {ALGORITHM: EDDSA}:
        raise TokenError("The token is signed in a way that is not used here.")
    return token


def check(token: Token, *, public_key: bytes) -> Facts:
    """Return the facts if that raw Ed25519 key signed them; raise ForgedTokenError if it did not."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(token.signature, token.signed)
    except InvalidSignature as problem:
        raise ForgedTokenError("The signature does not hold.") from problem
    return token.facts


def _to_sign(protected: bytes, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, b"", payload])


def _only(encoded: bytes, *, tag: int | None = None) -> Any:
    """Return the one item that the bytes hold; raise TokenError if more follows or the tag is another."""
    stream = BytesIO(encoded)
    item = cbor2.load(stream)
    if stream.read(1):
        raise TokenError("Something follows the token.")
    if tag is None:
        return item
    if not isinstance(item, cbor2.CBORTag) or item.tag != tag:
        raise TokenError("The bytes are no COSE_Sign1.")
    return item.value


def _claims(facts: Facts) -> dict[int | str, Any]:
    return {
        ISSUER: facts.issuer,
        NAME: facts.name,
        EXPIRES: int(facts.expires_at.timestamp()),
        ISSUED: int(facts.issued_at.timestamp()),
        "n": facts.number,
        "l": facts.level,
        "s": facts.scheme,
        "x": list(facts.scopes),
        "i": [facts.status_list, facts.status_index],
    }


def _facts(claims: Mapping[int | str, Any]) -> Facts:
    texts = [claims[key] for key in (ISSUER, "n", NAME, "s", "l")]
    scopes, (status_list, status_index) = tuple(claims["x"]), claims["i"]
    numbers = (claims[ISSUED], claims[EXPIRES], status_list, status_index)
    if not all(isinstance(text, str) for text in (*texts, *scopes)) or not all(
        isinstance(number, int) for number in numbers
    ):
        raise TokenError("A fact of the token is not of its kind.")
    issuer, number, name, scheme, level = texts
    return Facts(
        issuer=issuer,
        number=number,
        name=name,
        scheme=scheme,
        level=level,
        scopes=scopes,
        issued_at=datetime.fromtimestamp(claims[ISSUED], tz=UTC),
        expires_at=datetime.fromtimestamp(claims[EXPIRES], tz=UTC),
        status_list=status_list,
        status_index=status_index,
    )
