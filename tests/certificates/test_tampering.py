"""
Every way to falsify a certificate that we know, each refused for its own reason, beside the original that passes.

One register is made for the whole table: a certificate with everything signed, logged and sealed, and a second one of
somebody else from which parts are borrowed.
"""

import copy
import io
import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from certificates import tasks
from certificates.documents.badge import badge
from certificates.documents.enclosed import credential_in, read_credential
from certificates.models import (
    CertificateDocument,
    Checkpoint,
    KeyRole,
    OfflineToken,
    SigningKey,
    StatusList,
)
from certificates.models.verification import verify
from certificates.rules import merkle, proofs, tokens
from certificates.rules.status import Event
from certificates.selectors.brought import judge, seal_of
from certificates.selectors.codes import judge_code
from certificates.selectors.keys import issuer_document
from certificates.selectors.log import credential_of, log_verifiers, proof_for
from certificates.signing import suite
from certificates.signing.store import KeyStore
from tests import cast
from tests.certificates.factories import certificate, changed
from tests.certificates.test_log_check import by_force, said


pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(worker):
    made = certificate()
    worker()
    return made


@pytest.fixture
def document(entry):
    return json.loads(credential_of(entry.number).document)


@pytest.fixture
def other(entry, worker):
    """A second certificate, of somebody else."""
    made = certificate(cast.stranger())
    worker()
    return made


@pytest.fixture
def forger(tmp_path):
    """Somebody with a key and the same programs."""
    store = KeyStore(tmp_path / "forger", "x")
    store.public = store.create("own")
    return store


def judged(content, *, name="", at=None):
    at = at or timezone.now()
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    inside = credential_in(raw)
    return judge(
        inside,
        read_credential(inside),
        name=name,
        day=timezone.localdate(at),
        at=at,
        seal=seal_of(raw),
    )


def reason(content, **how):
    """Return the first reason for which a file is refused, or nothing for one that holds in every point."""
    found = judged(content, **how)
    if found.forgery:
        return found.forgery
    if not found.logged:
        return "not logged"
    if found.seal not in {"", "ours"}:
        return f"seal {found.seal}"
    if found.name_matches is False:
        return "another name"
    return "" if found.listed == "counts" else found.listed


def put(document, path, value):
    """Return a copy in which the value stands at the path."""
    copied = copy.deepcopy(document)
    here = copied
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return copied


def bytes_of(entry):
    return credential_of(entry.number).document.encode()


def test_the_untouched_original_holds_in_every_point(entry):
    assert reason(bytes_of(entry), name=entry.holder_name) == ""
    assert verify(entry.number, day=timezone.localdate()).verdict == "valid"


SUBJECT = "credentialSubject"
FORGED = {
    "one digit of the number": ((SUBJECT, "licenseNumber"), "VNPQ2026000259", "altered"),
    "the name": ((SUBJECT, "identifier", 1, "identityHash"), "sha256$" + "0" * 64, "altered"),
    "the last day": (("validUntil",), "2039-01-01T00:00:00Z", "altered"),
    "the day of issue": (("validFrom",), "2021-01-01T00:00:00Z", "altered"),
    "the level": ((SUBJECT, "result", 0, "achievedLevel"), "https://x.example/#international", "altered"),
    "the place in the status list": (("credentialStatus", "statusListIndex"), "7", "altered"),
    "another status list": (("credentialStatus", "statusListCredential"), "https://x.example/1", "altered"),
    "a term that no context defines": (("levelBonus",), "International", "added"),
    "the same deep inside": ((SUBJECT, "achievement", "levelBonus"), "International", "added"),
    "a vocabulary of its own": (("@context", 1), {"levelBonus": "https://x.example/#b"}, "strange"),
    "a part without a name, named": ((SUBJECT, "id"), "_:b0", "strange"),
    "a keyword of the processor": ((SUBJECT, "@included"), [{"id": "urn:x:1"}], "strange"),
    "no signature": (("proof",), [], "no_proof"),
    "another purpose of the signature": (("proof", 0, "proofPurpose"), "authentication", "altered"),
    "another issuer": (("issuer", "id"), "did:web:forger.example", "other_issuer"),
    "a key of nobody": (("proof", 0, "verificationMethod"), "did:web:forger.example#k", "unknown_key"),
}  # fmt: skip


