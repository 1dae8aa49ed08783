"""The diary of development: whose it is, what it takes, what it adds up to."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from certificates.models import Activity, ActivityKind, development as selectors
from certificates.problems import NotEntitled, NotReady
from certificates.services.diary import Entry, change_activity, remove_activity, write_activity
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db


def described(**facts):
    told = {
        "day": date(2026, 10, 12),
        "kind": ActivityKind.EVENT,
        "hours": Decimal(6),
        "title": "Hội thảo sơ đồ chuỗi giá trị",
        "learned": "Vẽ được dòng chảy của phân xưởng hàn.",
    }
    return Entry(**told | facts)


def written(person, **facts):
    return write_activity(person=person, entry=described(**facts), at=timezone.now())


def standing(holder):
    lines = selectors.lines_of(holder)
    (found,) = selectors.standings(holder, lines, day=timezone.localdate())
    return found


def test_what_somebody_did_stands_in_the_diary_newest_first():
    person = cast.trainee()
    written(person, day=date(2026, 3, 1), title="Bài báo")
    written(person)
    assert [line.title for line in selectors.lines_of(person)] == [
        "Hội thảo sơ đồ chuỗi giá trị",
        "Bài báo",
    ]


def test_a_course_completed_here_arrives_by_itself_and_cannot_be_changed():
    person = cast.trainee()
    factories.evidence(person, value=32, on=date(2026, 9, 1))
    factories.evidence(person, "exam", 82, "EX-NSCL-1")
    (line,) = selectors.lines_of(person)
    assert (line.hours, line.activity) == (32, None)


def test_hours_since_the_issue_count_towards_the_year_and_the_renewal():
    entry = factories.certificate()
    before = written(entry.holder, day=entry.issued_on - timedelta(days=1))
    assert standing(entry.holder).cycle.reached == 0
    written(entry.holder, day=entry.issued_on)
    factories.evidence(entry.holder, value=12, on=entry.issued_on + timedelta(days=90))
    found = standing(entry.holder)
    assert found.cycle.reached == 18
    assert found.cycle.asked == 48
    year, hours = found.this_year
    assert (year.number, hours.reached, hours.asked, hours.met) == (1, 18, 16, True)
    assert before.hours == 6


def test_only_years_that_have_begun_are_shown():
    holder = cast.trainee()
    factories.past(holder, (2025, 6, 1))
    assert [year.number for year, _hours in standing(holder).years] == [1, 2]


def test_a_withdrawn_certificate_asks_for_nothing_more():
    entry = factories.certificate()
    factories.changed(entry, factories.Event.WITHDRAWN)
    assert selectors.standings(entry.holder, [], day=timezone.localdate()) == []


def test_a_suspended_holder_still_sees_what_is_asked():
    entry = factories.certificate()
    factories.changed(entry)
    assert standing(entry.holder).certificate == entry


def test_nobody_touches_the_diary_of_another():
    activity, other = written(cast.trainee()), cast.stranger()
    with pytest.raises(NotEntitled):
        change_activity(activity=activity, by=other, entry=described(), at=timezone.now())
    with pytest.raises(NotEntitled):
        remove_activity(activity=activity, by=other)
    assert selectors.activity_of(other, activity.public_id) is None


def test_an_entry_is_changed_and_deleted_by_its_person():
    person = cast.trainee()
    activity = written(person)
    changed = change_activity(
        activity=activity, by=person, entry=described(hours=Decimal("1.5")), at=timezone.now()
    )
    assert changed.hours == Decimal("1.5")
    remove_activity(activity=changed, by=person)
    assert not Activity.objects.exists()


def test_a_day_to_come_is_refused():
    with pytest.raises(NotReady):
        written(cast.trainee(), day=timezone.localdate() + timedelta(days=1))


@pytest.mark.parametrize("hours", [Decimal(0), Decimal(-1), Decimal("200.25")])
def test_hours_out_of_bounds_are_refused_also_by_the_database(hours):
    person = cast.trainee()
    with pytest.raises(NotReady):
        written(person, hours=hours)
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.create(
            person=person, recorded_at=timezone.now(), **vars(described(hours=hours))
        )
