"""The PDF as others see it: who signed it, what is inside, what its code says. Drawn and signed for real."""

import io
import json
from datetime import timedelta

import pytest
import zxingcpp
from asn1crypto import keys as asn1_keys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.timestamps import DummyTimeStamper, TimestampRequestError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader
from pypdf.generic import NullObject

from certificates import tasks
from certificates.documents import enclosed
from certificates.models import CertificateDocument, KeyRole, OfflineToken, SigningKey
from certificates.models.documents import MOST_ATTEMPTS
from certificates.rules import proofs, tokens
from certificates.selectors import brought, log as selectors
from certificates.signing.pades import FIELD_IN_WORDS, HeldKeySigner, Sealer, certificates_in
from certificates.signing.seal_check import seal_in
from certificates.signing.seals import make_seal
from tests.certificates import factories
from tests.certificates.test_documents import drawn


pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(worker):
    certificate = factories.certificate()
    worker()
    assert tasks.sweep_documents() == 1
    return certificate


@pytest.fixture
def pdf(certificate):
    with CertificateDocument.objects.get().file.open() as stored:
        return stored.read()


def verdict(pdf, roots):
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    return validate_pdf_signature(signature, ValidationContext(trust_roots=roots))


def our_root():
    return certificates_in(SigningKey.objects.get(role=KeyRole.SEAL).chain)[-1:]


def test_the_signature_is_the_councils_covers_the_file_and_allows_no_change(pdf):
    found = verdict(pdf, our_root())
    assert found.bottom_line
    assert found.trusted
    assert found.coverage.name == "ENTIRE_FILE"
    assert found.docmdp_ok
    assert "Certification Council" in found.signing_cert.subject.human_friendly
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.docmdp_level.name == "NO_CHANGES"
    assert signature.sig_field["/TU"] == FIELD_IN_WORDS


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_one_changed_byte_is_refused(pdf, part):
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    begin, length, *_rest = signature.byte_range
    changed = bytearray(pdf)
    # inside compressed content, so that only the signature can tell
    place = pdf.index(b"stream\n", int(length * part)) + 40
    changed[place] ^= 1
    assert begin <= place < length
    assert not verdict(bytes(changed), our_root()).intact


def test_a_seal_of_somebody_else_is_intact_but_not_ours(pdf):
    other = make_seal(name="Forger", organisation="Khác", at=timezone.now())
    found = verdict(pdf, certificates_in(other.chain_pem)[-1:])
    assert found.intact
    assert not found.trusted
    assert found.trust_problem_indic in AdESIndeterminate


def test_the_credential_and_its_proof_are_inside_byte_for_byte(pdf, certificate):
    inside = {each.name: each for each in PdfReader(io.BytesIO(pdf)).attachment_list}
    held = selectors.credential_of(certificate.number)
    assert inside["credential.json"].content == held.document.encode()
    proof = proofs.read(inside["certificate.tlog-proof"].content.decode())
    (verifier,) = selectors.log_verifiers()
    entry = held.intent.event.log_entry
    state = proofs.check(proof, entry.body.encode(), verifier=verifier)
    assert json.loads(entry.body)["credential"] == f"sha256:{held.sha256}"
    assert state.size == 5  # four keys, one certificate
    document = CertificateDocument.objects.get()
    assert document.credential == held


def test_brought_back_it_proves_itself_in_every_point(pdf, certificate, client):
    assert (
        enclosed.credential_in(pdf)
        == selectors.credential_of(certificate.number).document.encode()
    )
    assert brought.seal_of(pdf) == "ours"
    upload = SimpleUploadedFile("chung-chi.pdf", pdf, content_type="application/pdf")
    answer = client.post(reverse("certificates:check_file"), {"tep": upload})
    assert answer.status_code == 200
    assert all(point.holds for point in answer.context["points"])
    assert len(answer.context["points"]) == 4


def test_a_change_after_the_signature_is_said(pdf):
    place = pdf.index(b"stream\n") + 40
    changed = bytearray(pdf)
    changed[place] ^= 1
    assert brought.seal_of(bytes(changed)) == "changed"
    later = IncrementalPdfFileWriter(io.BytesIO(pdf))
    later.root["/Lang"] = TextStringObject("en")
    later.update_root()
    out = io.BytesIO()
    later.write(out)
    assert brought.seal_of(out.getvalue()) == "changed"


def test_a_seal_of_somebody_else_and_none_at_all_are_told_apart(pdf):
    other = make_seal(name="Khác", organisation="Khác", at=timezone.now()).chain_pem
    assert seal_in(pdf, chains=[other]) == "stranger"
    assert brought.seal_of(drawn()) == "none"
    assert brought.seal_of(b"{}") == ""