@pytest.mark.parametrize("falsification", FORGED)
def test_a_changed_file_is_refused_for_its_own_reason(document, falsification):
    path, value, because = FORGED[falsification]
    assert reason(put(document, path, value)) == because


def test_a_key_that_is_its_own_name_is_not_ours(document, forger):
    """1EdTech's own validator takes the key from the fragment (credentials.md 3.7); here it must be a listed one."""
    method = f"{issuer_document()['id']}#{suite.multikey(forger.public)}"
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    signed = suite.sign(
        put(unsigned, ("validUntil",), "2039-01-01T00:00:00Z"),
        signer=forger.signer("own"),
        method=method,
        created=timezone.now(),
    )
    assert reason(signed) == "unknown_key"


def test_a_strangers_signature_under_our_keys_name_does_not_hold(document, forger):
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    signed = suite.sign(
        unsigned,
        signer=forger.signer("own"),
        method=document["proof"][0]["verificationMethod"],
        created=timezone.now(),
    )
    assert reason(signed) == "altered"


def test_our_own_signature_without_a_line_in_the_log_is_not_enough(document, store):
    """Whoever steals the key still cannot write the log."""
    key = SigningKey.objects.get(role=KeyRole.CREDENTIAL)
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    backdated = suite.sign(
        put(unsigned, ("awardedDate",), "2021-01-01T00:00:00Z"),
        signer=store.signer(key.kid),
        method=key.method,
        created=timezone.now(),
    )
    assert reason(backdated) == "not logged"


def test_another_name_beside_the_file_is_not_the_holders(entry):
    assert reason(bytes_of(entry), name="Nguyễn Thị Ngọc Ân") == "another name"


@pytest.mark.parametrize("event", [Event.SUSPENDED, Event.WITHDRAWN])
def test_one_that_ended_is_genuine_and_counts_no_more(entry, worker, event):
    content = bytes_of(entry)
    changed(entry, event, at=timezone.now())
    worker()
    assert reason(content) == "ended"
    assert judged(content).answer.verdict == event.value


def test_one_that_has_run_out_is_genuine_and_over(entry):
    later = timezone.now() + timedelta(days=4000)
    assert reason(bytes_of(entry), at=later) == "out_of_date"
    assert judged(bytes_of(entry), at=later).answer.verdict == "expired"


def test_a_status_list_from_yesterday_proves_nothing_today(entry):
    assert reason(bytes_of(entry), at=timezone.now() + timedelta(hours=25)) == "stale"


def test_a_status_list_with_the_bit_put_back_is_not_signed(entry, worker):
    changed(entry, at=timezone.now())
    worker()
    listed = json.loads(StatusList.objects.get().document)
    empty = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
    with pytest.raises(suite.ForgedError) as told:
        suite.verify(
            put(listed, (SUBJECT, "encodedList"), empty),
            did_document=issuer_document(),
            at=timezone.now(),
        )
    assert told.value.code == "altered"


@pytest.mark.parametrize("digit", range(10))
def test_one_changed_digit_of_a_number_is_a_typing_error(entry, digit):
    if str(digit) != entry.number[11]:
        wrong = entry.number[:11] + str(digit) + entry.number[12:]
        answer = verify(wrong, day=timezone.localdate())
        assert (answer.verdict, answer.certificate) == ("mistyped", None)


def test_a_number_that_was_never_given_is_never_issued():
    answer = verify("VNPQ2026000259", day=timezone.localdate())
    assert (answer.verdict, answer.certificate) == ("unknown", None)


