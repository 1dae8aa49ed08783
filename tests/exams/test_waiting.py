"""What the own page tells examiners and officers of work that waits."""

import pytest
from django.urls import reverse

from accounts.workspace import waiting_for
from exams.services.results import release_results
from tests.exams.factories import AFTER, DURING, finished_attempt, marked_attempt


pytestmark = pytest.mark.django_db


def _told(person, at):
    return {each.url: (each.count, each.since) for each in waiting_for(person, at=at)}


def test_unmarked_scripts_wait_for_examiners_since_their_paper_was_handed_in(
    sitting, examiner, trainee, stranger
):
    attempt = finished_attempt(sitting, trainee)
    assert attempt.closed_at is not None
    assert _told(examiner, AFTER) == {reverse("exams:marking"): (2, attempt.closed_at)}
    assert _told(stranger, AFTER) == {}


def test_a_sitting_that_is_over_waits_for_its_release_once_however_many_sat(
    sitting, certification_officer, examiner, trainee, stranger
):
    for candidate in (trainee, stranger):
        marked_attempt(sitting, examiner, candidate, share="1", skill=1.0)
    assert _told(certification_officer, DURING) == {}
    releases = {reverse("exams:releases"): (1, sitting.closes_at)}
    assert _told(certification_officer, AFTER) == releases
    assert _told(examiner, AFTER) == {}
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    assert _told(certification_officer, AFTER) == {}
