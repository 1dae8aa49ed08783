"""What the own page tells a candidate to do next."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.workspace import next_steps
from exams.services.results import release_results
from exams.services.sittings import start_attempt
from tests.exams.factories import AFTER, CLOSES, DURING, OPENS, marked_attempt, open_sitting


pytestmark = pytest.mark.django_db


def _told(person, at):
    return [(step.url, step.by) for step in next_steps(person, at=at)]


def _page(sitting):
    return reverse("exams:sitting", args=[sitting.public_id])


def test_the_next_sitting_is_told_before_it_begins_and_while_it_is_open(sitting, trainee):
    open_sitting(
        sitting.form, code="later", opens_at=OPENS + timedelta(9), closes_at=CLOSES + timedelta(9)
    )
    assert _told(trainee, OPENS - timedelta(3)) == [(_page(sitting), OPENS)]
    assert _told(trainee, DURING) == [(_page(sitting), CLOSES)]


def test_a_paper_under_way_comes_instead_of_the_next_sitting(sitting, trainee):
    open_sitting(
        sitting.form, code="later", opens_at=OPENS + timedelta(9), closes_at=CLOSES + timedelta(9)
    )
    attempt = start_attempt(sitting=sitting, candidate=trainee, at=DURING)
    paper = reverse("exams:question", args=[attempt.public_id, 1])
    assert _told(trainee, DURING) == [(paper, attempt.deadline)]
    assert _told(trainee, attempt.deadline) == []


@pytest.mark.parametrize(("share", "again"), [("1", False), ("0", True)])
def test_only_who_has_failed_is_told_of_another_sitting_of_the_same_exam(
    sitting, trainee, examiner, certification_officer, share, again
):
    later = open_sitting(
        sitting.form, code="later", opens_at=OPENS + timedelta(9), closes_at=CLOSES + timedelta(9)
    )
    marked_attempt(sitting, examiner, trainee, share=share, skill=float(share))
    assert _told(trainee, AFTER) == []
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    told = [(_page(later), later.opens_at)] if again else []
    assert _told(trainee, AFTER) == told


def test_staff_are_not_invited_to_sit(sitting, examiner):
    assert _told(examiner, DURING) == []
