"""The drill: somebody has copied a private key. What it signed before stands, what it signs after does not."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from certificates import tasks
from certificates.models import (
    CertificateDocument,
    Credential,
    KeyRole,
    LogEntry,
    Reissue,
    SigningKey,
    StatusEvent,
)
from certificates.problems import NotReady
from certificates.rules import tokens
from certificates.rules.bundles import check_bundle
from certificates.selectors.brought import judge
from certificates.selectors.keys import issuer_document
from certificates.selectors.log import credential_of, log_verifiers
from certificates.selectors.log_check import check_log
from certificates.services import reissues
from certificates.services.keys import create_key, revoke_key
from certificates.signing import suite
from tests import cast
from tests.certificates.factories import certificate, changed


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def register(worker, quick_paper, fixed_day):
    """Two certificates with files, one of them suspended since; a day later."""
    entries = [certificate(cast.person("Lê Thị Hoa")), certificate(cast.person("Trần Văn Nam"))]
    worker()
    assert tasks.sweep_documents() == 2
    changed(entries[1], at=timezone.now())
    worker()
    fixed_day.shift(DAY)
    return entries


def stolen(store, role="vc", *, since=None):
    """Revoke the key of a role after another one was made, as the command does; return the old one."""
    old = SigningKey.objects.get(role=role)
    now = timezone.now()
    create_key(role=role, store=store, at=now, not_before=now)
    revoke_key(key=old, at=now, since=since)
    return old


def judged(content):
    now = timezone.now()
    document = json.loads(content)
    return judge(content.encode(), document, name="", day=timezone.localdate(now), at=now)


def forged(store, entry, key):
    """Return a credential for another name, made with a copy of the private key."""
    document = json.loads(credential_of(entry.number).intent.document)
    document["credentialSubject"]["role"] = "Chuyên gia cấp quốc tế / International expert"
    signed = suite.sign(
        document, signer=store.signer(key.kid), method=key.method, created=timezone.now()
    )
    return json.dumps(signed)


def said_about(client, content):
    brought = SimpleUploadedFile("c.json", content.encode())
    return client.post(reverse("certificates:check_file"), {"tep": brought, "ten": ""}).text


def test_what_is_in_force_is_signed_anew_with_another_key_and_the_holder_is_told(
    register, store, worker, client
):
    entry = register[0]
    before = credential_of(entry.number)
    old = stolen(store, since=timezone.now() - timedelta(hours=1))
    assert reissues.make_anew(at=timezone.now()) == 1
    worker()
    after = credential_of(entry.number)
    assert after.pk != before.pk
    assert after.intent.key.kid != old.kid
    assert judged(after.document).genuine
    assert judged(after.document).listed == "counts"
    assert judged(before.document).listed == "ended"
    assert entry.status_on(timezone.localdate()) == "valid"
    assert not mail.outbox
    assert tasks.send_fresh_letters() == 0  # the paper is not made yet
    assert tasks.sweep_documents() == 1
    assert CertificateDocument.objects.get(certificate=entry).credential == after
    assert tasks.send_fresh_letters() == 1
    assert tasks.send_fresh_letters() == 0
    (letter,) = mail.outbox
    assert letter.to == [entry.holder.email]
    assert entry.grouped_number in letter.subject
    assert entry.get_absolute_url() in letter.body
    assert entry.grouped_number in client.get(entry.get_absolute_url()).text


def test_the_issuer_names_the_key_as_revoked_and_uses_it_for_nothing(register, store, client):
    old = stolen(store)
    document = client.get(reverse("certificates:did")).json()
    listed = {each["id"]: each for each in document["verificationMethod"]}
    assert listed[old.method]["revoked"] == timezone.now().strftime("2026-11-24T03:00:00Z")
    assert old.method not in document["assertionMethod"]
    assert sum("revoked" not in each for each in listed.values()) == 2
    assert len(document["assertionMethod"]) == 2


def test_the_log_tells_old_files_from_forged_ones(register, store, worker, client):
    entry = register[0]
    content = credential_of(entry.number).document
    forgery = forged(store, entry, SigningKey.objects.get(role="vc"))
    assert (judged(forgery).forgery, judged(forgery).genuine) == ("", False)  # not in the log
    stolen(store, since=timezone.now() - timedelta(hours=2))
    worker()
    old, false = judged(content), judged(forgery)
    assert (old.forgery, old.logged_before, old.genuine) == ("revoked_key", True, True)
    assert (false.forgery, false.logged_before, false.genuine) == ("revoked_key", False, False)
    assert "Nhật ký xác nhận tệp đã có từ trước" in said_about(client, content)
    assert "nhật ký không xác nhận tệp đã có từ trước" in said_about(client, forgery)
    assert "24/11/2026" in said_about(client, forgery)
    other = json.loads(forgery)
    other["proof"][0]["verificationMethod"] += "0"
    assert judged(json.dumps(other)).forgery == "unknown_key"
    altered = forgery.replace("Expert", "expert")
    assert judged(altered).forgery == "unknown_key"


def test_what_the_log_took_down_after_the_theft_is_not_confirmed(register, store, worker):
    content = credential_of(register[0].number).document
    stolen(store, since=timezone.now() - 2 * DAY)
    assert not judged(content).logged_before


def test_killed_half_way_and_begun_again_each_certificate_has_one_new_credential(
    register, store, worker, monkeypatch
):
    certificate(cast.person("Phạm Thị Lan"))
    worker()
    stolen(store)

    def killed(**_facts):
        raise KeyboardInterrupt

    assert reissues.make_anew(at=timezone.now(), most=1) == 1
    with monkeypatch.context() as patched:
        patched.setattr(reissues.audit, "record", killed)
        with pytest.raises(KeyboardInterrupt):
            reissues.make_anew(at=timezone.now())
    assert Reissue.objects.count() == 1
    told = io.StringIO()
    call_command("keys", "anew", stdout=told)
    assert "signed anew: 1" in told.getvalue()
    call_command("keys", "anew", stdout=told)
    assert "signed anew: 0" in told.getvalue()
    worker()
    assert StatusEvent.objects.filter(event="reissued").count() == 2
    assert Credential.objects.filter(intent__event__event="reissued").count() == 2
    assert not list(check_log())


def test_a_stolen_key_of_the_codes_gives_new_codes(register, store, worker):
    old = stolen(store, "qr")
    assert reissues.make_anew(at=timezone.now()) == 1
    worker()
    token = tokens.read(credential_of(register[0].number).token.text)
    assert token.kid != old.kid
    assert reissues.make_anew(at=timezone.now()) == 0


def test_a_stolen_seal_has_the_papers_sealed_anew_with_the_same_credential(
    register, store, worker, fixed_day
):
    entry = register[0]
    before = CertificateDocument.objects.get(certificate=entry)
    stolen(store, "pades")
    fixed_day.shift(timedelta(minutes=1))
    assert reissues.make_anew(at=timezone.now()) == 1
    assert tasks.sweep_documents() == 1
    after = CertificateDocument.objects.get(certificate=entry)
    assert after.credential == before.credential
    assert after.produced_at > before.produced_at
    assert after.file.name != before.file.name
    assert tasks.send_fresh_letters() == 1
    assert reissues.make_anew(at=timezone.now()) == 0


def test_the_log_stays_checkable_after_its_own_key_was_revoked(register, store, worker, client):
    noted = log_verifiers()[0]
    stolen(store, "log")
    assert reissues.make_anew(at=timezone.now()) == 0
    worker()
    assert not list(check_log())
    (now,) = log_verifiers()
    assert now != noted
    archive = zipfile.ZipFile(io.BytesIO(client.get(reverse("certificates:log_bundle")).content))
    files = {name: archive.read(name) for name in archive.namelist()}
    assert not list(check_bundle(files, verifier=now))
    assert noted.key_id.hex() in str(sorted(files))


def test_the_revocation_and_its_moment_stand_in_the_log(register, store, worker):
    since = timezone.now() - timedelta(hours=3)
    old = stolen(store, since=since)
    worker()
    entry = LogEntry.objects.get(key_event__key=old, key_event__act="revoked")
    assert json.loads(entry.body)["since"] == "2026-11-24T00:00:00Z"


def test_the_command_revokes_and_begins_the_work(register, store):
    key = SigningKey.objects.get(role="vc")
    with pytest.raises(CommandError, match="tạo khóa khác"):
        call_command("keys", "revoke", key.kid, stdout=io.StringIO())
    now = timezone.now()
    create_key(role="vc", store=store, at=now, not_before=now)
    with pytest.raises(CommandError, match="tương lai"):
        call_command("keys", "revoke", key.kid, "--since=2027-01-01T00:00", stdout=io.StringIO())
    told = io.StringIO()
    call_command("keys", "revoke", key.kid, "--since", "2026-11-24T08:00", stdout=told)
    assert "signed anew: 1" in told.getvalue()
    assert revoke_key(key=key, at=now + DAY).revoked_at == now
    with pytest.raises(CommandError):
        call_command("keys", "revoke", key.kid, "--since", "yesterday", stdout=io.StringIO())


def test_nothing_is_signed_anew_while_no_key_was_revoked(register):
    assert reissues.make_anew(at=timezone.now()) == 0
    with (
        pytest.raises(IntegrityError, match="reissued_without_revocation"),
        transaction.atomic(),
    ):
        StatusEvent.objects.create(
            certificate=register[0],
            event="reissued",
            effective_on=timezone.localdate(),
            at=timezone.now(),
        )


def test_a_mail_server_that_is_away_holds_the_letters_up_and_loses_none(
    register, store, worker, monkeypatch, fixed_day
):
    stolen(store)
    reissues.make_anew(at=timezone.now())
    worker()
    tasks.sweep_documents()

    def away(**_letter):
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(reissues, "send_letter", away)
        assert tasks.send_fresh_letters() == 0
    assert tasks.send_fresh_letters() == 0
    fixed_day.shift(timedelta(hours=1))
    assert tasks.send_fresh_letters() == 1
    assert reissues._send_one(Reissue.objects.get().pk, timezone.now()) is False


# Rotation: nothing is lost, nothing is done anew.


def test_over_two_rotations_every_old_file_still_holds(store, worker, client, fixed_day):
    entries, noted = [], log_verifiers()[0]
    for turn in range(3):
        entries.append(certificate(cast.person(f"Người thứ {turn + 1}"), at=timezone.now()))
        worker()
        if turn < 2:
            rotate(store, worker, fixed_day)
    kids = [credential_of(entry.number).intent.key.kid for entry in entries]
    assert len(set(kids)) == 3
    for entry in entries:
        assert judged(credential_of(entry.number).document).genuine
        token = tokens.read(credential_of(entry.number).token.text)
        assert f"#{token.kid}" in str(issuer_document()["assertionMethod"])
    archive = zipfile.ZipFile(io.BytesIO(client.get(reverse("certificates:log_bundle")).content))
    files = {name: archive.read(name) for name in archive.namelist()}
    assert not list(check_bundle(files, verifier=noted))
    assert not list(check_log())
    cut = {name: file for name, file in files.items() if not name.startswith("checkpoints/")}
    (fault,) = check_bundle(cut, verifier=noted)
    assert "did not sign" in fault


def rotate(store, worker, fixed_day):
    """Publish the next key of every role a week ahead, let the week pass, and let the old ones sign no more."""
    now = timezone.now()
    for role in KeyRole.values:
        create_key(role=role, store=store, at=now, not_before=now + 7 * DAY)
    worker()
    fixed_day.shift(8 * DAY)
    call = io.StringIO()
    for role in KeyRole.values:
        oldest = SigningKey.objects.filter(role=role, retired_at=None).earliest("not_before")
        call_command("keys", "retire", oldest.kid, stdout=call)
    worker()


def test_a_retired_key_is_listed_until_the_last_certificate_it_signed_has_ended(
    store, worker, client, fixed_day
):
    entry = certificate(at=timezone.now())
    worker()
    old = SigningKey.objects.get(role="vc")
    coded = SigningKey.objects.get(role="qr")
    rotate(store, worker, fixed_day)

    def listed():
        return str(client.get(reverse("certificates:did")).json())

    fixed_day.move_to(timezone.make_aware(timezone.datetime(2029, 11, 22, 12)))
    assert timezone.localdate() <= entry.valid_until
    assert old.method in listed()
    fixed_day.shift(10 * DAY)
    assert old.method not in listed()
    assert coded.method not in listed()
    assert judged(credential_of(entry.number).document).forgery == "out_of_date"


def test_the_next_key_signs_nothing_before_its_day(store, worker, fixed_day):
    now = timezone.now()
    create_key(role="vc", store=store, at=now, not_before=now + 7 * DAY)
    first = certificate(cast.person("Người đầu"), at=now)
    worker()
    assert credential_of(first.number).intent.key.kid == "vc-2026-1"
    with pytest.raises(NotReady):
        revoke_key(key=SigningKey.objects.get(kid="vc-2026-1"), at=now)
    fixed_day.shift(7 * DAY)
    second = certificate(cast.person("Người sau"), at=timezone.now())
    worker()
    assert credential_of(second.number).intent.key.kid == "vc-2026-2"
