"""Surveillance: asked for in time, handed in from the diary, judged by an officer, and nobody is told twice."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from certificates.models import (
    ActivityKind,
    HolderLetter,
    Report,
    ReportEvent,
    ReportState,
)
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.status import Event
from certificates.rules.surveillance import ReportAct
from certificates.selectors.life import life_of, long_suspended
from certificates.services import holder_letters
from certificates.services.diary import Entry, write_activity
from certificates.services.holder_letters import send_holder_letters
from certificates.services.status import change_status
from certificates.services.surveillance import (
    file_report,
    open_reports,
    remind_overdue,
    review_report,
)
from tests import cast
from tests.certificates import factories
from tests.certificates.conftest import TODAY


pytestmark = pytest.mark.django_db
BEGAN = date(2025, 12, 4)  # its first year ends on 3 December 2026, ten days ahead
LATE = TODAY + timedelta(days=60)


@pytest.fixture
def owed():
    """A report that is to be handed in."""
    factories.past(cast.trainee(), BEGAN)
    assert open_reports(at=TODAY) == 1
    return Report.objects.get()


def handed_in(report, at=TODAY):
    return file_report(
        report=report, statement="Dẫn dắt hai dự án Kaizen.", by=report.certificate.holder, at=at
    )


def judged(report, act=ReportAct.FULFIL, by=None, at=TODAY, note="Thiếu minh chứng"):
    by = by or cast.certification_officer()
    return review_report(report=report, act=act, by=by, at=at, note=note)


def test_a_report_is_asked_for_once_a_month_before_its_year_ends(owed):
    assert (owed.number, owed.first, owed.last, owed.due_on, owed.hours_asked) == (
        1,
        BEGAN,
        date(2026, 12, 3),
        date(2027, 1, 2),
        16,
    )
    assert open_reports(at=TODAY) == 0
    assert owed.certificate.letters.count() == 1


@pytest.mark.parametrize("began", [date(2026, 1, 20), date(2024, 9, 1)], ids=["early", "long ago"])
def test_nothing_is_asked_for_before_or_after_its_time(began):
    factories.past(cast.trainee(), began)
    assert open_reports(at=TODAY) == 0


def test_only_valid_certificates_are_asked_about():
    factories.changed(factories.past(cast.trainee(), BEGAN), at=TODAY)
    assert open_reports(at=TODAY) == 0


def test_asking_takes_as_many_queries_for_many_certificates(django_assert_max_num_queries):
    for number in range(5):
        factories.past(cast.person(f"Lê Văn {number}"), date(2026, 3, 1))
    with django_assert_max_num_queries(15):
        open_reports(at=TODAY)


def test_a_report_takes_its_hours_from_the_days_of_its_span(owed):
    holder = owed.certificate.holder
    for day in (BEGAN - timedelta(days=1), BEGAN, TODAY.date()):
        entry = Entry(day, ActivityKind.COURSE, Decimal("7.5"), "Hội thảo", "Biết thêm")
        write_activity(person=holder, entry=entry, at=TODAY)
    report = handed_in(owed)
    assert (report.hours, report.state) == (15, ReportState.FILED)
    assert judged(report).state == ReportState.FULFILLED


def test_more_can_be_asked_for_and_handed_in_again(owed):
    asked = judged(handed_in(owed), ReportAct.ASK_FOR_MORE)
    assert asked.state == ReportState.MORE_NEEDED
    assert judged(handed_in(asked)).state == ReportState.FULFILLED
    assert list(owed.events.values_list("act", flat=True)) == [
        "open", "file", "ask_for_more", "file", "fulfil",
    ]  # fmt: skip


def test_who_never_reports_is_judged_once_time_is_over_and_may_still_make_up_for_it(owed):
    with pytest.raises(NotReady, match="chưa đến hạn"):
        judged(owed, ReportAct.FAIL)
    failed = judged(owed, ReportAct.FAIL, at=LATE)
    assert failed.state == ReportState.NOT_FULFILLED
    assert judged(handed_in(failed, at=LATE), at=LATE).state == ReportState.FULFILLED


def test_the_same_finding_twice_is_one(owed, certification_officer):
    handed_in(owed)
    for _click in range(2):
        judged(owed, by=certification_officer)
    assert owed.events.filter(act="fulfil").count() == 1


def test_only_the_right_people_and_only_in_turn(owed, stranger, council_member):
    with pytest.raises(NotEntitled):
        file_report(report=owed, statement="a", by=stranger, at=TODAY)
    with pytest.raises(NotReady, match="vài dòng"):
        file_report(report=owed, statement=" ", by=owed.certificate.holder, at=TODAY)
    handed_in(owed)
    with pytest.raises(NotReady, match="trạng thái"):
        handed_in(owed)
    with pytest.raises(NotEntitled):
        judged(owed, by=council_member)
    with pytest.raises(NotReady, match="còn thiếu gì"):
        judged(owed, ReportAct.FAIL, note=" ")
    with pytest.raises(ValueError, match="file"):
        judged(owed, ReportAct.FILE)


def test_nobody_judges_their_own_report_and_the_database_refuses():
    officer = cast.certification_officer()
    by = factories.officials()
    factories.past(officer, BEGAN, by=by)
    open_reports(at=TODAY)
    report = handed_in(Report.objects.get())
    with pytest.raises(Conflicted):
        judged(report, by=officer)
    with pytest.raises(IntegrityError, match="report_reviewed_by_holder"), transaction.atomic():
        Report.objects.update(state="fulfilled", reviewed_by=officer)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Report.objects.update(due_on=date(2030, 1, 1)),
        lambda: Report.objects.all().delete(),
        lambda: ReportEvent.objects.all().delete(),
        lambda: Report.objects.update(state="fulfilled"),
        lambda: Report.objects.update(state="lost"),
    ],
    ids=["other time", "delete", "delete history", "nobody judged", "no state"],
)
def test_the_database_keeps_a_report_as_it_was_asked_for(owed, attempt):
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt()


def test_what_is_fulfilled_cannot_be_changed(owed):
    judged(handed_in(owed))
    with pytest.raises(IntegrityError, match="report_is_settled"), transaction.atomic():
        Report.objects.update(state="due")


def test_the_overdue_are_reminded_once(owed):
    assert remind_overdue(at=TODAY) == 0
    assert remind_overdue(at=LATE) == 1
    assert remind_overdue(at=LATE) == 0
    assert send_holder_letters(at=LATE) == 2
    assert "quá hạn từ ngày 02/01/2027" in mail.outbox[-1].subject
    assert "/chung-chi/bao-cao/" in mail.outbox[-1].body
    assert send_holder_letters(at=LATE) == 0


def test_a_suspension_tells_the_holder_what_to_stop_and_what_to_do():
    entry = factories.certificate()
    factories.changed(entry, at=TODAY)
    send_holder_letters(at=TODAY)
    (letter,) = mail.outbox
    assert letter.to == [entry.holder.email]
    assert "bị đình chỉ" in letter.subject
    for words in ("Chưa nộp báo cáo", "không được tự giới thiệu", "xem xét lại", "thu hồi"):
        assert words in letter.body
    factories.changed(entry, Event.REINSTATED, at=TODAY)
    factories.changed(entry, Event.WITHDRAWN, at=TODAY)
    send_holder_letters(at=TODAY)
    assert [each.subject.split("bạn ")[-1] for each in mail.outbox[1:]] == [
        "được khôi phục",
        "bị thu hồi",
    ]


def test_what_was_done_on_paper_sends_no_letter():
    entry = factories.certificate()
    change_status(
        number=entry.number,
        event="suspended",
        reason=("Theo giấy", ""),
        proposed_by=cast.certification_officer(),
        settled_by=cast.council_member(),
        at=TODAY,
    )
    assert not HolderLetter.objects.exists()


def test_a_letter_that_is_not_taken_is_tried_again_after_an_hour(owed, monkeypatch):
    def refuse(**_letter):
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(holder_letters, "send_letter", refuse)
        assert send_holder_letters(at=TODAY) == 0
    assert send_holder_letters(at=TODAY + timedelta(minutes=59)) == 0
    assert send_holder_letters(at=TODAY + timedelta(minutes=61)) == 1


def test_a_suspension_that_nobody_settles_comes_before_an_officer():
    entry = factories.certificate()
    factories.changed(entry, at=TODAY)
    day = TODAY.date()
    assert not long_suspended(on=day + timedelta(days=180))
    assert list(long_suspended(on=date(2027, 5, 23))) == [entry]


def test_the_life_of_a_certificate_tells_staff_more_than_its_holder(owed):
    judged(handed_in(owed), ReportAct.FAIL)
    entry = owed.certificate
    factories.changed(entry, at=TODAY)
    send_holder_letters(at=TODAY)
    own = [row["text"] for row in life_of(entry, staff=False)]
    all_of_it = [row["text"] for row in life_of(entry, staff=True)]
    assert "Đã nộp báo cáo (kỳ 1)" in own
    assert "Đình chỉ" in own
    assert set(own) < set(all_of_it)
    assert "Đề nghị: Đình chỉ" in set(all_of_it) - set(own)
    assert any(text.startswith("Đã gửi thư") for text in all_of_it)
    names = {note for row in life_of(entry, staff=False) for note in row["notes"]}
    assert "Đỗ Thị Ước" not in names
