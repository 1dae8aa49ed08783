"""The same work by a real Celery worker over a real Redis."""

import os
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.background import nudge
from certificates.models import KeyRole, OfflineToken
from certificates.services.keys import create_key
from certificates.signing.store import KeyStore
from tests.certificates import factories


pytestmark = [pytest.mark.broker, pytest.mark.usefixtures("committed")]


@pytest.fixture
def store(tmp_path, committed):
    """Private keys for every task, in the real time that the worker lives in."""
    made = KeyStore(tmp_path / "keys", "a passphrase")
    for role in KeyRole.values:
        create_key(role=role, store=made, at=timezone.now(), not_before=timezone.now())
    return made


@pytest.fixture
def worker(committed, store):
    """The signing worker on the test database, as its own process."""
    database = connection.settings_dict
    url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    env = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "VAR_DIR": str(settings.VAR),
        "SIGNER": "1",
        "KEYS_DIR": str(store.folder),
        "KEYS_PASSPHRASE": "a passphrase",
    }
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "celery",
            "-A",
            "config",
            "worker",
            "-l",
            "warning",
            "-c",
            "1",
            "-Q",
            "issue",
            "--without-gossip",
        ],
        env=env,
    )
    yield process
    process.terminate()
    process.wait(timeout=30)


def _wait(question, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if question():
            return True
        time.sleep(0.2)
    return False


def test_a_certificate_issued_here_gets_its_pdf_from_the_worker(worker):
    certificate = factories.certificate()
    nudge("certificates.publish_register")
    assert _wait(lambda: OfflineToken.objects.exists()), "the worker signed nothing in a minute"
    nudge("certificates.produce_document", certificate_id=certificate.pk)

    def is_ready():
        certificate.document.refresh_from_db()
        return certificate.document.state == "ready"

    assert _wait(is_ready), "the worker made no document within a minute"
    with certificate.document.file.open("rb") as pdf:
        made = pdf.read()
    assert made.startswith(b"%PDF-")
    assert b"/ETSI.CAdES.detached" in made
