"""Auditors read the trail: filtered, paged, taken away, and with the proof that it is whole."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import audit
from accounts.models import AuditCheck, AuditEvent
from accounts.tasks import check_trail
from accounts.trail import selectors, services
from accounts.trail.selectors import PER_PAGE, Asked
from accounts.trail.words import act_in_words, said_of


pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def entries(trainee, examiner):
    """Two kinds of action by two people on three days."""
    for day in range(3):
        at = NOON + timedelta(days=day)
        audit.record(actor=trainee, action="course.enrolled", subject=f"C0{day}", at=at)
        audit.record(
            actor=examiner, action="script.marked", subject="s", detail={"điểm": 7}, at=at
        )


def _many(count):
    for number in range(count):
        audit.record(actor=None, action="thing.done", subject=str(number))


def _subjects(leaf):
    return [event.subject for event in leaf.events]


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Asked(actor="ngoc an", action="course"), 3),
        (Asked(actor="Trần Quốc Đạt", action="script."), 3),
        (Asked(action="course.enrolled", subject="C01"), 1),
        (Asked(action="course", since=NOON.date() + timedelta(days=1)), 2),
        (Asked(action="course", until=NOON.date()), 1),
        (Asked(action="nothing"), 0),
    ],
)
def test_the_trail_is_filtered_by_person_action_subject_and_day(asked, count):
    assert selectors.events(asked).count() == count


def test_pages_go_back_and_forth_without_a_gap():
    _many(2 * PER_PAGE + 5)
    asked = Asked(action="thing.done")
    first = selectors.leaf(asked)
    second = selectors.leaf(asked, older_than=first.older)
    third = selectors.leaf(asked, older_than=second.older)
    assert _subjects(first) + _subjects(second) + _subjects(third) == [
        str(number) for number in reversed(range(2 * PER_PAGE + 5))
    ]
    assert (first.newer, third.older) == ("", "")
    assert _subjects(selectors.leaf(asked, newer_than=third.newer)) == _subjects(second)
    back = selectors.leaf(asked, newer_than=second.newer)
    assert _subjects(back) == _subjects(first)
    assert back.newer == ""


def test_an_unknown_place_begins_at_the_newest():
    _many(3)
    assert _subjects(selectors.leaf(Asked(action="thing"), older_than="no such hash"))[0] == "2"


def test_a_page_costs_the_same_however_long_the_trail(client, sign_in, auditor):
    sign_in(auditor)

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(reverse("accounts:trail")).status_code == 200
        return len(asked)

    _many(3)
    few = cost()
    _many(3 * PER_PAGE)
    assert cost() <= few


def test_the_page_shows_entries_and_keeps_its_filters_in_the_way_on(client, sign_in, auditor):
    _many(PER_PAGE + 2)
    sign_in(auditor)
    response = client.get(reverse("accounts:trail"), {"viec": "thing.done"})
    page = response.content.decode()
    assert page.count("<tr>") == PER_PAGE + 1
    assert "viec=thing.done&amp;truoc=" in page


def test_a_date_that_is_none_is_told_at_its_field_and_filters_nothing(client, sign_in, auditor):
    _many(2)
    sign_in(auditor)
    response = client.get(reverse("accounts:trail"), {"tu": "32/13/2026"})
    assert response.status_code == 200
    assert response.context["form"].errors["tu"]
    assert response.context["page"].events


def test_nothing_found_says_so(client, sign_in, auditor):
    sign_in(auditor)
    page = client.get(reverse("accounts:trail"), {"doi_tuong": "xyz"}).content.decode()
    assert 'class="empty"' in page


@pytest.mark.usefixtures("entries")
def test_a_table_to_take_away_has_the_filtered_entries_and_runs_no_formula(
    client, sign_in, auditor
):
    audit.record(actor=None, action="thing.done", subject="=1+1")
    sign_in(auditor)
    answer = client.post(reverse("accounts:trail_export"), {"dang": "csv", "viec": "thing.done"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["subject"] == "'=1+1"
    assert row["action"] == "thing.done"
    assert answer["Content-Disposition"].endswith('.csv"')


@pytest.mark.usefixtures("entries")
def test_taking_a_copy_is_itself_recorded(client, sign_in, auditor):
    sign_in(auditor)
    answer = client.post(reverse("accounts:trail_export"), {"dang": "json", "nguoi": "Đạt"})
    rows = json.loads(b"".join(answer.streaming_content))
    assert {row["detail"]["điểm"] for row in rows if row["action"] == "script.marked"} == {7}
    event = AuditEvent.objects.get(action="audit.exported")
    assert (event.actor, event.subject, event.detail) == (auditor, "json", {"nguoi": "Đạt"})


def test_the_chain_is_verified_when_asked_and_the_page_says_so(client, sign_in, auditor):
    _many(4)
    sign_in(auditor)
    for _twice in range(2):
        client.post(reverse("accounts:trail_check"))
    assert AuditCheck.objects.filter(finished_at=None).count() == 1
    assert check_trail() == 1
    assert check_trail() == 0
    check = selectors.last_check()
    assert (check.faults, check.asked_by) == ([], auditor)
    assert check.entries == AuditEvent.objects.count()
    assert "alert--ok" in client.get(reverse("accounts:trail")).content.decode()


def test_a_broken_chain_is_told_in_words(client, sign_in, auditor, monkeypatch):
    _many(1)
    monkeypatch.setattr(audit, "faults", lambda: iter(["Entry 1 was changed."]))
    services.ask_for_check(by=None, at=NOON)
    services.finish_checks(at=NOON)
    sign_in(auditor)
    page = client.get(reverse("accounts:trail")).content.decode()
    assert "alert--bad" in page
    assert "Entry 1 was changed." in page


def test_the_chain_is_verified_once_a_day_without_anybody_asking():
    assert services.finish_checks(at=NOON) == 1
    assert services.finish_checks(at=NOON + timedelta(hours=23)) == 0
    assert services.finish_checks(at=NOON + timedelta(hours=25)) == 1


def test_entries_written_while_the_chain_is_verified_are_no_fault(trainee):
    _many(2)
    checking = audit.faults()

    class Late:
        """Writes one entry just after the newest hash was read."""

        done = False

    original = AuditEvent.objects.select_related

    def late(*names):
        if not Late.done:
            Late.done = True
            audit.record(actor=trainee, action="thing.late", subject="x")
        return original(*names)

    AuditEvent.objects.select_related = late
    try:
        assert list(checking) == []
    finally:
        del AuditEvent.objects.select_related
    assert Late.done


def test_the_page_says_acts_and_details_in_words_and_keeps_the_codes(client, sign_in, auditor):
    audit.record(
        actor=None, action="certificate.superseded", subject="VN1", detail={"reason": ["a", "b"]}
    )
    sign_in(auditor)
    page = client.get(reverse("accounts:trail")).content.decode()
    assert "<span>Thay chứng chỉ bằng chứng chỉ mới</span>" in page
    assert "<dd><code>certificate.superseded</code></dd>" in page
    assert "<dt>Lý do</dt><dd>a, b</dd>" in page
    assert "Thay chứng chỉ bằng chứng chỉ mới (certificate.superseded)</option>" in page
    english = client.get(f"/en{reverse('accounts:trail')}").content.decode()
    assert "<span>Certificate replaced by a later one</span>" in english


def test_what_lies_deeper_in_an_entry_is_told_without_brackets_and_quotes():
    said = said_of({"criteria": {"a": 2, "b": [1, 3]}, "reason": None, "unknown": True})
    assert [value for _name, value in said] == ["a: 2; b: 1, 3", "", "True"]
    assert said[2][0] == "unknown"
    assert act_in_words("older.act") == "older.act"
