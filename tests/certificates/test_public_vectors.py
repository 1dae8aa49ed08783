"""What others published: our bytes are theirs. Read from a folder beside the checkout, where there is one."""

import base64
import json
from pathlib import Path

import pytest
import rfc8785
from jsonschema import Draft201909Validator
from openvc.status.bitstring import decode_bitstring, encode_bitstring

from certificates.models import Credential, StatusList
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
