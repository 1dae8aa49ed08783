"""A signature holds for exactly what was signed, by exactly that issuer; every other thing is refused for its own reason."""

import base64
import copy
import hashlib
import json
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone
from openbadgeslib.ob3.contexts import bundled_contexts
from openvc.keys import Ed25519SigningKey
from openvc.multibase import encode_multibase
from openvc.proof.data_integrity import DataIntegrityProofSuite
from pyld import jsonld

from certificates.models import KeyRole, SigningKey
from certificates.rules.credentials import identity, names
from certificates.selectors import log as selectors
from certificates.selectors.keys import issuer_document
from certificates.services.keys import create_key, revoke_key
from certificates.services.publication import publish_register
from certificates.signing import suite
from certificates.signing.store import KeyStoreError, key_store
from tests.certificates.factories import certificate as a_certificate


pytestmark = pytest.mark.django_db
VECTORS = Path(__file__).parents[3] / "shared" / "vectors"


@pytest.fixture
def document(store):
    entry = a_certificate()
    publish_register(store=store, at=timezone.now())
    return json.loads(selectors.credential_of(entry.number).document)


def refused(document, *, did=None, at=None):
    with pytest.raises(suite.ForgedError) as told:
        suite.verify(document, did_document=did or issuer_document(), at=at or timezone.now())
    return told.value.code


def put(document, path, value):
    """Return a copy in which the value stands at the path."""
    copied = copy.deepcopy(document)
    here = copied
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return copied


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("credentialSubject", "licenseNumber"), "NSCL-QG-2026-00002"),
        (("validUntil",), "2039-05-13T16:59:59Z"),
        (("credentialSubject", "result", 0, "achievedLevel"), "http://127.0.0.1:8000/x"),
        (("credentialSubject", "identifier", 1, "identityHash"), "sha256$" + "0" * 64),
        (("credentialStatus", "statusListIndex"), "7"),
        (("levelBonus",), "International"),
        (("credentialSubject", "achievement", "levelBonus"), "International"),
    ],
    ids=lambda part: ".".join(map(str, part)) if isinstance(part, tuple) else "",
)
def test_one_changed_or_added_fact_is_refused(document, path, value):
    reason = "added" if path[-1] == "levelBonus" else "altered"
    assert refused(put(document, path, value)) == reason


def test_a_proof_is_needed_and_only_one(document):
    assert refused({**document, "proof": []}) == "no_proof"
    assert refused({**document, "proof": document["proof"] * 2}) == "no_proof"


def test_another_issuer_is_not_ours(document):
    assert refused(put(document, ("issuer", "id"), "did:web:forger.example")) == "other_issuer"


def test_a_key_in_the_proof_itself_counts_for_nothing(document, empty_store, tmp_path):
    """A name that is itself a key would let anybody sign in our name, were it believed."""
    forger = type(empty_store)(tmp_path / "forger", "x")
    public = forger.create("own")
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    method = f"{issuer_document()['id']}#{suite.multikey(public)}"
    forged = suite.sign(
        unsigned, signer=forger.signer("own"), method=method, created=timezone.now()
    )
    assert refused(forged) == "unknown_key"


def test_the_key_of_the_log_signs_no_credentials(document, store):
    key = SigningKey.objects.get(role=KeyRole.LOG)
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    crossed = suite.sign(
        unsigned, signer=store.signer(key.kid), method=key.method, created=timezone.now()
    )
    assert refused(crossed) == "unknown_key"


def test_after_a_key_is_revoked_nothing_it_signed_counts(document, store):
    now = timezone.now()
    create_key(role=KeyRole.CREDENTIAL, store=store, at=now, not_before=now)
    revoke_key(key=SigningKey.objects.filter(role=KeyRole.CREDENTIAL).first(), at=now)
    assert refused(document) == "unknown_key"


def test_before_its_first_and_after_its_last_day_it_is_out_of_date(document):
    assert refused(document, at=timezone.now() - timedelta(days=300)) == "out_of_date"
    assert refused(document, at=timezone.now() + timedelta(days=3_000)) == "out_of_date"


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\x7f"])
def test_a_control_character_is_never_signed(store, sign):
    key = SigningKey.objects.get(role=KeyRole.CREDENTIAL)
    with pytest.raises(suite.SigningError):
        suite.sign(
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "name": f"Ng{sign}uyễn"},
            signer=store.signer(key.kid),
            method=key.method,
            created=timezone.now(),
        )


