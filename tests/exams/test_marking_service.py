"""Essays are marked on the rubric, blind, by people without a tie to the candidate."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from accounts.models import AuditEvent
from certificates import api as certificates
from exams.models import Mark, Script
from exams.selectors.marking import next_script, sittings_to_mark, sittings_with_unmarked
from exams.services.marking import Conflict, save_mark
from exams.services.problems import Refused
from exams.services.results import release_results
from tests.exams.factories import AFTER, finished_attempt, marked_attempt


MARKS = ["3", "3.5", "2", "1"]


@pytest.fixture
def script(sitting, trainee):
    attempt = finished_attempt(sitting, trainee)
    return Script.objects.get(attempt=attempt, form_item__position=25)


def _mark(script, examiner, given=MARKS, *, submit=True, comment=" Tốt. ", at=AFTER):
    return save_mark(
        script=script, examiner=examiner, given=given, comment=comment, submit=submit, at=at
    )


def _teach(teacher, learner, on):
    certificates.record_evidence(
        person=learner,
        kind="training_hours",
        reference="C04",
        value=Decimal(12),
        title_vi="Lean",
        title_en="Lean",
        obtained_on=on,
        source_key=f"test:{on}",
        trained_by=[teacher],
    )


def test_submitted_marks_settle_the_script(script, examiner):
    mark = _mark(script, examiner)
    script.refresh_from_db()
    assert (mark.total, mark.comment, script.points) == (Decimal("9.5"), "Tốt.", Decimal("9.5"))
    assert AuditEvent.objects.filter(action="script.marked").count() == 1


def test_a_draft_may_be_incomplete_and_settles_nothing(script, examiner):
    mark = _mark(script, examiner, ["3", "", "", ""], submit=False)
    script.refresh_from_db()
    assert (mark.total, mark.points[0], script.marked_at) == (None, Decimal(3), None)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [(["3", "", "2", "1"], "every criterion"), (["4", "0", "0", "0"], "outside")],
)
def test_incomplete_or_impossible_marks_are_refused(script, examiner, given, sentence):
    with pytest.raises(Refused, match=sentence):
        _mark(script, examiner, given)


def test_a_submitted_mark_can_be_corrected_but_never_left_incomplete(script, examiner):
    _mark(script, examiner)
    assert _mark(script, examiner, ["1", "1", "1", "1"], submit=False).submitted_at
    script.refresh_from_db()
    assert script.points == 4
    with pytest.raises(Refused, match="every criterion"):
        _mark(script, examiner, ["1", "", "1", "1"], submit=False)


def test_a_second_examiner_comes_too_late(script, examiner, second_examiner):
    _mark(script, examiner)
    with pytest.raises(Refused, match="Another examiner"):
        _mark(script, second_examiner)


def test_nobody_marks_their_own_script(script, trainee):
    with pytest.raises(Conflict, match="own script"):
        _mark(script, trainee)


def test_the_database_refuses_a_mark_on_the_own_script(script, trainee):
    with pytest.raises(IntegrityError, match="exam_mark_own_insert"), transaction.atomic():
        Mark.objects.create(script=script, examiner=trainee, criteria=[], saved_at=AFTER)


def test_who_taught_the_candidate_lately_does_not_mark(script, examiner, trainee):
    _teach(examiner, trainee, localdate(AFTER) - timedelta(days=100))
    with pytest.raises(Conflict, match="24 months"):
        _mark(script, examiner)
    assert (
        next_script(sitting=script.attempt.sitting, examiner=examiner, on=localdate(AFTER)) is None
    )


def test_teaching_long_ago_is_no_tie(script, examiner, trainee):
    _teach(examiner, trainee, date(2021, 5, 1))
    assert _mark(script, examiner).total


def test_after_the_release_no_mark_changes(sitting, examiner, certification_officer):
    attempt = marked_attempt(sitting, examiner)
    script = attempt.scripts.first()
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    with pytest.raises(Refused, match="released"):
        _mark(script, examiner)
    with pytest.raises(IntegrityError, match="exam_mark_released"), transaction.atomic():
        Mark.objects.filter(script=script).update(comment="x")
    with pytest.raises(IntegrityError, match="exam_script_released"), transaction.atomic():
        Script.objects.filter(pk=script.pk).update(points=0)


def test_the_queue_gives_new_scripts_question_by_question_then_the_own_drafts(
    sitting, examiner, second_examiner
):
    first, second = finished_attempt(sitting), finished_attempt(sitting)
    on = localdate(AFTER)
    seen = []
    while script := next_script(sitting=sitting, examiner=examiner, on=on):
        if script in seen:
            break
        seen.append(script)
        _mark(script, examiner, [""] * len(script.form_item.version.rubric), submit=False)
    assert [script.form_item.position for script in seen] == [25, 25, 26, 26]
    assert {script.attempt for script in seen} == {first, second}
    assert next_script(sitting=sitting, examiner=second_examiner, on=on) is None
    following = next_script(sitting=sitting, examiner=examiner, on=on, after=seen[0].public_id)
    assert following in seen[1:]


def test_a_barred_candidate_is_asked_about_once(
    sitting, examiner, trainee, django_assert_max_num_queries
):
    finished_attempt(sitting, trainee)
    _teach(examiner, trainee, localdate(AFTER))
    with django_assert_max_num_queries(4):
        assert next_script(sitting=sitting, examiner=examiner, on=localdate(AFTER)) is None


def test_a_sitting_leaves_the_desk_when_all_is_marked(sitting, examiner):
    attempt = finished_attempt(sitting)
    assert list(sittings_with_unmarked(at=AFTER)) == [sitting]
    for script in attempt.scripts.select_related("form_item__version"):
        _mark(script, examiner, ["1"] * len(script.form_item.version.rubric))
    assert list(sittings_with_unmarked(at=AFTER)) == []
    assert sittings_to_mark(at=AFTER).get().marked == 2


def test_a_violation_of_the_database_becomes_a_sentence(script, trainee, monkeypatch):
    monkeypatch.setattr("exams.services.marking.require_no_conflict", lambda **facts: None)
    with pytest.raises(Refused, match="own script"):
        _mark(script, trainee)
