"""What the register shows to those who check it without us."""

import io
import json
import zipfile

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from certificates.models import KeyRole, SigningKey
from certificates.rules import checkpoints, merkle, proofs, tiles
from certificates.selectors.log import log_verifiers
from certificates.services.publication import publish_register
from certificates.signing import suite
from certificates.signing.seals import make_seal
from certificates.signing.store import KeyStore
from certificates.tasks import publish_register as quick_task, sweep_register
from tests.certificates.factories import certificate as a_certificate, changed


pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(store):
    entry = a_certificate()
    publish_register(store=store, at=timezone.now())
    return entry


def test_a_stranger_checks_everything_from_public_addresses_alone(client, entry):
    """The way of somebody else's software: credential, keys, status, proof, log."""
    credential = json.loads(client.get(f"/tra-cuu/{entry.number}.json").content)
    did = client.get("/.well-known/did.json").json()
    suite.verify(credential, did_document=did, at=timezone.now())
    status = credential["credentialStatus"]
    listed = client.get("/status/1").json()
    assert status["statusListCredential"].endswith("/status/1")
    suite.verify(listed, did_document=did, at=timezone.now())
    (verifier,) = log_verifiers()
    state = checkpoints.read(client.get("/log/checkpoint").text, verifier=verifier)
    bodies = tiles.unbundle(client.get(f"/log/tile/entries/000.p/{state.size}").content)
    leaves = tiles.hashes(client.get(f"/log/tile/0/000.p/{state.size}").content)
    assert [merkle.leaf_hash(body) for body in bodies] == leaves
    assert merkle.root(state.size, merkle.over(leaves)) == state.root
    proof = proofs.read(client.get(f"/tra-cuu/{entry.number}.tlog-proof").text)
    assert proofs.check(proof, bodies[proof.index], verifier=verifier) == state


def test_the_address_of_a_certificate_gives_the_credential_to_who_asks_for_one(client, entry):
    told = client.get(entry.get_absolute_url(), headers={"Accept": "application/vc+ld+json"})
    assert told["Content-Type"] == "application/vc+ld+json"
    assert json.loads(told.content)["credentialSubject"]["licenseNumber"] == entry.number
    assert "Accept" in told["Vary"]
    page = client.get(entry.get_absolute_url(), headers={"Accept": "text/html"})
    assert page["Content-Type"].startswith("text/html")


def test_the_page_says_in_words_what_proves_the_entry(client, entry):
    page = client.get(entry.get_absolute_url()).text
    assert reverse("certificates:credential", args=[entry.number]) in page
    assert "vc-2026-1" in page
    assert "dòng thứ 5" in page
    assert len(page.encode()) < 20_000


def test_before_the_signature_the_page_says_that_it_is_being_made(client, store):
    page = client.get(a_certificate().get_absolute_url()).text
    assert "Chữ ký số đang được tạo" in page


def test_the_issuer_keeps_its_name_when_the_site_moves(client, entry, settings):
    settings.ISSUER_DID = "did:web:moi.example"
    did = client.get("/.well-known/did.json").json()
    credential = json.loads(client.get(f"/tra-cuu/{entry.number}.json").content)
    suite.verify(credential, did_document=did, at=timezone.now())