def test_an_undefined_term_is_never_signed(store, document):
    key = SigningKey.objects.get(role=KeyRole.CREDENTIAL)
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    with pytest.raises(suite.SigningError):
        suite.sign(
            {**unsigned, "levelBonus": "International"},
            signer=store.signer(key.kid),
            method=key.method,
            created=timezone.now(),
        )


@pytest.mark.parametrize(
    "change",
    [
        {"@context": ["https://vidu.example/own-context"]},
        {"id": "/tra-cuu/1/"},
        {"@context": ["https://www.w3.org/ns/credentials/v2", {"id": 7}]},
    ],
)
def test_what_another_reader_would_read_otherwise_is_never_signed(store, change):
    key = SigningKey.objects.get(role=KeyRole.CREDENTIAL)
    with pytest.raises(suite.SigningError):
        suite.sign(
            {**SMALL, **change},
            signer=store.signer(key.kid),
            method=key.method,
            created=timezone.now(),
        )


def test_a_name_is_the_same_however_its_accents_are_stored():
    name = "Nguyễn Thị Ngọc Ẩn"
    held = {"credentialSubject": {"identifier": [identity("name", name, salt="ab")]}}
    assert names(held, unicodedata.normalize("NFD", name))
    assert not names(held, "Nguyễn Thị Ngọc Ân")


def test_only_the_signing_worker_opens_a_key(settings):
    settings.SIGNER = False
    with pytest.raises(KeyStoreError, match="signing worker"):
        key_store()


def test_a_private_key_is_encrypted_readable_by_its_owner_only_and_never_overwritten(empty_store):
    empty_store.create("vc-2026-1")
    (file,) = empty_store.folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o400
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in file.read_bytes()
    with pytest.raises(FileExistsError):
        empty_store.create("vc-2026-1")
    with pytest.raises(KeyStoreError):
        type(empty_store)(empty_store.folder, "another passphrase").signer("vc-2026-1")


SMALL = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "id": "https://vidu.example/tra-cuu/1/",
    "type": ["VerifiableCredential"],
    "issuer": "did:web:vidu.example",
    "name": "Nguyễn Thị Ngọc Ẩn",
    "credentialSubject": {"id": "https://vidu.example/1"},
}


def hashed_by_hand(document, config):
    """The two hashes of `eddsa-rdfc-2022`, composed here without the library that signs."""
    contexts = bundled_contexts()

    def load(url, _options):
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url]}

    def canonical(part):
        options = {
            "algorithm": "URDNA2015",
            "format": "application/n-quads",
            "documentLoader": load,
        }
        return hashlib.sha256(jsonld.normalize(part, options).encode()).digest()

    return canonical({"@context": document["@context"], **config}) + canonical(document)


def test_the_signature_is_the_one_that_the_standard_defines():
    key = Ed25519SigningKey.from_jwk(
        {
            "kty": "OKP",
            "crv": "Ed25519",
            "d": base64.urlsafe_b64encode(bytes(range(32))).decode().strip("="),
            "x": "",
        },
        "k1",
    )
    created = datetime(2026, 11, 23, tzinfo=UTC)
    signed = suite.sign(SMALL, signer=key, method="did:web:vidu.example#k1", created=created)
    (proof,) = signed["proof"]
    config = {name: value for name, value in proof.items() if name != "proofValue"}
    by_hand = key.sign(hashed_by_hand(SMALL, config))
    library = DataIntegrityProofSuite().add_proof(
        SMALL, signing_key=key, verification_method="did:web:vidu.example#k1", created=created
    )
    assert library["proof"] == proof
    assert proof["proofValue"] == encode_multibase(by_hand)
    assert proof["created"] == "2026-11-23T00:00:00Z"


@pytest.mark.skipif(
    not VECTORS.is_dir(), reason="the public test vectors are not beside the checkout"
)
def test_the_public_vector_of_open_badges_is_reproduced_byte_for_byte():
    signed = json.loads((VECTORS / "ob3" / "signed.json").read_text())
    secret = json.loads((VECTORS / "ob3" / "key.json").read_text())
    raw = bytes.fromhex(secret["seedHex"])
    key = Ed25519SigningKey(Ed25519PrivateKey.from_private_bytes(raw), "vector")
    expected = signed.pop("proof")
    expected = expected[0] if isinstance(expected, list) else expected
    again = suite.sign(
        signed,
        signer=key,
        method=expected["verificationMethod"],
        created=datetime.fromisoformat(expected["created"]),
    )
    assert again["proof"] == [expected]
