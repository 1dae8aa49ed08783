"""One fixed day for every test, and an empty cache."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from certificates.models import KeyRole
from certificates.rules.status import Event
from certificates.services import paper
from certificates.services.keys import create_key
from certificates.services.publication import publish_register
from certificates.signing.store import KeyStore
from tests.certificates import factories


TODAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(autouse=True)
def fixed_day():
    """The day is 23 November 2026; nobody has asked the register anything yet."""
    cache.clear()
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def empty_store(tmp_path):
    """A folder for private keys, with none in it."""
    return KeyStore(tmp_path / "keys", "a passphrase")


@pytest.fixture
def store(empty_store):
    """Private keys for every task, their public parts in the register."""
    for role in KeyRole.values:
        create_key(role=role, store=empty_store, at=timezone.now(), not_before=timezone.now())
    return empty_store


@pytest.fixture
def worker(store, monkeypatch):
    """The signing worker: tasks find its keys; called, it signs and logs what waits."""
    monkeypatch.setattr("certificates.tasks.key_store", lambda: store)
    return lambda: publish_register(store=store, at=timezone.now())


class QuickSealer:
    """Signs by adding a word, as drawing and signing for real takes a while."""

    def seal(self, pdf):
        return pdf + b" sealed"


@pytest.fixture
def quick_paper(worker, monkeypatch):
    """Paper that is made in no time; the list says what was asked for."""
    asked = []

    def render(_snapshot, *, number, specimen, **_rest):
        asked.append((number, specimen))
        return b"%PDF-" + number.encode()

    monkeypatch.setattr(paper, "render_certificate", render)
    monkeypatch.setattr("certificates.signing.pades.sealer_of", lambda *_a, **_k: QuickSealer())
    return asked


@pytest.fixture
def asked(trainee, stranger):
    """A list with a valid, a withdrawn, an unknown, a mistyped and a wrong line."""
    valid = factories.certificate(trainee)
    withdrawn = factories.certificate(stranger)
    factories.changed(withdrawn, Event.WITHDRAWN)
    return "\n".join(
        [
            f"{valid.grouped_number}; nguyen thi ngoc an",
            f"{withdrawn.number}, Đặng Hữu Khác",
            "VNPQ 2026 0003 56",
            "VNPQ 2026 0001 61",
            "=1+1",
            "",
        ]
    )


@pytest.fixture
def desk(client, sign_in, agency):
    """Send a list from the agency's desk and open the answer."""
    sign_in(agency)

    def send(text="", *, follow=True, **fields):
        fields = {"khoa": str(uuid.uuid4()), "so": text} | fields
        return client.post("/chung-chi/danh-sach/", fields, follow=follow)

    return send
