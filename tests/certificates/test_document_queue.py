import hashlib
import subprocess
import sys

import pytest
from django.utils import timezone

from certificates import tasks
from certificates.documents.render import RenderError
from certificates.models import CertificateDocument
from certificates.models.documents import MOST_ATTEMPTS
from certificates.selectors.log import credential_of
from certificates.services import documents, paper
from tests.certificates import factories


pytestmark = pytest.mark.django_db


@pytest.fixture
def broken(quick_paper, monkeypatch):
    def render(*_args, **_kwargs):
        raise RenderError("KeyError: 'scheme'")

    monkeypatch.setattr(paper, "render_certificate", render)


def test_a_waiting_document_is_made_and_kept(quick_paper, worker):
    certificate = factories.certificate()
    worker()
    tasks.produce_document(certificate_id=certificate.pk)
    document = CertificateDocument.objects.get()
    with document.file.open() as stored:
        content = stored.read()
    assert (document.state, document.attempts) == ("ready", 1)
    assert content == b"%PDF-" + certificate.number.encode() + b" sealed"
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.produced_at == timezone.now()


def test_making_it_again_does_nothing(quick_paper, worker):
    certificate = factories.certificate()
    worker()
    for _ in range(3):
        tasks.produce_document(certificate_id=certificate.pk)
    assert len(quick_paper) == 1


def test_the_first_of_two_workers_is_kept(quick_paper, worker):
    certificate = factories.certificate()
    worker()
    tasks.produce_document(certificate_id=certificate.pk)
    kept = CertificateDocument.objects.get().file.name
    again = paper.keep(
        certificate,
        b"%PDF-later",
        credential=credential_of(certificate.number),
        at=timezone.now(),
    )
    assert again.file.name == kept


def test_the_sweep_finds_what_waits_and_costs_one_query_when_nothing_does(
    quick_paper, worker, django_assert_num_queries
):
    certificate = factories.certificate()
    worker()
    assert tasks.sweep_documents() == 1
    assert quick_paper == [(certificate.number, True)]
    with django_assert_num_queries(1):
        assert tasks.sweep_documents() == 0


def test_a_failure_is_kept_on_the_row_and_tried_five_times(broken, worker):
    factories.certificate()
    worker()
    for _ in range(MOST_ATTEMPTS + 2):
        tasks.sweep_documents()
    document = CertificateDocument.objects.get()
    assert (document.state, document.attempts, document.error) == (
        "failed",
        MOST_ATTEMPTS,
        "KeyError: 'scheme'",
    )


def test_asking_again_gives_a_failed_document_new_tries(quick_paper, worker):
    certificate = factories.certificate()
    worker()
    CertificateDocument.objects.update(state="failed", attempts=MOST_ATTEMPTS, error="x")
    assert tasks.sweep_documents() == 0
    documents.request_document(certificate=certificate)
    assert tasks.sweep_documents() == 1
    assert CertificateDocument.objects.get().state == "ready"


def test_a_document_on_request_is_made_only_when_asked_for(quick_paper, worker):
    certificate = factories.certificate(produce=False)
    worker()
    assert tasks.sweep_documents() == 0
    documents.request_document(certificate=certificate)
    documents.request_document(certificate=certificate)
    assert tasks.sweep_documents() == 1


def test_the_expiry_sweep_notes_what_has_lapsed(trainee):
    factories.past(trainee, (2022, 3, 1))
    assert tasks.sweep_expiry() == 1
    assert tasks.sweep_expiry() == 0


def test_neither_web_nor_worker_loads_what_draws_and_signs_before_a_paper_waits():
    """Every start would wait for it, and the web could not use it."""
    asked = (
        "import sys, django; django.setup(); import config.urls, certificates.tasks;"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "print({name.split('.')[0] for name in sys.modules} & {'pyhanko', 'weasyprint', 'pydyf'})"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"
