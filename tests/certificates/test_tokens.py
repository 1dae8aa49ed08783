"""Every credential gets the token that is printed on its certificate, once, also those from before there were tokens."""

import base64

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from certificates.models import Credential, KeyRole, OfflineToken, SigningIntent, SigningKey
from certificates.problems import NotReady
from certificates.rules import tokens as rules
from certificates.selectors.keys import issuer_document
from certificates.services import publication, tokens
from certificates.services.keys import create_key
from certificates.signing.suite import multikey
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db


def publish(store):
    publication.publish_register(store=store, at=timezone.now())


def test_a_certificate_gets_a_token_that_holds_by_the_published_key(store):
    certificate = factories.certificate()
    publish(store)
    held = OfflineToken.objects.get()
    token = rules.read(held.text)
    key = SigningKey.objects.get(kid=token.kid)
    assert key.role == KeyRole.QR
    facts = rules.check(token, public_key=base64.b64decode(key.public_key))
    assert (facts.number, facts.name) == (certificate.number, certificate.holder_name)
    assert facts.status_index == SigningIntent.objects.get().status_index
    assert facts.expires_at.astimezone(timezone.get_current_timezone()).date() == (
        certificate.valid_until
    )
    listed = {each["id"]: each for each in issuer_document()["verificationMethod"]}
    published = listed[f"{facts.issuer}#{token.kid}"]["publicKeyMultibase"]
    assert published == multikey(base64.b64decode(key.public_key))


def test_signing_again_gives_the_same_text_and_keeps_the_first(store):
    factories.certificate()
    publish(store)
    held = OfflineToken.objects.get()
    credential = Credential.objects.get()
    again = rules.write(
        rules.read(held.text).facts, kid=held.key.kid, sign=store.signer(held.key.kid).sign
    )
    assert again == held.text
    assert tokens.sign_tokens(store=store, at=timezone.now()) == 0
    assert OfflineToken.objects.get(credential=credential).pk == held.pk


def test_two_workers_with_the_same_list_keep_one_token_each(store, monkeypatch):
    factories.certificate()
    publish_without = {"store": store, "at": timezone.now()}
    real = tokens.write

    def write_twice(facts, **options):
        if not OfflineToken.objects.exists():
            monkeypatch.setattr(tokens, "write", real)
            tokens.sign_tokens(**publish_without)  # the other worker is faster
        return real(facts, **options)

    monkeypatch.setattr(tokens, "write", write_twice)
    publish(store)
    assert OfflineToken.objects.count() == 1


def test_a_register_without_a_key_for_paper_signs_and_logs_and_catches_up_later(empty_store):
    for role in (KeyRole.CREDENTIAL, KeyRole.LOG):
        create_key(role=role, store=empty_store, at=timezone.now(), not_before=timezone.now())
    certificate = factories.certificate()
    with pytest.raises(NotReady, match="keys new qr"):
        publish(empty_store)
    assert certificate.events.get().log_entry
    create_key(role=KeyRole.QR, store=empty_store, at=timezone.now(), not_before=timezone.now())
    publish(empty_store)
    assert rules.read(OfflineToken.objects.get().text).facts.number == certificate.number


@pytest.mark.parametrize("count", [2, 12])
def test_the_statements_do_not_grow_with_the_certificates(store, monkeypatch, count):
    for _each in range(count):
        factories.certificate(cast.person("Trần Thị Đo"))
    with monkeypatch.context() as before_tokens:
        before_tokens.setattr(publication, "sign_tokens", lambda **_options: 0)
        publish(store)
    with CaptureQueriesContext(connection) as captured:
        assert tokens.sign_tokens(store=store, at=timezone.now(), all_of_them=True) == count
    assert len(captured) == 4  # the newest, who waits, which key, keep


def test_a_token_never_changes(store):
    factories.certificate()
    publish(store)
    for act in (lambda: OfflineToken.objects.update(text="x"), OfflineToken.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


@pytest.mark.parametrize("change", [{"chain": "x"}, {"role": "vc"}, {"public_key": "x"}])
def test_a_key_and_its_certificates_stay_what_they_are(store, change):
    with pytest.raises(DatabaseError), transaction.atomic():
        SigningKey.objects.filter(role=KeyRole.SEAL).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        SigningKey.objects.filter(role=KeyRole.SEAL).delete()
