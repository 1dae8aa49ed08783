"""Killed at any step of making a PDF and run again: one certificate, one file, and the register knows which."""

import hashlib

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from certificates import tasks
from certificates.models import (
    CertificateDocument,
    Checkpoint,
    Credential,
    DocumentState,
    LogEntry,
    OfflineToken,
)
from certificates.problems import NotReady
from certificates.rules.status import Event
from certificates.services import paper, publication
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """The process ends here."""


def killed(*_args, **_options):
    raise Killed


@pytest.fixture(autouse=True)
def drawer(monkeypatch, tmp_path):
    """An empty private storage."""
    storage = FileSystemStorage(location=tmp_path / "drawer")
    monkeypatch.setattr(CertificateDocument._meta.get_field("file"), "storage", storage)
    return tmp_path / "drawer" / "certificates"


# Each step is cut off once: before anything, after drawing, after signing, after writing the file.
STEPS = [
    ("certificates.services.paper.newest_credential", "before it is drawn"),
    ("tests.certificates.conftest.QuickSealer.seal", "between drawing and signing"),
    ("certificates.services.paper.keep", "between signing and keeping"),
    ("certificates.models.CertificateDocument.save", "between the file and its row"),
]


@pytest.mark.parametrize("step", [step for step, _ in STEPS], ids=[name for _, name in STEPS])
def test_killed_while_the_paper_is_made_and_run_again_one_file_is_kept(
    quick_paper, worker, drawer, monkeypatch, step
):
    certificate = factories.certificate()
    worker()
    with monkeypatch.context() as cut:
        cut.setattr(step, killed)
        with pytest.raises(Killed):
            tasks.sweep_documents()
    assert CertificateDocument.objects.get().state == DocumentState.PENDING
    assert tasks.sweep_documents() == 1
    document = CertificateDocument.objects.get()
    assert document.state == DocumentState.READY
    (file,) = drawer.iterdir()
    assert document.file.name == f"certificates/{file.name}"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == document.sha256
    assert tasks.sweep_documents() == 0
    assert Credential.objects.count() == OfflineToken.objects.count() == 1
    assert LogEntry.objects.filter(event__certificate=certificate).count() == 1


@pytest.mark.parametrize("step", ["sign_waiting", "append_waiting", "sign_state", "sign_tokens"])
def test_paper_waits_for_every_step_before_it(quick_paper, worker, monkeypatch, step):
    certificate = factories.certificate()
    with monkeypatch.context() as cut:
        cut.setattr(publication, step, killed)
        with pytest.raises(Killed):
            worker()
    assert tasks.sweep_documents() == 0
    tasks.produce_document(certificate_id=certificate.pk)
    document = CertificateDocument.objects.get()
    assert (document.state, document.attempts, quick_paper) == (DocumentState.PENDING, 0, [])
    worker()
    assert tasks.sweep_documents() == 1
    assert CertificateDocument.objects.get().credential == Credential.objects.get()


def test_what_cannot_be_printed_so_far_holds_nobody_up(quick_paper, worker, monkeypatch):
    early = [factories.certificate(cast.person(f"Phạm Văn {n}")) for n in range(3)]
    worker()
    later = factories.certificate(cast.person("Lê Thị Chờ"))
    CertificateDocument.objects.filter(certificate=later).update(id=0)  # the first in the queue
    assert paper.produce_waiting(store=tasks.key_store(), at=timezone.now(), most=3) == 3
    assert {number for number, _ in quick_paper} == {each.number for each in early}


def test_without_a_seal_the_paper_waits_and_says_what_is_missing(quick_paper, worker, monkeypatch):
    factories.certificate()
    worker()
    monkeypatch.setattr(paper, "signing_key", no_key)
    with pytest.raises(NotReady):
        tasks.sweep_documents()
    document = CertificateDocument.objects.get()
    assert (document.state, document.attempts) == (DocumentState.PENDING, 0)


def no_key(role, **_when):
    raise NotReady(role)


def test_two_workers_share_the_queue(quick_paper, worker, monkeypatch):
    """The second begins while the first is drawing, and takes what the first has not begun."""
    for n in range(4):
        factories.certificate(cast.person(f"Phạm Văn {n}"))
    worker()
    real, turns = paper.draw, []

    def draw(credential):
        if not turns:
            turns.append(True)
            assert tasks.sweep_documents() >= 3
        return real(credential)

    monkeypatch.setattr(paper, "draw", draw)
    tasks.sweep_documents()
    assert CertificateDocument.objects.filter(state=DocumentState.READY).count() == 4
    assert len(quick_paper) <= 5  # one at most was drawn by both, and kept once


@pytest.mark.parametrize("count", [2, 20])
def test_each_paper_costs_the_same_number_of_statements(quick_paper, worker, count):
    for n in range(count):
        factories.certificate(cast.person(f"Phạm Văn {n}"))
    while worker():
        pass
    assert Checkpoint.objects.exists()
    with CaptureQueriesContext(connection) as captured:
        done = paper.produce_waiting(store=tasks.key_store(), at=timezone.now(), most=count)
    assert done == count
    assert (len(captured) - 2) % count == 0
    assert (len(captured) - 2) // count <= 10


def test_a_reinstated_certificate_gets_paper_with_its_new_credential(quick_paper, worker, drawer):
    certificate = factories.certificate()
    worker()
    tasks.sweep_documents()
    first = CertificateDocument.objects.get()
    factories.changed(certificate)
    factories.changed(certificate, Event.REINSTATED)
    assert tasks.sweep_documents() == 0  # not signed so far
    worker()
    assert tasks.sweep_documents() == 1
    second = CertificateDocument.objects.get()
    assert second.credential_id > first.credential_id
    assert second.file.name != first.file.name
    assert len(list(drawer.iterdir())) == 2  # what was handed out once stays