def test_what_does_not_exist_is_not_found(client, store):
    number = a_certificate().number
    for address in (
        "/log/checkpoint", "/log/tile/0/000", "/status/1", "/log/bundle.zip",
        f"/tra-cuu/{number}.json", f"/tra-cuu/{number}.tlog-proof",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    publish_register(store=store, at=timezone.now())
    for address in (
        "/log/tile/0/000",
        "/log/tile/0/xyz",
        "/log/tile/0/000.p/200",
        "/status/2",
        "/tra-cuu/1.json",
    ):
        assert client.get(address).status_code == 404, address


def test_full_tiles_never_change_and_the_checkpoint_is_always_fresh(client, entry):
    assert "immutable" in client.get("/log/tile/0/000.p/5")["Cache-Control"]
    assert "max-age=1," in client.get("/log/checkpoint")["Cache-Control"]
    assert client.get("/.well-known/did.json")["Access-Control-Allow-Origin"] == "*"


def test_one_archive_holds_all_that_is_needed(client, entry):
    archive = zipfile.ZipFile(io.BytesIO(client.get("/log/bundle.zip").content))
    held = set(archive.namelist())
    assert held >= {
        "checkpoint",
        "did.json",
        "verifiers",
        "status/1",
        "tile/0/000.p/5",
        "tile/entries/000.p/5",
    }
    (verifier,) = log_verifiers()
    assert archive.read("verifiers").decode() == f"{verifier.text}\n"
    checkpoints.read(archive.read("checkpoint").decode(), verifier=verifier)


def test_a_page_does_not_vouch_for_an_entry_that_the_log_contradicts(client, entry, monkeypatch):
    monkeypatch.setattr(merkle, "leaf_hash", lambda _body: bytes(32))
    assert "không khớp nhau" in client.get(entry.get_absolute_url()).text


def test_the_workers_do_it_by_themselves(entry, store, settings, monkeypatch):
    monkeypatch.setattr("certificates.tasks.key_store", lambda: store)
    changed(entry)
    assert quick_task() == 1
    changed(entry, event=type(entry.changes()[0].event).REINSTATED)
    assert sweep_register() == 1
    assert quick_task() == 0


def test_the_ceremony_and_the_drill(settings, tmp_path):
    """New key, another for the next year, the old one retired; then a compromise."""
    settings.SIGNER, settings.KEYS_DIR, settings.KEYS_PASSPHRASE = True, tmp_path, "words"
    call_command("keys", "ensure")
    call_command("keys", "ensure")
    assert SigningKey.objects.count() == 4
    with pytest.raises(CommandError):
        call_command("keys", "retire", "vc-2026-1")
    told = io.StringIO()
    call_command("keys", "new", "vc", "--ahead", stdout=told)
    assert "vc-2026-2" in told.getvalue()
    with pytest.raises(CommandError):  # it does not sign for another week
        call_command("keys", "revoke", "vc-2026-1")
    call_command("keys", "new", "vc", stdout=told)
    call_command("keys", "retire", "vc-2026-1", stdout=told)
    call_command("keys", "retire", "vc-2026-1", stdout=told)
    call_command("keys", "revoke", "vc-2026-1", stdout=told)
    call_command("keys", "revoke", "vc-2026-1", stdout=told)
    assert "revoked 23/11/2026" in told.getvalue()
    with pytest.raises(CommandError, match="no key"):
        call_command("keys", "revoke", "vc-1999-1")
    listed = SigningKey.objects.trusted().filter(role=KeyRole.CREDENTIAL)
    assert [key.kid for key in listed] == ["vc-2026-2", "vc-2026-3"]


def test_the_seal_of_an_authority_is_imported_and_signs_from_then_on(
    settings, tmp_path, monkeypatch
):
    settings.SIGNER, settings.KEYS_DIR, settings.KEYS_PASSPHRASE = True, tmp_path, "words"
    monkeypatch.setenv("P12_PASSPHRASE", "secret")
    given = make_seal(name="A Council", organisation="Hội đồng", at=timezone.now())
    packed = pkcs12.serialize_key_and_certificates(
        b"seal", given.key, given.chain[0], given.chain[1:], BestAvailableEncryption(b"secret")
    )
    (tmp_path / "seal.p12").write_bytes(packed)
    call_command("keys", "ensure")
    call_command("keys", "import", str(tmp_path / "seal.p12"), stdout=io.StringIO())
    key = SigningKey.objects.usable(KeyRole.SEAL, timezone.now()).first()
    assert (key.kid, key.chain) == ("pades-2026-2", given.chain_pem)
    opened = KeyStore(tmp_path, "words").private_key(key.kid)
    assert opened.public_key() == given.key.public_key()
    monkeypatch.setenv("P12_PASSPHRASE", "guess")
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("keys", "import", str(tmp_path / "seal.p12"), stdout=io.StringIO())
