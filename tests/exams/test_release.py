"""All results of a sitting are released together, once, and stay as they are."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from certificates.models import Evidence
from exams import tasks
from exams.models import Attempt, Result, ResultNotice, Sitting
from exams.services.marking import save_mark
from exams.services.problems import Refused
from exams.services.results import release_obstacle, release_results, send_result_notices
from exams.services.sittings import start_attempt
from tests import cast
from tests.exams.factories import AFTER, CLOSES, DURING, finished_attempt, marked_attempt


def _release(sitting, officer, at=AFTER):
    return release_results(sitting=sitting, officer=officer, at=at)


def test_a_result_adds_up_key_and_marks(sitting, examiner, certification_officer):
    attempt = marked_attempt(sitting, examiner, share="0.5")
    result = _release(sitting, certification_officer)[0]
    assert (result.knowledge_points, result.essay_points) == (44, Decimal(10))
    assert (result.percent, result.passed) == (Decimal("84.37"), True)
    assert result.attempt == attempt


def test_who_passed_gets_evidence_with_everybody_who_marked(
    sitting, examiner, second_examiner, certification_officer
):
    passed = finished_attempt(sitting, cast.trainee())
    one, two = passed.scripts.order_by("form_item__position")
    for script, marker in ((one, examiner), (two, second_examiner)):
        highest = script.form_item.version.highest_marks
        save_mark(script=script, examiner=marker, given=highest, comment="", submit=True, at=AFTER)
    marked_attempt(sitting, examiner, cast.stranger(), skill=0, share="0")
    _release(sitting, certification_officer)
    evidence = Evidence.objects.get()
    assert (evidence.person, evidence.reference) == (passed.candidate, "EX-NSCL-1")
    assert (evidence.kind, evidence.value) == ("exam", 100)
    assert evidence.source_key == f"exam:{passed.public_id}"
    assert set(evidence.actors.values_list("person", "part")) == {
        (examiner.pk, "examined"),
        (second_examiner.pk, "examined"),
    }


def test_who_failed_gets_a_result_and_no_evidence(sitting, examiner, certification_officer):
    marked_attempt(sitting, examiner, skill=0.3, share="0.25")
    assert not _release(sitting, certification_officer)[0].passed
    assert not Evidence.objects.exists()


def test_releasing_twice_changes_nothing(sitting, examiner, certification_officer):
    marked_attempt(sitting, examiner)
    first = _release(sitting, certification_officer)
    again = _release(sitting, certification_officer, at=AFTER + timedelta(days=1))
    assert again == first
    assert Sitting.objects.get().released_at == AFTER
    assert ResultNotice.objects.count() == 1


def test_an_unmarked_script_holds_everybody_back(sitting, examiner, certification_officer):
    marked_attempt(sitting, examiner)
    finished_attempt(sitting, cast.stranger())
    with pytest.raises(Refused, match="2 scripts are not marked"):
        _release(sitting, certification_officer)
    assert not Result.objects.exists()


def test_before_the_end_and_without_candidates_there_is_no_release(sitting):
    assert "not over" in release_obstacle(sitting=sitting, at=CLOSES - timedelta(seconds=1))
    assert "Nobody" in release_obstacle(sitting=sitting, at=AFTER)


def test_the_release_needs_no_background_job(sitting, certification_officer):
    attempt = start_attempt(sitting=sitting, candidate=cast.trainee(), at=DURING)
    _release(sitting, certification_officer)
    assert Result.objects.get().percent == 0
    assert Attempt.objects.get(pk=attempt.pk).closed_by == "deadline"


def test_a_result_is_frozen(sitting, examiner, certification_officer):
    marked_attempt(sitting, examiner)
    _release(sitting, certification_officer)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Result.objects.update(passed=False)
    with pytest.raises(IntegrityError, match="exam_sitting_released"), transaction.atomic():
        Sitting.objects.update(released_at=None, released_by=None)


def test_everybody_gets_one_letter_in_their_language_that_tells_no_result(
    sitting, examiner, certification_officer
):
    english = cast.trainee(email="en@example.vn", language="en")
    marked_attempt(sitting, examiner, english)
    marked_attempt(sitting, examiner, cast.stranger(email="vi@example.vn"), skill=0, share="0")
    _release(sitting, certification_officer)
    assert mail.outbox == []
    assert send_result_notices(at=AFTER) == 2
    assert send_result_notices(at=AFTER) == 0
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {"en@example.vn", "vi@example.vn"}
    assert letters["en@example.vn"].subject.endswith("productivity and quality experts")
    assert "/en/ky-thi/bai-thi/" in letters["en@example.vn"].body
    assert "chuyên gia năng suất chất lượng" in letters["vi@example.vn"].body
    assert all("%" not in letter.body for letter in mail.outbox)


def test_the_sweeps_do_what_the_services_do(attempt, time_machine):
    time_machine.move_to(attempt.deadline + timedelta(seconds=1))
    tasks.close_overdue_attempts()
    attempt.refresh_from_db()
    assert attempt.closed_by == "deadline"
    tasks.send_result_notices()
    assert mail.outbox == []
