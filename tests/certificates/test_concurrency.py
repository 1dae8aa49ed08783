"""What only PostgreSQL can show: two people, one row, the same second."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.utils import timezone

from certificates.models import (
    Certificate,
    CertificateDocument,
    Credential,
    Decision,
    Delivery,
    Dossier,
    Hook,
    LogEntry,
    LogHead,
    WatchNotice,
)
from certificates.outgoing import Sent
from certificates.problems import Problem
from certificates.rules.decisions import Outcome
from certificates.selectors.log_check import check_log
from certificates.services import hooks, watching
from certificates.services.decisions import decide
from certificates.services.dossiers import start_dossier
from certificates.services.paper import produce_waiting
from certificates.services.publication import publish_register
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.postgres


def at_once(jobs):
    """Run the jobs in threads of their own connections; return what each gave back or raised."""

    def run(job):
        try:
            return job()
        except Problem as problem:
            return problem
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(run, job) for job in jobs]]


def test_two_members_decide_the_same_dossier_once(committed):
    dossier = factories.eligible()
    members = [cast.council_member() for _ in range(2)]
    outcomes = at_once(
        [
            lambda member=member: decide(
                dossier=dossier, outcome=Outcome.GRANT, decided_by=member, at=NOON
            )
            for member in members * 3
        ]
    )
    assert Decision.objects.filter(dossier=dossier).count() == 1
    assert Certificate.objects.filter(dossier=dossier).count() == 1
    assert sum(isinstance(outcome, Decision) for outcome in outcomes) == 3


def test_numbers_stay_gapless_under_concurrency(committed):
    officer, member = cast.certification_officer(), cast.council_member()
    dossiers = [factories.eligible(cast.person(f"Nguyễn Văn {n}"), officer) for n in range(8)]
    at_once(
        [
            lambda dossier=dossier: decide(
                dossier=dossier, outcome=Outcome.GRANT, decided_by=member, at=NOON
            )
            for dossier in dossiers
        ]
    )
    numbers = Certificate.objects.filter(dossier__in=dossiers).values_list("number", flat=True)
    assert sorted(int(number[8:12]) for number in numbers) == list(range(1, 9))
    assert sorted(
        Decision.objects.filter(dossier__in=dossiers).values_list("sequence", flat=True)
    ) == list(range(1, 9))


def test_two_clicks_open_one_dossier(committed):
    person, version = cast.trainee(), factories.version()
    at_once([lambda: start_dossier(applicant=person, scheme_version=version, at=NOON)] * 4)
    assert Dossier.objects.filter(applicant=person).count() == 1
    assert connection.vendor == "postgresql"


def test_two_workers_sign_and_log_the_same_events_once(committed, store):
    for place in range(4):
        factories.certificate(cast.person(f"Trần Thị {place}"))
    at_once([lambda: publish_register(store=store, at=timezone.now())] * 4)
    publish_register(store=store, at=timezone.now())
    logged = LogEntry.objects.exclude(event=None)
    assert Credential.objects.count() == logged.count() == 4
    indexes = LogEntry.objects.values_list("index", flat=True)
    assert list(indexes) == list(range(LogHead.objects.get().size))
    assert list(check_log()) == []


def test_two_workers_print_the_same_certificate_once(committed, quick_paper, worker, store):
    certificate = factories.certificate()
    worker()
    now = timezone.now()
    at_once([lambda: produce_waiting(store=store, at=now)] * 4)
    document = CertificateDocument.objects.get(certificate=certificate)
    assert document.state == "ready"
    with document.file.open() as stored:
        assert hashlib.sha256(stored.read()).hexdigest() == document.sha256


def test_two_workers_tell_an_event_once_and_send_one_row_once_at_a_time(committed, monkeypatch):
    certificate, owner = factories.certificate(), cast.agency()
    Hook.objects.create(owner=owner, url="https://a.example/", secret="-", added_at=NOON)
    watching.watch(owner=owner, certificates=[certificate], at=NOON)
    factories.changed(certificate)
    at_once([lambda: watching.note_events(at=timezone.now())] * 4)
    assert (WatchNotice.objects.count(), Delivery.objects.count()) == (1, 1)
    sent = []

    def slow(_url, body, _headers):
        sent.append(body)
        time.sleep(0.3)
        return Sent(code=200)

    monkeypatch.setattr("certificates.services.hooks.outgoing.post", slow)
    monkeypatch.setattr("certificates.services.hooks.signed_headers", lambda **_facts: {})
    at_once([hooks.deliver_due] * 4)
    assert len(sent) == 1
    assert Delivery.objects.get().state == "delivered"
