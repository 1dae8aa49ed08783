from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Membership, Organisation, Province
from certificates.models import (
    Certificate,
    CertificateDocument,
    CertificateStatus,
    Decision,
    NumberCounter,
    StatusEvent,
)
from certificates.problems import NotReady
from certificates.rules.decisions import Outcome
from certificates.services.decisions import decide
from certificates.services.issuing import issue
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def test_the_first_certificate_of_the_year_has_number_one():
    certificate = factories.certificate()
    assert certificate.grouped_number == "VNPQ 2026 0001 62"
    assert (certificate.issued_on, certificate.valid_until) == (
        date(2026, 5, 14),
        date(2029, 5, 13),
    )
    assert [event.event for event in certificate.events.all()] == ["issued"]


def test_numbers_have_no_gap_even_after_a_failure(council_member, monkeypatch):
    factories.certificate()
    dossier = factories.eligible(cast.stranger())
    with monkeypatch.context() as broken:
        broken.setattr("certificates.services.issuing.succeed", lambda *_a, **_k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            decide(dossier=dossier, outcome=Outcome.GRANT, decided_by=council_member, at=NOON)
    assert Certificate.objects.count() == Decision.objects.count() == 1
    decision = decide(dossier=dossier, outcome=Outcome.GRANT, decided_by=council_member, at=NOON)
    assert (decision.sequence, decision.certificate.number[8:12]) == (2, "0002")


def test_issuing_again_gives_the_same_certificate():
    certificate = factories.certificate()
    again = issue(dossier=certificate.dossier, decision=certificate.decision, at=NOON)
    assert (again, Certificate.objects.count()) == (certificate, 1)


def test_a_refusal_issues_nothing(council_member):
    dossier = factories.eligible()
    decision = decide(
        dossier=dossier, outcome=Outcome.REFUSE, decided_by=council_member, at=NOON, reason="x"
    )
    with pytest.raises(NotReady):
        issue(dossier=dossier, decision=decision, at=NOON)


def test_the_year_ends_at_9999(council_member):
    NumberCounter.objects.create(series="VNPQ", year=2026, last=9999)
    with pytest.raises(NotReady, match="9"):
        decide(
            dossier=factories.eligible(), outcome=Outcome.GRANT, decided_by=council_member, at=NOON
        )
    assert not Decision.objects.exists()


def test_the_snapshot_holds_all_that_is_printed(trainee):
    province = Province.objects.get(code="01")
    organisation = Organisation.objects.create(
        code="to-chuc", name_vi="Viện Năng suất", kind="agency", province=province
    )
    Membership.objects.create(person=trainee, organisation=organisation, since=date(2020, 1, 1))
    Membership.objects.create(
        person=trainee, organisation=organisation, since=date(2026, 1, 1), until=date(2026, 2, 1)
    )
    certificate = factories.certificate(trainee)
    printed = certificate.snapshot
    assert printed["name"] == "Nguyễn Thị Ngọc Ẩn"
    assert printed["scheme"]["name_en"] == "Productivity and Quality Expert, national level"
    assert printed["field"]["name_vi"] == "Quản lý tinh gọn (Lean) và cải tiến Kaizen"
    assert printed["decision"]["number"] == "01/QĐ-HĐCN"
    assert printed["organisation"]["name_vi"] == "Viện Năng suất"
    assert printed["province"]["code"] == "01"
    assert (certificate.organisation_kind, certificate.province) == ("agency", province)


def test_a_later_change_of_name_leaves_the_certificate_alone(trainee):
    certificate = factories.certificate(trainee)
    trainee.full_name = "Nguyễn Thị Tên Khác"
    trainee.save()
    certificate.refresh_from_db()
    assert (certificate.holder_name, certificate.snapshot["name"]) == ("Nguyễn Thị Ngọc Ẩn",) * 2


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_an_entry_is_never_changed_or_removed(verb):
    certificate = factories.certificate()
    rows = Certificate.objects.filter(pk=certificate.pk)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        rows.update(holder_name="Khác") if verb == "update" else rows._raw_delete("default")


def test_the_database_refuses_a_certificate_for_somebody_else(stranger):
    certificate = factories.certificate()
    certificate.pk, certificate.number, certificate.holder = None, "VNPQ2026999999", stranger
    with pytest.raises(IntegrityError, match="certificate_without_grant"), transaction.atomic():
        certificate.save(force_insert=True)


def test_a_renewal_replaces_the_valid_certificate(trainee):
    old = factories.certificate(trainee)
    new = factories.certificate(trainee, at=NOON + timedelta(days=100))
    assert old.status_on(new.issued_on) == CertificateStatus.SUPERSEDED
    assert StatusEvent.objects.get(event="superseded").replaced_by == new
    assert (new.counted_in, old.counted_in) == ("", "2026-2030")


def test_an_expired_certificate_stays_expired_beside_a_new_one(trainee):
    old = factories.past(trainee, (2022, 5, 1))
    new = factories.certificate(trainee)
    assert old.status_on(new.issued_on) == CertificateStatus.EXPIRED


def test_the_document_waits_for_a_worker_or_for_a_request(trainee, stranger):
    factories.certificate(trainee)
    factories.certificate(stranger, produce=False)
    states = CertificateDocument.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["pending", "on_request"]


def test_workers_are_nudged_after_the_commit(
    trainee, settings, monkeypatch, django_capture_on_commit_callbacks
):
    settings.REDIS_URL = "redis://localhost:1"
    sent = []
    monkeypatch.setattr(
        "celery.current_app.send_task",
        lambda name, kwargs: sent.append((name, kwargs)),
        raising=False,
    )
    with django_capture_on_commit_callbacks(execute=True):
        certificate = factories.certificate(trainee)
        assert sent == []
    assert sent == [("certificates.produce_document", {"certificate_id": certificate.pk})]


def test_entries_read_well(trainee):
    certificate = factories.certificate(trainee)
    assert str(certificate) == "VNPQ 2026 0001 62"
    assert str(certificate.document) == "VNPQ 2026 0001 62: pending"
    assert str(certificate.events.get()) == "VNPQ 2026 0001 62: issued"
    assert str(NumberCounter.objects.get(series="VNPQ")) == "VNPQ 2026: 1"
