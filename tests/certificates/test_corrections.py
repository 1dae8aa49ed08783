"""A correction: a new certificate takes the place of the old one, and nothing issued changes."""

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.roles import Role
from certificates.models import (
    Certificate,
    Correction,
    Dossier,
    LogEntry,
    StatusEvent,
    StatusList,
    printed_on,
)
from certificates.models.verification import verify
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.credentials import names
from certificates.rules.decisions import Outcome
from certificates.rules.dossiers import Act
from certificates.rules.status import Event, Status
from certificates.selectors import log as log_selectors
from certificates.selectors.log import is_ended
from certificates.selectors.log_check import check_log
from certificates.services.corrections import Wish, request_correction
from certificates.services.decisions import decide
from certificates.services.dossiers import check
from tests import cast
from tests.certificates import factories
from tests.certificates.conftest import TODAY


pytestmark = pytest.mark.django_db
RIGHT = "Nguyễn Thị Ngọc Ân"


def wish(certificate, **changes):
    facts = vars(printed_on(certificate.snapshot)) | {
        "field": certificate.field,
        "reason": "Họ tên thiếu dấu",
        "evidence": "Bằng đại học số 123, cấp ngày 01/07/2015",
    }
    return Wish(**facts | changes)


def requested(certificate, by=None, **changes):
    changes = changes or {"name": RIGHT}
    return request_correction(
        certificate=certificate,
        wish=wish(certificate, **changes),
        by=by or certificate.holder,
        at=TODAY,
    )


def corrected(certificate, officer=None, member=None, **changes):
    dossier = requested(certificate, **changes)
    officer = officer or cast.certification_officer()
    check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=officer, at=TODAY)
    decision = decide(
        dossier=dossier,
        outcome=Outcome.GRANT,
        decided_by=member or cast.council_member(),
        at=TODAY,
    )
    return decision.certificate


def test_a_corrected_certificate_has_its_own_number_and_the_old_one_names_it():
    old = factories.certificate()
    before = dict(Certificate.objects.filter(pk=old.pk).values()[0])
    new = corrected(old)
    assert Certificate.objects.filter(pk=old.pk).values()[0] == before
    assert (old.number[8:12], new.number[8:12]) == ("0001", "0002")
    assert (new.holder_name, new.snapshot["name"], new.name_folded) == (
        RIGHT,
        RIGHT,
        "nguyen thi ngoc an",
    )
    assert new.valid_until == old.valid_until
    assert new.snapshot["decision"]["date"] == old.snapshot["decision"]["date"]
    assert new.snapshot["succeeds"]["ground"] == "correction"
    assert new.snapshot["succeeds"]["number"] == old.number
    ended = old.events.last()
    assert (ended.event, ended.replaced_by, ended.reason_en) == (
        "superseded",
        new,
        "Correction of what it says",
    )
    assert old.status_on(TODAY.date()) == Status.SUPERSEDED
    assert new.status_on(TODAY.date()) == Status.VALID
    assert new.status_on(TODAY.date() - timedelta(days=1)) == Status.NOT_YET
    assert old.status_on(TODAY.date() - timedelta(days=1)) == Status.VALID


def test_a_correction_counts_nobody_again_and_keeps_the_cycle_of_the_diary():
    old = factories.certificate()
    new = corrected(old)
    assert (old.counted_in, new.counted_in) == ("2026-2030", "")
    assert new.issued_on == TODAY.date()
    assert (new.first_day, new.holds_from) == (old.issued_on, TODAY.date())


def test_a_corrected_name_becomes_the_persons_and_touches_no_other_certificate(trainee):
    first = factories.certificate(trainee)
    other = factories.past(trainee, date(2026, 10, 1), code="NSCL-KV", field="lean")
    corrected(first)
    trainee.refresh_from_db()
    other.refresh_from_db()
    assert trainee.full_name == RIGHT
    assert other.snapshot["name"] == other.holder_name == "Nguyễn Thị Ngọc Ẩn"
    assert other.status_on(TODAY.date()) == Status.VALID


def test_field_titles_and_dates_can_be_corrected():
    old = factories.certificate()
    field = old.scheme_version.fields.exclude(pk=old.field_id).first()
    new = corrected(
        old,
        field=field,
        title_vi="Chuyên gia năng suất",
        awarded_on=date(2026, 5, 13),
        valid_until=date(2029, 5, 12),
    )
    assert (new.field, new.valid_until) == (field, date(2029, 5, 12))
    assert new.snapshot["field"]["code"] == field.code
    assert new.snapshot["scheme"]["name_vi"] == "Chuyên gia năng suất"
    assert new.snapshot["decision"]["date"] == "2026-05-13"
    assert new.holder.full_name == old.holder_name
    lines = [line[0] for line in Correction.objects.get().lines()]
    assert lines == ["field", "title_vi", "awarded_on", "valid_until"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"field": None}, "Không có nội dung nào khác"),
        ({"name": RIGHT, "reason": " "}, "Hãy ghi nội dung sai"),
        ({"name": RIGHT, "evidence": ""}, "Hãy ghi nội dung sai"),
        ({"valid_until": date(2031, 1, 1)}, "Ngày chưa hợp lý"),
    ],
)
def test_a_request_must_make_sense(changes, words):
    old = factories.certificate()
    if changes == {"field": None}:
        changes = {"field": old.field}
    with pytest.raises(NotReady, match=words):
        requested(old, **changes)
    assert not Correction.objects.exists()


