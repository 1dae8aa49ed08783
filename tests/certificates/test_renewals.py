"""Certification anew: asked for in its season, judged by the diary, and beginning when the old certificate ends."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from certificates.models import (
    Activity,
    ActivityKind,
    Certificate,
    EventKind,
    Renewal,
    Report,
    StatusEvent,
)
from certificates.models.standing import checklist_of
from certificates.problems import NotEntitled, NotReady
from certificates.rules.decisions import Outcome
from certificates.rules.dossiers import Act
from certificates.rules.status import Event, Status
from certificates.services.cases import Lodger, Words, complain
from certificates.services.corrections import request_correction
from certificates.services.decisions import decide
from certificates.services.diary import Entry, write_activity
from certificates.services.dossiers import check, start_dossier, submit
from certificates.services.renewals import start_renewal
from certificates.services.succession import note_successions
from tests import cast
from tests.certificates import factories
from tests.certificates.conftest import TODAY
from tests.certificates.test_corrections import wish


pytestmark = pytest.mark.django_db
BEGAN = date(2024, 1, 15)
ENDS = date(2027, 1, 14)


def at(day):
    return timezone.make_aware(datetime.combine(day, datetime.min.time().replace(hour=10)))


def holding(began=BEGAN, person=None):
    return factories.past(person or cast.trainee(), began)


def learned(person, hours=48, projects=1, day=date(2025, 6, 1)):
    kinds = [ActivityKind.PROJECT] * projects + [ActivityKind.COURSE] * (2 - projects)
    for kind in kinds:
        entry = Entry(day, kind, Decimal(hours) / 2, "Dự án 5S", "Biết làm")
        write_activity(person=person, entry=entry, at=TODAY)


def applied(old, when=TODAY):
    dossier = start_renewal(certificate=old, by=old.holder, at=when)
    submit(dossier=dossier, agreed=True, at=when)
    return check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=cast.certification_officer(), at=when)


def renewed(old, when=TODAY, outcome=Outcome.GRANT):
    member = cast.council_member()
    facts = {"decided_by": member, "at": when, "reason": "Chưa đủ"}
    return decide(dossier=applied(old, when), outcome=outcome, **facts)


def test_a_renewal_begins_the_day_after_the_old_certificate_ends():
    old = holding()
    learned(old.holder)
    new = renewed(old).certificate
    assert (new.issued_on, new.holds_from, new.valid_until) == (
        TODAY.date(),
        ENDS + timedelta(days=1),
        date(2030, 1, 14),
    )
    assert new.counted_in == ""
    assert new.events.get().effective_on == ENDS + timedelta(days=1)
    for day, of_old, of_new in [
        (TODAY.date(), Status.VALID, Status.NOT_YET),
        (ENDS, Status.VALID, Status.NOT_YET),
        (ENDS + timedelta(days=1), Status.EXPIRED, Status.VALID),
    ]:
        assert (old.status_on(day), new.status_on(day)) == (of_old, of_new)
        found = Certificate.objects.with_status(day).values_list("number", "status")
        assert dict(found) == {old.number: of_old.value, new.number: of_new.value}


def test_the_old_one_is_replaced_on_that_day_and_only_once(fixed_day):
    old = holding()
    learned(old.holder)
    new = renewed(old).certificate
    assert note_successions(at=at(ENDS)) == 0
    begins = at(ENDS + timedelta(days=1))
    assert note_successions(at=begins) == 1
    assert note_successions(at=begins) == 0
    ended = StatusEvent.objects.get(certificate=old, event=EventKind.SUPERSEDED)
    assert (ended.replaced_by, ended.effective_on) == (new, ENDS + timedelta(days=1))
    assert old.status_on(ENDS) == Status.VALID
    assert old.status_on(ENDS + timedelta(days=1)) == Status.SUPERSEDED


def test_in_the_period_of_grace_it_begins_at_once_and_the_cycle_stays():
    old = holding(date(2023, 10, 2))
    learned(old.holder, day=date(2024, 6, 1))
    new = renewed(old).certificate
    assert (new.first_day, new.holds_from) == (date(2026, 10, 2), TODAY.date())
    assert new.valid_until == date(2029, 10, 1)
    assert old.status_on(TODAY.date()) == Status.SUPERSEDED
    assert old.status_on(TODAY.date() - timedelta(days=1)) == Status.EXPIRED


def test_a_refusal_leaves_the_old_certificate_until_it_ends():
    old = holding()
    learned(old.holder)
    renewed(old, outcome=Outcome.REFUSE)
    assert Certificate.objects.get() == old
    assert old.status_on(ENDS) == Status.VALID
    assert note_successions(at=at(ENDS + timedelta(days=1))) == 0


@pytest.mark.parametrize(
    ("began", "words"),
    [(date(2024, 6, 15), "được mở từ ngày"), (date(2023, 6, 1), "Đã hết thời hạn")],
)
def test_out_of_season_no_renewal_is_opened(began, words):
    old = holding(began)
    with pytest.raises(NotReady, match=words):
        start_renewal(certificate=old, by=old.holder, at=TODAY)


def test_only_the_holder_opens_it_and_twice_gives_the_same(stranger):
    old = holding()
    with pytest.raises(NotEntitled):
        start_renewal(certificate=old, by=stranger, at=TODAY)
    first = start_renewal(certificate=old, by=old.holder, at=TODAY)
    assert first == start_renewal(certificate=old, by=old.holder, at=TODAY)
    assert (first.state, first.education) == ("draft", old.dossier.education)
    assert Renewal.objects.count() == 1


def test_a_suspended_certificate_is_not_renewed():
    old = holding()
    factories.changed(old, at=TODAY)
    with pytest.raises(NotReady, match="đang bị đình chỉ"):
        start_renewal(certificate=old, by=old.holder, at=TODAY)


def test_the_checklist_comes_from_diary_reports_and_register():
    old = holding()
    person = old.holder
    dossier = start_renewal(certificate=old, by=person, at=TODAY)
    learned(person, hours=40, projects=0)
    learned(person, hours=40, day=BEGAN - timedelta(days=1))
    Report.objects.create(
        certificate=old,
        number=1,
        first=BEGAN,
        last=date(2025, 1, 14),
        due_on=date(2025, 2, 13),
        hours_asked=16,
    )
    complain(
        lodger=Lodger(user=cast.stranger()), words=Words("a", "b"), at=TODAY, about=old.dossier
    )
    checks = checklist_of(dossier, on=TODAY.date())
    assert [(str(check.need.kind), check.reached, check.met) for check in checks] == [
        ("cpd_hours", 40, False),
        ("cpd_projects", 0, False),
        ("reports", 0, False),
        ("no_complaint", 0, False),
        ("not_suspended", 1, True),
    ]
    with pytest.raises(NotReady, match="Báo cáo giám sát"):
        submit(dossier=dossier, agreed=True, at=TODAY)


def test_what_was_lost_after_the_check_stops_the_decision():
    old = holding()
    learned(old.holder)
    dossier = applied(old)
    Activity.objects.all().delete()
    with pytest.raises(NotReady, match="giờ phát triển"):
        decide(dossier=dossier, outcome=Outcome.GRANT, decided_by=cast.council_member(), at=TODAY)


def test_what_befalls_the_old_certificate_befalls_the_renewal_that_has_not_begun():
    old = holding()
    learned(old.holder)
    new = renewed(old).certificate
    begins, later = new.holds_from, TODAY + timedelta(days=3)
    factories.changed(old, at=later)
    assert (new.status_on(begins), new.status_on(later.date())) == (
        Status.SUSPENDED,
        Status.NOT_YET,
    )
    factories.changed(old, Event.REINSTATED, at=later + timedelta(days=2))
    assert new.status_on(begins) == Status.VALID
    factories.changed(old, Event.WITHDRAWN, at=later + timedelta(days=4))
    assert new.status_on(begins) == Status.WITHDRAWN
    assert note_successions(at=at(begins)) == 0
    assert old.status_on(begins) == Status.WITHDRAWN


def test_once_renewed_nothing_else_is_begun_until_the_new_one_holds():
    old = holding()
    learned(old.holder)
    renewed(old)
    for attempt in (
        lambda: start_renewal(certificate=old, by=old.holder, at=TODAY),
        lambda: request_correction(
            certificate=old, wish=wish(old, name="Khác"), by=old.holder, at=TODAY
        ),
        lambda: start_dossier(applicant=old.holder, scheme_version=factories.version(), at=TODAY),
    ):
        with pytest.raises(NotReady, match="đã được chứng nhận lại"):
            attempt()


def test_its_page_says_from_when_it_holds(client):
    old = holding()
    learned(old.holder)
    new = renewed(old).certificate
    said = client.get(new.get_absolute_url()).content.decode()
    assert "Chứng chỉ chưa có hiệu lực" in said
    assert "15/01/2027" in said
