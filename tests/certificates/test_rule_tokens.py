"""The token in the QR code: what goes in comes out, another library agrees, and nothing else is believed."""

import base64
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import cbor2
import cwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, strategies as st

from certificates.rules import tokens
from certificates.rules.tokens import Facts, ForgedTokenError, TokenError


KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
FACTS = Facts(
    issuer="did:web:chuyengia.example",
    number="VNPQ2026047110",
    name="Nguyễn Thị Ngọc Ẩn",
    scheme="NSCL-QG",
    level="national",
    scopes=("lean",),
    issued_at=datetime(2026, 11, 23, 3, tzinfo=UTC),
    expires_at=datetime(2029, 11, 22, 16, 59, 59, tzinfo=UTC),
    status_list=1,
    status_index=94_567,
)
# written once and kept: a reader of another make must read it for as long as paper lasts
WRITTEN = (
    "0oRDoQEnoQRJcXItMjAyNi0xWH2pAXgZZGlkOndlYjpjaHV5ZW5naWEuZXhhbXBsZQJ4Gk5ndXnhu4VuIFRo4buLIE5n4bu"
    "NYyDhuqhuBBpwqAuPBhprA6wwYW5uVk5QUTIwMjYwNDcxMTBhbGhuYXRpb25hbGFzZ05TQ0wtUUdheIFkbGVhbmFpggEaAA"
    "FxZ1hA5CAvoNX5N9MyyqPeT26PNr3CSfceQTQXSzwAww917YU0LZlDq6EbMCifMETQdk7SGiRCawkf8Z5nwm3JUMgiBg"
)


def written(facts=FACTS):
    return tokens.write(facts, kid="qr-2026-1", sign=KEY.sign)


def whole(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def text_of(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def believed(text):
    """Read and check a token by the key that it names, as a reader does who knows one key."""
    token = tokens.read(text)
    if token.kid != "qr-2026-1":
        raise TokenError("no such key")
    return tokens.check(token, public_key=PUBLIC)


def test_what_is_written_is_read_and_holds():
    token = tokens.read(written())
    assert token.kid == "qr-2026-1"
    assert tokens.check(token, public_key=PUBLIC) == FACTS


def test_the_form_is_fixed_to_the_byte_and_short_enough_for_paper():
    assert written() == WRITTEN
    assert len(f"https://chuyengia.example/v#{WRITTEN}") < 360


def test_another_library_reads_and_believes_it():
    jwk = {
        "kty": "OKP",
        "crv": "Ed25519",
        "kid": "qr-2026-1",
        "alg": "EdDSA",
        "x": text_of(PUBLIC),
    }
    read = cwt.COSE.new().decode(whole(written()), cwt.COSEKey.from_jwk(jwk))
    claims = cbor2.loads(read)
    assert claims[2] == FACTS.name
    assert claims["i"] == [1, 94_567]
    assert claims[4] == int(FACTS.expires_at.timestamp())


@given(st.integers(0, len(whole(WRITTEN)) - 1), st.integers(1, 255))
def test_one_changed_byte_is_never_believed(place, change):
    content = bytearray(whole(written()))
    content[place] ^= change
    with pytest.raises(TokenError):
        believed(text_of(bytes(content)))


@pytest.mark.parametrize(
    "change",
    [
        {"number": "VNPQ2026047111"},
        {"name": "Nguyễn Thị Ngọc Ân"},
        {"expires_at": datetime(2039, 1, 1, tzinfo=UTC)},
        {"status_index": 1},
        {"level": "international"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_fact_under_the_old_signature_is_refused(change):
    signature = tokens.read(written()).signature
    forged = tokens.write(replace(FACTS, **change), kid="qr-2026-1", sign=lambda _: signature)
    with pytest.raises(ForgedTokenError):
        tokens.check(tokens.read(forged), public_key=PUBLIC)


def test_another_key_is_refused():
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(ForgedTokenError):
        tokens.check(tokens.read(written()), public_key=other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "ế" * 8,
        "A" * 5_000,
        "not/base64url",
        text_of(b"\xff\xff"),
        text_of(cbor2.dumps(7)),
        text_of(cbor2.dumps(cbor2.CBORTag(17, [b"", {}, b"", b""]))),
        text_of(cbor2.dumps(cbor2.CBORTag(18, [b"", {}]))),
        text_of(whole(WRITTEN).replace(cbor2.dumps({1: -8}), cbor2.dumps({1: -7}), 1)),
        text_of(cbor2.dumps(cbor2.CBORTag(18, [cbor2.dumps({1: -8}), {}, cbor2.dumps({}), b"s"]))),
        text_of(whole(WRITTEN) + b"\x00"),
    ],
)
def test_what_is_no_token_is_refused_in_one_way(text):
    with pytest.raises(TokenError):
        tokens.read(text)


@given(st.binary(max_size=80))
def test_no_bytes_break_the_reader(content):
    with pytest.raises(TokenError):
        tokens.read(text_of(content))
    with pytest.raises(TokenError):
        tokens.read(text_of(b"\xd2\x84\x43\xa1\x01\x27" + content))


def test_the_facts_come_from_the_credential_and_the_snapshot():
    credential = {
        "issuer": {"id": FACTS.issuer},
        "credentialSubject": {"licenseNumber": FACTS.number},
        "validUntil": "2029-11-22T16:59:59Z",
        "credentialStatus": {
            "statusListIndex": "94567",
            "statusListCredential": "https://chuyengia.example/status/1",
        },
    }
    printed = {
        "name": unicodedata.normalize("NFD", FACTS.name),
        "scheme": {"code": "NSCL-QG", "level": "national"},
        "field": {"code": "lean"},
    }
    assert tokens.facts_of(credential, printed, at=FACTS.issued_at) == FACTS


@pytest.mark.parametrize("change", [{"number": 7}, {"scopes": (7,)}])
def test_a_fact_of_another_kind_is_refused(change):
    text = tokens.write(replace(FACTS, **change), kid="qr-2026-1", sign=KEY.sign)
    with pytest.raises(TokenError, match="kind"):
        tokens.read(text)