def test_only_the_holder_or_an_officer_asks(stranger, council_member, certification_officer):
    old = factories.certificate()
    for person in (stranger, council_member):
        with pytest.raises(NotEntitled):
            requested(old, by=person)
    assert requested(old, by=certification_officer).applicant == old.holder


def test_asking_twice_gives_the_open_request():
    old = factories.certificate()
    assert requested(old) == requested(old, name="Nguyễn Thị Ngọc Ấn")
    assert Correction.objects.get().name == RIGHT


def test_only_a_valid_certificate_is_corrected():
    old = factories.certificate()
    factories.changed(old)
    with pytest.raises(NotReady, match="Đình chỉ"):
        requested(old)


def test_what_was_withdrawn_meanwhile_is_not_corrected():
    old = factories.certificate()
    dossier = requested(old)
    check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=cast.certification_officer(), at=TODAY)
    factories.changed(old, Event.WITHDRAWN, at=TODAY)
    with pytest.raises(NotReady, match="còn hiệu lực"):
        decide(dossier=dossier, outcome=Outcome.GRANT, decided_by=cast.council_member(), at=TODAY)
    assert Certificate.objects.count() == 1
    assert Dossier.objects.get(pk=dossier.pk).state == "eligible"


def test_neither_who_asked_nor_who_checked_decides_and_the_database_refuses(monkeypatch):
    both = cast.person("Tạ Văn Hai", Role.CERTIFICATION_OFFICER, Role.COUNCIL_MEMBER)
    old = factories.certificate()
    dossier = requested(old, by=both)
    check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=cast.certification_officer(), at=TODAY)
    facts = {"dossier": dossier, "outcome": Outcome.GRANT, "decided_by": both, "at": TODAY}
    with pytest.raises(Conflicted, match="đề nghị đính chính"):
        decide(**facts)
    monkeypatch.setattr("certificates.services.decisions.conflicts", lambda *_a, **_k: [])
    with pytest.raises(Conflicted, match="đề nghị đính chính"):
        decide(**facts)


def test_a_request_is_kept_as_it_was_made_and_names_the_holders_own_certificate(stranger):
    old, draft = factories.certificate(), factories.draft(stranger)
    requested(old)
    wanted = Correction.objects.get()
    attempts = [
        lambda: Correction.objects.update(name="Khác"),
        lambda: Correction.objects.all().delete(),
        lambda: Correction.objects.create(
            dossier=draft,
            certificate=old,
            requested_by=stranger,
            reason="a",
            evidence="b",
            **vars(wanted.wanted()) | {"field": old.field},
        ),
    ]
    for attempt in attempts:
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()


def test_log_credential_and_list_follow_the_correction(store, worker):
    old = factories.certificate()
    worker()
    first = log_selectors.credential_of(old.number)
    new = corrected(old)
    worker()
    credential = log_selectors.credential_of(new.number)
    assert names(json.loads(credential.document), RIGHT)
    bits = StatusList.objects.get().document
    assert is_ended(bits, first.intent.status_index)
    assert not is_ended(bits, credential.intent.status_index)
    superseded = LogEntry.objects.get(event=old.events.last())
    assert json.loads(superseded.body)["successor"] == new.number
    assert list(check_log()) == []
    again = log_selectors.credential_of(old.number)
    assert again.document == first.document


def test_both_numbers_answer_and_lead_to_each_other(client):
    old = factories.certificate()
    new = corrected(old)
    said = client.get(old.get_absolute_url()).content.decode()
    assert "Chứng chỉ đã được thay thế" in said
    assert f'href="{new.get_absolute_url()}"' in said
    assert "đính chính nội dung ghi trên chứng chỉ" in said
    said = client.get(new.get_absolute_url()).content.decode()
    assert f'href="{old.get_absolute_url()}"' in said
    assert "Thay cho chứng chỉ" in said
    facts = client.get(new.get_absolute_url(), headers={"accept": "application/json"}).json()
    assert facts["certificate"]["succeeds"] == {"number": old.number, "ground": "correction"}
    assert verify(old.number, day=timezone.localdate()).cause.replaced_by == new


def test_the_database_lets_no_certificate_begin_on_another_day_by_itself(monkeypatch):
    from certificates.rules import succession
    from certificates.services import terms

    day = date(2026, 1, 1)
    monkeypatch.setattr(
        terms, "Cycle", lambda *_days: succession.Cycle(day, date(2026, 5, 14), date(2029, 1, 1))
    )
    with pytest.raises(IntegrityError, match="certificate_begins_on_its_day"):
        factories.certificate()
    assert not StatusEvent.objects.exists()