def test_a_line_dated_back_is_found_by_the_log_itself_and_by_whoever_kept_a_state(entry):
    kept = Checkpoint.objects.first()
    event = entry.events.get()
    shown = proof_for(event)
    (verifier,) = log_verifiers()
    assert proofs.check(shown, event.log_entry.body.encode(), verifier=verifier).size == kept.size
    dated_back = event.log_entry.body.replace("2026-", "2021-").encode()
    with pytest.raises(merkle.ProofError):
        proofs.check(shown, dated_back, verifier=verifier)
    by_force(
        "UPDATE certificates_logentry SET body = %s WHERE event_id = %s",
        dated_back.decode(),
        event.pk,
    )
    assert any("its time is before" in finding for finding in said())
    assert any("its hash is not that of its text" in finding for finding in said())


@pytest.fixture
def pdf(entry):
    assert tasks.sweep_documents() == 1
    with CertificateDocument.objects.get().file.open() as stored:
        return stored.read()


def later(pdf, change):
    """Return the PDF saved once more after a change."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_attachment(pdf, content):
    """Return the PDF with another credential in the place of its own."""

    def swap(writer):
        spec = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1].get_object()
        spec["/EF"]["/F"] = spec["/EF"]["/UF"] = writer.add_object(
            StreamObject(stream_data=content)
        )
        writer.update_container(spec)

    return later(pdf, swap)


def test_the_sealed_pdf_and_what_was_done_to_it(pdf, entry, other):
    assert reason(pdf, name=entry.holder_name) == ""
    byte = bytearray(pdf)
    byte[pdf.index(b"stream\n") + 40] ^= 1
    assert seal_of(bytes(byte)) == "changed"
    swapped = with_attachment(pdf, bytes_of(other))
    assert reason(swapped) == "seal changed"
    assert judged(swapped).number == other.number
    assert reason(with_attachment(pdf, bytes_of(entry))) == "seal changed"


def test_a_picture_baked_anew_speaks_for_what_was_baked_in(entry, other, document):
    def baked(content):
        return badge(entry.snapshot, number=entry.number, credential=content)

    assert reason(baked(bytes_of(entry).decode()), name=entry.holder_name) == ""
    borrowed = baked(bytes_of(other).decode())
    assert judged(borrowed).number == other.number
    assert reason(borrowed, name=entry.holder_name) == "another name"
    spoiled = json.dumps(put(document, ("validUntil",), "2039-01-01T00:00:00Z"))
    assert reason(baked(spoiled)) == "altered"


def code(token):
    return f"{settings.SITE_URL}/v#{token}"


def code_fault(text):
    found = judge_code(text, day=timezone.localdate())
    assert bool(found.answer) is not bool(found.fault)
    return found.fault


def test_the_printed_code_and_what_was_done_to_it(entry, forger):
    token = OfflineToken.objects.get().text
    held = judge_code(code(token), day=timezone.localdate())
    assert (held.fault, held.signed, held.name) == ("", True, entry.holder_name)
    assert held.answer.verdict == "valid"
    facts, kid = tokens.read(token).facts, tokens.read(token).kid

    def signed(changed_facts, kid):
        return code(tokens.write(changed_facts, kid=kid, sign=forger.signer("own").sign))

    renamed = type(facts)(**{**vars(facts), "name": "Nguyễn Văn Khác"})
    abroad = type(facts)(**{**vars(facts), "issuer": "did:web:forger.example"})
    assert code_fault(signed(renamed, kid)) == "altered"
    assert code_fault(signed(facts, "own")) == "unknown_key"
    another = SigningKey.objects.get(role=KeyRole.CREDENTIAL).kid
    assert code_fault(signed(facts, another)) == "unknown_key"
    assert code_fault(signed(abroad, kid)) == "other_issuer"
    assert code_fault(code(token[:-20])) == "unreadable"
    assert code_fault(code(token).replace(settings.SITE_URL, "https://x.example")) == "foreign"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("https://x.example/v/VNPQ2026000162", "foreign"),
        ("WIFI:S:x;;", "foreign"),
        ("http://[", "foreign"),
        ("{site}/", "foreign"),
        ("{site}/v", "unreadable"),
        ("{site}/v/VNPQ2026000162", ""),
        ("{site}/en/tra-cuu/VNPQ2026000162/", ""),
    ],
)
def test_a_code_that_only_leads_somewhere_is_told_by_where_it_leads(store, text, fault):
    assert code_fault(text.format(site=settings.SITE_URL)) == fault
