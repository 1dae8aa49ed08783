"""An attempt starts once, in an open sitting, and its time never grows."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from accounts.models import AuditEvent
from certificates.models import ArrangementKind
from certificates.services.arrangements import ask_arrangement, decide_arrangement
from exams.models import Attempt
from exams.services import sittings as service
from exams.services.problems import Refused
from exams.services.results import release_obstacle
from exams.services.sittings import start_attempt
from tests import cast
from tests.exams.factories import AFTER, CLOSES, DURING, OPENS, open_sitting


def test_an_attempt_has_its_minutes(attempt):
    assert attempt.deadline == DURING + timedelta(minutes=90)
    assert AuditEvent.objects.filter(action="attempt.started").count() == 1


def test_a_late_start_ends_with_the_sitting(sitting, trainee):
    late = start_attempt(sitting=sitting, candidate=trainee, at=CLOSES - timedelta(minutes=10))
    assert late.deadline == CLOSES


def granted(person, percent=25):
    asked = ask_arrangement(
        person=person, kind=ArrangementKind.EXTRA_TIME, reason="Đọc chậm", at=OPENS
    )
    decide_arrangement(
        arrangement=asked,
        grant=True,
        extra_percent=percent,
        answer="Theo giấy khám.",
        by=cast.certification_officer(),
        at=OPENS,
    )


def test_granted_extra_time_runs_by_itself_also_beyond_the_sitting(sitting, trainee, stranger):
    granted(trainee)
    attempt = start_attempt(sitting=sitting, candidate=trainee, at=DURING)
    assert (attempt.extra_minutes, attempt.deadline) == (23, DURING + timedelta(minutes=113))
    granted(stranger)
    late = start_attempt(sitting=sitting, candidate=stranger, at=CLOSES - timedelta(minutes=10))
    assert late.deadline == CLOSES + timedelta(minutes=23)
    assert release_obstacle(sitting=sitting, at=CLOSES + timedelta(minutes=5)) == (
        "A candidate with extra time is still working."
    )


def test_extra_time_is_frozen_with_the_start(attempt, sitting, trainee):
    granted(trainee, 100)
    again = start_attempt(sitting=sitting, candidate=trainee, at=DURING)
    assert (again.extra_minutes, again.deadline) == (None, attempt.deadline)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(extra_minutes=90)


def test_the_page_of_a_sitting_says_how_much_more_time_there_is(client, sign_in, sitting, trainee):
    granted(sign_in(trainee))
    url = f"/ky-thi/{sitting.public_id}/"
    with time_machine.travel(DURING, tick=False):
        assert "thêm 23 phút" in client.get(url).content.decode()
        start_attempt(sitting=sitting, candidate=trainee, at=DURING)
        assert "thêm 23 phút" in client.get(url).content.decode()


def test_starting_twice_gives_the_same_attempt_and_no_more_time(attempt, sitting, trainee):
    again = start_attempt(sitting=sitting, candidate=trainee, at=DURING + timedelta(minutes=20))
    assert (again, again.deadline) == (attempt, attempt.deadline)


@pytest.mark.parametrize(
    ("at", "sentence"), [(OPENS - timedelta(seconds=1), "not open yet"), (AFTER, "is over")]
)
def test_outside_the_sitting_nobody_starts(sitting, trainee, at, sentence):
    with pytest.raises(Refused, match=sentence):
        start_attempt(sitting=sitting, candidate=trainee, at=at)


def test_numbers_are_four_digits_and_unique_in_a_sitting(attempt, sitting, stranger):
    other = start_attempt(sitting=sitting, candidate=stranger, at=DURING)
    assert other.number != attempt.number
    assert len(other.candidate_number) == len("HN 0471")


def test_a_sitting_without_free_numbers_says_so(sitting, trainee, monkeypatch):
    def full(taken, draw):
        raise service.SittingFull

    monkeypatch.setattr(service, "free_number", full)
    with pytest.raises(Refused, match="no candidate number"):
        start_attempt(sitting=sitting, candidate=trainee, at=DURING)


def test_the_database_gives_nobody_a_second_attempt(attempt):
    with pytest.raises(IntegrityError), transaction.atomic():
        Attempt.objects.create(
            sitting=attempt.sitting,
            candidate=attempt.candidate,
            number=attempt.number % 9999 + 1,
            started_at=DURING,
            deadline=CLOSES,
        )


def test_a_sitting_is_made_once(sitting, form):
    assert open_sitting(form) == sitting
