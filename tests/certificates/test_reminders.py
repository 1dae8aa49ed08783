"""Reminders before the end: one letter a stage, to those whom it concerns, in their language."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from certificates import tasks
from certificates.models import Reminder
from certificates.rules.status import Event
from certificates.services import reminders
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def entry():
    return factories.certificate()


def before(entry, days, hour=9):
    day = entry.valid_until - timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=HANOI)


def swept(at):
    noted = reminders.note_reminders(at=at)
    return noted, reminders.send_reminders(at=at)


def stages(entry):
    return list(entry.reminders.filter(sent_at__isnull=False).values_list("stage", flat=True))


def test_a_holder_who_lets_it_be_gets_four_letters(entry):
    for left in range(200, -5, -1):
        swept(before(entry, left))
    assert stages(entry) == [180, 90, 30, 7]
    assert [letter.to for letter in mail.outbox] == [[entry.holder.email]] * 4


def test_looking_twice_a_day_sends_once(entry):
    assert swept(before(entry, 90)) == (1, 1)
    assert swept(before(entry, 90, hour=15)) == (0, 0)
    assert swept(before(entry, 60)) == (0, 0)
    assert len(mail.outbox) == 1


def test_after_a_long_pause_only_the_nearest_stage_is_sent(entry):
    swept(before(entry, 20))
    assert stages(entry) == [30]
    assert len(mail.outbox) == 1


def test_a_letter_that_lay_until_the_next_stage_gives_way_to_it(entry):
    reminders.note_reminders(at=before(entry, 40))
    swept(before(entry, 25))
    assert stages(entry) == [30]
    assert entry.reminders.count() == 1


def test_the_letter_says_which_until_when_and_what_counts(entry):
    factories.evidence(entry.holder, value=12, on=entry.issued_on + timedelta(days=9))
    swept(before(entry, 30))
    (letter,) = mail.outbox
    for said in (entry.grouped_number, "13/05/2029", "30", "12", "48"):
        assert said in letter.body
    assert reverse("certificates:scheme", args=["NSCL-QG"]) in letter.body
    assert reverse("certificates:diary") in letter.body
    assert len(letter.alternatives) == 1


@pytest.mark.parametrize(
    ("language", "word"), [("vi", "Kính gửi"), ("en", "Your certificate ends on")]
)
def test_it_is_written_in_the_language_of_its_reader(entry, language, word):
    entry.holder.language = language
    entry.holder.save()
    swept(before(entry, 30))
    (letter,) = mail.outbox
    assert word in letter.subject + letter.body


@pytest.mark.parametrize("event", [Event.SUSPENDED, Event.WITHDRAWN])
def test_what_is_suspended_or_withdrawn_is_not_reminded_of(entry, event):
    factories.changed(entry, event)
    assert swept(before(entry, 30)) == (0, 0)


def test_what_is_superseded_is_not_reminded_of():
    holder = cast.trainee()
    old = factories.past(holder, (2024, 6, 1))
    new = factories.past(holder, (2026, 6, 1))
    swept(before(old, 30))
    assert not old.reminders.exists()
    swept(before(new, 30))
    assert stages(new) == [30]


def test_a_suspension_between_noting_and_sending_stops_the_letter_until_it_is_lifted(entry):
    at = before(entry, 30)
    reminders.note_reminders(at=at)
    factories.changed(entry)
    assert reminders.send_reminders(at=at) == 0
    assert not Reminder.objects.exists()
    factories.changed(entry, Event.REINSTATED, at=NOON_LATER)
    assert swept(at) == (1, 1)


NOON_LATER = factories.NOON + timedelta(days=60)


def test_whoever_can_no_longer_sign_in_is_not_written_to(entry):
    entry.holder.is_active = False
    entry.holder.save()
    assert swept(before(entry, 30)) == (0, 0)


def test_nobody_is_woken_at_night(entry):
    assert swept(before(entry, 30, hour=3)) == (1, 0)
    assert swept(before(entry, 30, hour=8)) == (0, 1)


def test_the_day_is_that_of_hanoi(entry):
    day = entry.valid_until - timedelta(days=31)
    # 17:30 in Greenwich is half past midnight of the next day in Hanoi
    at = datetime(day.year, day.month, day.day, 17, 30, tzinfo=ZoneInfo("UTC"))
    reminders.note_reminders(at=at)
    assert [each.stage for each in Reminder.objects.all()] == [30]


def test_a_letter_that_is_not_taken_is_tried_again_and_holds_up_no_other(entry, monkeypatch):
    other = factories.certificate()
    other_at = before(other, 30)
    real, refused = reminders.send_letter, []

    def choosy(*, to, **letter):
        if to == entry.holder.email and not refused:
            refused.append(to)
            raise ConnectionRefusedError
        real(to=to, **letter)

    monkeypatch.setattr(reminders, "send_letter", choosy)
    assert swept(other_at) == (2, 1)
    assert swept(other_at + timedelta(minutes=30)) == (0, 0)
    assert swept(other_at + timedelta(minutes=70)) == (0, 1)
    assert sorted(letter.to for letter in mail.outbox) == sorted(
        [[entry.holder.email], [other.holder.email]]
    )


def test_the_database_keeps_a_stage_once(entry):
    reminders.note_reminders(at=before(entry, 30))
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(certificate=entry, stage=30, noted_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(certificate=entry, stage=31, noted_at=timezone.now())


def test_noting_costs_the_same_however_many_are_due(entry):
    costs = []
    for more in (0, 3):
        for _each in range(more):
            factories.certificate()
        Reminder.objects.all().delete()
        with CaptureQueriesContext(connection) as found:
            reminders.note_reminders(at=before(entry, 30))
        costs.append(len(found))
    assert costs[0] == costs[1]


def test_the_background_does_both(entry, fixed_day):
    fixed_day.move_to(before(entry, 90))
    assert tasks.send_reminders() == 1
    assert tasks.send_reminders() == 0
