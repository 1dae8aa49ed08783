"""What others published: our bytes are theirs. Read from a folder beside the checkout, where there is one."""

import base64
import hashlib
import json
from pathlib import Path

import pytest
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from jsonschema import Draft201909Validator
from openbadgeslib.ob3.contexts import bundled_contexts
from openvc.multibase import decode_multibase
from openvc.status.bitstring import decode_bitstring, encode_bitstring

from certificates.models import Credential, StatusList
from certificates.rules.shape import shape_of
from certificates.selectors.log import is_ended
from certificates.signing import suite
from tests.certificates import factories


VECTORS = Path(__file__).parents[3] / "shared" / "vectors"
pytestmark = pytest.mark.skipif(
    not VECTORS.is_dir(), reason="the public test vectors are not beside the checkout"
)
NAMES = ["arrays", "french", "structures", "unicode", "values", "weird"]


def read(*path):
    return (VECTORS.joinpath(*path)).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_json_is_put_in_its_canonical_form_as_rfc_8785_says(name):
    value = json.loads(read("rfc8785", f"input-{name}.json"))
    assert rfc8785.dumps(value) == read("rfc8785", f"output-{name}.json").rstrip(b"\n")


def unzipped(encoded):
    """The compressed bytes of a list; byte 8 says how hard was pressed, which compressors set as they like."""
    packed = bytearray(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    packed[8] = 0
    return bytes(packed)


def test_a_status_list_in_which_nothing_has_ended_is_the_published_one():
    vector = json.loads(read("bitstring", "vector.json"))
    ours = encode_bitstring(bytearray(vector["bits"] // 8))
    assert unzipped(ours) == unzipped(vector["encodedList"])
    assert decode_bitstring(vector["encodedList"]) == bytes(vector["bits"] // 8)


@pytest.mark.django_db
def test_our_own_empty_list_says_what_the_published_one_says(worker):
    factories.certificate()
    worker()
    document = StatusList.objects.latest("pk").document
    vector = json.loads(read("bitstring", "vector.json"))
    ours = json.loads(document)["credentialSubject"]["encodedList"]
    assert unzipped(ours) == unzipped(vector["encodedList"])
    assert not is_ended(document, 94_567)


@pytest.mark.django_db
def test_our_credentials_keep_to_the_official_schema_of_open_badges(worker):
    factories.certificate()
    worker()
    schema = json.loads(read("ob_v3p0_achievementcredential_schema.json"))
    document = json.loads(Credential.objects.get().document)
    faults = [error.message for error in Draft201909Validator(schema).iter_errors(document)]
    assert faults == []


def test_the_schema_would_find_a_fault():
    schema = json.loads(read("ob_v3p0_achievementcredential_schema.json"))
    document = json.loads(read("example-credential.json"))
    assert not list(Draft201909Validator(schema).iter_errors(document))
    document["credentialSubject"]["achievement"].pop("criteria")
    assert list(Draft201909Validator(schema).iter_errors(document))


def test_the_canonical_form_of_the_published_badge_is_the_published_one():
    signed = json.loads(read("ob3", "signed.json"))
    proof = signed.pop("proof")
    proof = proof[0] if isinstance(proof, list) else proof
    assert suite._canonical(signed) == read("ob3", "document-canon.txt")
    config = {name: value for name, value in proof.items() if name != "proofValue"}
    config["@context"] = signed["@context"]
    assert suite._canonical(config) == read("ob3", "proof-canon.txt")


def test_the_hashes_that_the_published_badge_was_signed_over_are_ours():
    facts = json.loads(read("ob3", "key.json"))
    assert hashlib.sha256(read("ob3", "document-canon.txt")).hexdigest() == facts["documentHash"]
    assert hashlib.sha256(read("ob3", "proof-canon.txt")).hexdigest() == facts["proofHash"]
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(facts["seedHex"]))
    public = private.public_key().public_bytes_raw()
    assert suite.multikey(public) == facts["publicKeyMultibase"]


def test_the_published_signature_holds_over_the_published_hashes_and_no_others():
    facts = json.loads(read("ob3", "key.json"))
    signed = json.loads(read("ob3", "signed.json"))
    proof = signed["proof"] if isinstance(signed["proof"], dict) else signed["proof"][0]
    key = Ed25519PublicKey.from_public_bytes(decode_multibase(facts["publicKeyMultibase"])[2:])
    signature = decode_multibase(proof["proofValue"])
    hashes = bytes.fromhex(facts["proofHash"] + facts["documentHash"])
    assert key.verify(signature, hashes) is None
    with pytest.raises(InvalidSignature):
        key.verify(signature, hashes[::-1])


def test_every_published_term_means_the_same_to_us():
    """The library's file is a later revision: it has two terms more, and none that differs."""
    ours = bundled_contexts()["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
    published = json.loads(read("ob3", "context-3.0.3.json"))["@context"]
    assert {term: ours["@context"][term] for term in published} == published


def test_the_other_suite_of_the_w3c_is_put_in_canonical_form_as_published():
    """We sign with eddsa-rdfc-2022 only; the canonical JSON beneath the other suite is that of the log's lines."""
    unsigned = json.loads(read("vc-di-eddsa", "unsigned.json"))
    published = read("vc-di-eddsa", "eddsa-jcs-2022--canonDocJCS.txt")
    assert rfc8785.dumps(unsigned) == published.strip()


def test_our_example_is_built_as_ours_are():
    assert shape_of(json.loads(read("example-credential.json"))).is_ours
