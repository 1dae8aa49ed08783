"""From an event to a signed credential in the log: exactly once, and provable by others."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from certificates.models import (
    Checkpoint,
    Credential,
    KeyEvent,
    KeyRole,
    LogEntry,
    LogTile,
    SigningIntent,
    SigningKey,
    StatusList,
)
from certificates.models.log_tree import subtrees
from certificates.problems import NotReady
from certificates.rules import checkpoints, merkle, proofs, tiles
from certificates.rules.credentials import names
from certificates.rules.status import Event
from certificates.selectors import log as selectors
from certificates.selectors.keys import issuer_document
from certificates.selectors.log import is_ended
from certificates.services import log as log_service, publication, signing, tokens
from certificates.services.status_list import publish_status_list
from certificates.signing import suite
from tests.certificates.factories import certificate as a_certificate, changed


pytestmark = pytest.mark.django_db


def publish(store, **options):
    return publication.publish_register(store=store, at=timezone.now(), **options)


def test_a_certificate_is_signed_logged_and_provable(store):
    certificate = a_certificate()
    assert publish(store) == 5  # four keys, one certificate
    held = selectors.credential_of(certificate.number)
    document = json.loads(held.document)
    suite.verify(document, did_document=issuer_document(), at=timezone.now())
    assert document["credentialSubject"]["licenseNumber"] == certificate.number
    assert certificate.holder_name not in held.document
    assert names(document, certificate.holder_name)
    entry = LogEntry.objects.get(event=held.intent.event)
    assert json.loads(entry.body)["credential"] == f"sha256:{held.sha256}"
    proof = proofs.read(selectors.proof_for(held.intent.event).text)
    (verifier,) = selectors.log_verifiers()
    assert proofs.check(proof, entry.body.encode(), verifier=verifier).size == 5


def test_nothing_happens_twice(store):
    a_certificate()
    publish(store)
    before = list(Credential.objects.values_list("document", flat=True))
    assert publish(store) == 0
    assert list(Credential.objects.values_list("document", flat=True)) == before
    assert LogEntry.objects.count() == 5
    assert Checkpoint.objects.count() == 1


class Killed(BaseException):
    """The process ends here."""


STEPS = [
    (signing, "sign"),
    (publication, "append_waiting"),
    (log_service, "_keep_full_tiles"),
    (publication, "sign_state"),
    (publication, "publish_status_list"),
    (tokens, "write"),
]


@pytest.mark.parametrize(("where", "step"), STEPS, ids=[step for _, step in STEPS])
def test_killed_at_any_step_and_run_again_the_same_one_credential_results(
    store, monkeypatch, where, step
):
    certificate = a_certificate()

    def killed(*_args, **_options):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(where, step, killed)
        with pytest.raises(Killed):
            publish(store)
    intended = SigningIntent.objects.values_list("document", flat=True).first()
    publish(store)
    credential = Credential.objects.get()
    if intended:
        signed = json.loads(credential.document)
        signed.pop("proof")
        assert signed == json.loads(intended)
    assert LogEntry.objects.filter(event__certificate=certificate).count() == 1
    assert selectors.proof_for(certificate.events.get())
    assert StatusList.objects.count() == 1


def test_without_a_key_nothing_is_signed_and_the_work_waits(empty_store):
    a_certificate()
    with pytest.raises(NotReady, match="keys new vc"):
        publish(empty_store)
    assert not Credential.objects.exists()
    assert not LogEntry.objects.exists()


def test_a_suspended_certificate_ends_its_credential_and_a_reinstated_one_gets_another(store):
    certificate = a_certificate()
    publish(store)
    first = selectors.credential_of(certificate.number).intent
    assert not is_ended(StatusList.objects.get().document, first.status_index)
    changed(certificate)
    publish(store)
    assert is_ended(StatusList.objects.get().document, first.status_index)
    changed(certificate, Event.REINSTATED)
    publish(store)
    second = selectors.credential_of(certificate.number).intent
    assert second.pk != first.pk
    assert is_ended(StatusList.objects.get().document, first.status_index)
    assert not is_ended(StatusList.objects.get().document, second.status_index)


def test_the_status_list_is_signed_and_renewed_every_hour(store):
    a_certificate()
    publish(store)
    listed = StatusList.objects.get()
    suite.verify(
        json.loads(listed.document),
        did_document=issuer_document(),
        at=listed.at + timedelta(hours=1),
    )
    with pytest.raises(suite.ForgedError) as stale:
        suite.verify(
            json.loads(listed.document),
            did_document=issuer_document(),
            at=listed.at + timedelta(hours=25),
        )
    assert stale.value.code == "out_of_date"
    assert publish_status_list(store=store, at=listed.at + timedelta(minutes=59)) is None
    assert publish_status_list(store=store, at=listed.at + timedelta(minutes=61))


def many_key_events(count):
    """Six hundred events that need no certificate each."""
    keys = SigningKey.objects.bulk_create(
        SigningKey(
            kid=f"old-{place}",
            role=KeyRole.LOG,
            controller="did:web:localhost",
            public_key=str(place),
            not_before=timezone.now(),
            retired_at=timezone.now(),
        )
        for place in range(count)
    )
    KeyEvent.objects.bulk_create(KeyEvent(key=key, act="added", at=timezone.now()) for key in keys)


def test_a_long_log_keeps_full_tiles_and_everything_agrees(store):
    many_key_events(598)
    while publish(store):
        pass
    newest = selectors.newest_checkpoint()
    hashes = LogEntry.objects.values_list("leaf_hash", flat=True)
    leaves = [bytes.fromhex(each) for each in hashes]
    assert newest.size == len(leaves) == 602
    assert newest.root == merkle.root(602, merkle.over(leaves)).hex()
    assert LogTile.objects.count() == 2
    shown = {tile.path: selectors.tile_file(tile, size=602) for tile in tiles.tiles_of(602)}
    assert b"".join(shown[f"tile/0/{name}"] for name in ("000", "001", "002.p/90")) == b"".join(
        leaves
    )
    halves = [merkle.root(256, merkle.over(leaves[at : at + 256])) for at in (0, 256)]
    assert tiles.hashes(shown["tile/1/000.p/2"]) == halves
    assert [
        merkle.leaf_hash(body) for body in tiles.unbundle(shown["tile/entries/001"])
    ] == leaves[256:512]
    for index in (0, 255, 256, 511, 601):
        path = selectors.inclusion(index, newest).path
        merkle.check_inclusion(leaves[index], index, 602, path, bytes.fromhex(newest.root))
    older = selectors.tiles.parse_path("tile/0/000.p/7")
    assert selectors.tile_file(older, size=602) == b"".join(leaves[:7])


def test_a_proof_in_a_long_log_reads_few_rows(store, django_assert_max_num_queries):
    many_key_events(600)
    while publish(store):
        pass
    with django_assert_max_num_queries(5):
        selectors.inclusion(300, selectors.newest_checkpoint())


def test_an_older_state_is_the_beginning_of_every_newer_one(store):
    certificate = a_certificate()
    publish(store)
    changed(certificate)
    publish(store)
    newer, older = Checkpoint.objects.all()
    merkle.check_consistency(
        older.size,
        newer.size,
        merkle.consistency_proof(older.size, newer.size, subtrees()),
        bytes.fromhex(older.root),
        bytes.fromhex(newer.root),
    )


@pytest.mark.parametrize("model", [SigningIntent, Credential, LogEntry, Checkpoint])
def test_what_was_signed_can_neither_be_changed_nor_deleted(store, model):
    a_certificate()
    publish(store)
    for attempt in (model.objects.all().delete, lambda: model.objects.update(at=timezone.now())):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()


def test_the_log_takes_no_entry_out_of_its_turn(store):
    a_certificate()
    publish(store)
    with pytest.raises(IntegrityError, match="log_has_no_gap"), transaction.atomic():
        LogEntry.objects.create(
            index=7, key_event=None, event=None, body="{}", leaf_hash="", at=timezone.now()
        )


def test_a_checkpoint_names_its_log_and_another_key_is_not_believed(store):
    a_certificate()
    publish(store)
    note = selectors.newest_checkpoint().note
    (verifier,) = selectors.log_verifiers()
    assert checkpoints.read(note, verifier=verifier).origin == "localhost%3A8000/log".replace(
        "%3A", ":"
    )
    stranger = checkpoints.Verifier(verifier.name, bytes(32))
    with pytest.raises(checkpoints.NoteError):
        checkpoints.read(note, verifier=stranger)
    assert SigningKey.objects.filter(role=KeyRole.LOG).count() == 1