def test_the_file_claims_what_archives_and_screen_readers_ask_for(pdf):
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    related = [each.get_object() for each in root["/AF"]]
    related = {each["/F"]: each["/AFRelationship"] for each in related}
    assert related == {"credential.json": "/Source", "certificate.tlog-proof": "/Supplement"}
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "vi"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0].get_object()["/S"] == "/GTS_PDFA1"
    described = root["/Metadata"].get_data().decode()
    for claim in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"', "pdfaSchema:"):
        assert claim in described
    assert described.count("<rdf:RDF") == 1


def test_the_printed_code_says_the_token_that_the_register_keeps(pdf, certificate):
    (image,) = PdfReader(io.BytesIO(pdf)).pages[0].images
    drawn = Image.open(io.BytesIO(image.data)).convert("L")
    with_margin = Image.new("L", (drawn.width + 80, drawn.height + 80), 255)
    with_margin.paste(drawn, (40, 40))
    (code,) = zxingcpp.read_barcodes(with_margin)
    address, _, token = code.text.partition("#")
    assert address.endswith("/v")
    assert token == OfflineToken.objects.get().text
    assert tokens.read(token).facts.number == certificate.number
    assert code.ec_level == "M"


@pytest.fixture
def authority():
    """A timestamp authority in this process, and its certificate."""
    key, now = rsa.generate_private_key(65_537, 2048), timezone.now()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Time")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=900))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    (own,) = certificates_in(made.public_bytes(serialization.Encoding.PEM).decode())
    closed = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return DummyTimeStamper(own, asn1_keys.PrivateKeyInfo.load(closed), fixed_dt=now), own


@pytest.fixture
def seal():
    return make_seal(name="A Council", organisation="Hội đồng", at=timezone.now())


def test_with_a_timestamp_authority_the_file_says_when_it_was_signed(seal, authority):
    timestamper, time_root = authority
    signer = HeldKeySigner(seal.key, seal.chain_pem)
    sealed = Sealer(signer, "Hội đồng", timestamper).seal(drawn())
    found = verdict(sealed, [*certificates_in(seal.chain_pem)[-1:], time_root])
    assert found.bottom_line
    assert found.timestamp_validity.timestamp == timezone.now()


def test_with_its_roots_too_everything_for_later_checks_is_kept_inside(seal, authority):
    timestamper, time_root = authority
    trusted = [*certificates_in(seal.chain_pem)[-1:], time_root]
    sealer = Sealer(
        HeldKeySigner(seal.key, seal.chain_pem),
        "Hội đồng",
        timestamper,
        ValidationContext(trust_roots=trusted, revocation_mode="soft-fail"),
    )
    reader = PdfFileReader(io.BytesIO(sealer.seal(drawn())))
    assert "/DSS" in reader.root
    assert len(reader.embedded_timestamp_signatures) == 1
    (signature,) = reader.embedded_regular_signatures
    assert validate_pdf_signature(signature, ValidationContext(trust_roots=trusted)).bottom_line


class NoAnswer(DummyTimeStamper):
    """An authority that does not answer."""

    async def async_request_tsa_response(self, *_arguments):
        raise TimestampRequestError("no answer")


def test_while_the_authority_is_silent_the_paper_waits_and_loses_no_try(
    worker, monkeypatch, authority, seal
):
    silent = NoAnswer(authority[0].tsa_cert, authority[0].tsa_key)
    signer = HeldKeySigner(seal.key, seal.chain_pem)
    with monkeypatch.context() as silenced:
        silenced.setattr(
            "certificates.signing.pades.sealer_of",
            lambda *_a, **_k: Sealer(signer, "x", silent),
        )
        factories.certificate()
        worker()
        for _each in range(MOST_ATTEMPTS + 1):
            tasks.sweep_documents()
        document = CertificateDocument.objects.get()
        assert (document.state, "no answer" in document.error) == ("pending", True)
    tasks.sweep_documents()
    assert CertificateDocument.objects.get().state == "ready"


def figures(element):
    """Yield the figures in a structure tree."""
    element = element.get_object()
    if isinstance(element, list):
        for inner in element:
            yield from figures(inner)
    elif isinstance(element, dict):
        if element.get("/S") == "/Figure":
            yield element
        yield from figures(element.get("/K", NullObject()))


def test_a_screen_reader_meets_the_code_in_words_and_nothing_of_the_ornament(pdf, certificate):
    reader = PdfReader(io.BytesIO(pdf))
    (code,) = figures(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert certificate.number in code["/Alt"]
    content = reader.pages[0].get_contents().get_data()
    assert content.startswith(b"/Artifact BMC\nq\n/ornament Do\nQ\nEMC")
    ornament = reader.pages[0]["/Resources"]["/XObject"]["/ornament"]
    assert ornament.get_data().count(b" c\n") > 1_000
    assert b"BDC" not in ornament.get_data()
