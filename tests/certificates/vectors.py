"""Small vectors of our own: one key, one certificate, and everything that is signed about it, always the same bytes."""

import hashlib
from datetime import UTC, date, datetime

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from openvc.keys import Ed25519SigningKey

from certificates.rules import checkpoints, merkle, proofs, tokens
from certificates.rules.credentials import Instance, Issuer, compose
from certificates.signing import suite


SEED = bytes(range(32))
AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
DID, SITE = "did:web:vidu.example", "https://vidu.example"
PRINTED = {
    "number": "VNPQ2026047110",
    "name": "Nguyễn Thị Ngọc Ẩn",
    "scheme": {
        "code": "NSCL-QG", "version": "2026-1", "level": "national",
        "name_vi": "Chuyên gia năng suất chất lượng, cấp quốc gia",
        "name_en": "Productivity and quality expert, national level",
    },
    "field": {"code": "lean", "name_vi": "Quản lý tinh gọn (Lean)", "name_en": "Lean management"},
    "issued_on": "2026-11-23",
    "valid_until": "2029-11-22",
    "decision": {"number": "118/QĐ-HĐCN", "date": "2026-11-20"},
    "issuer": {"name_vi": "Hội đồng chứng nhận", "name_en": "Certification Council"},
}  # fmt: skip


def reproduced():
    """Return the signed forms of that certificate, made anew."""
    private = Ed25519PrivateKey.from_private_bytes(SEED)
    public = private.public_key().public_bytes_raw()
    unsigned = compose(
        PRINTED,
        holder_email="ngoc.an@vidu.example",
        issuer=Issuer(DID, SITE),
        instance=Instance(status_index=94_567, salt="00" * 16, valid_from=date(2026, 11, 23)),
    )
    signer = Ed25519SigningKey(private, "vc-2026-1")
    credential = suite.sign(unsigned, signer=signer, method=f"{DID}#vc-2026-1", created=AT)
    written = rfc8785.dumps(credential)
    line = rfc8785.dumps(
        {"v": 1, "event": "issued", "number": PRINTED["number"],
         "credential": f"sha256:{hashlib.sha256(written).hexdigest()}", "time": "2026-11-23T03:00:00Z"}
    )  # fmt: skip
    leaves = [merkle.leaf_hash(body) for body in (b"{}", line, b"{}")]
    subtrees = merkle.over(leaves)
    verifier = checkpoints.Verifier("vidu.example/log", public)
    state = checkpoints.State(verifier.name, 3, merkle.root(3, subtrees))
    note = checkpoints.write(state, verifier=verifier, sign=private.sign)
    facts = tokens.facts_of(credential, PRINTED, at=AT)
    return {
        "seed": SEED.hex(),
        "did": suite.did_document(DID, [("vc-2026-1", public), ("qr-2026-1", public)]),
        "credential": written.decode(),
        "token": tokens.write(facts, kid="qr-2026-1", sign=private.sign),
        "line": line.decode(),
        "proof": proofs.Proof(1, merkle.inclusion_proof(1, 3, subtrees), note).text,
    }
