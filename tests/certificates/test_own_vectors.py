"""The vectors that the product ships are reproduced byte for byte, and hold for whoever only reads them."""

import json
from pathlib import Path

import pytest
from openvc.multibase import decode_multibase

from certificates.rules import checkpoints, proofs, tokens
from certificates.signing import suite
from tests.certificates.vectors import AT, reproduced


PUBLISHED = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_same_facts_and_key_give_the_same_bytes(name):
    assert reproduced()[name] == PUBLISHED[name]


def test_a_reader_with_the_keys_finds_everything_in_order():
    did = PUBLISHED["did"]
    suite.verify(json.loads(PUBLISHED["credential"]), did_document=did, at=AT)
    public = decode_multibase(did["verificationMethod"][1]["publicKeyMultibase"])[2:]
    facts = tokens.check(tokens.read(PUBLISHED["token"]), public_key=public)
    assert (facts.number, facts.name) == ("VNPQ2026047110", "Nguyễn Thị Ngọc Ẩn")
    verifier = checkpoints.Verifier("vidu.example/log", public)
    proof = proofs.read(PUBLISHED["proof"])
    assert proofs.check(proof, PUBLISHED["line"].encode(), verifier=verifier).size == 3
