from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from accounts.models import AuditEvent
from certificates import api as certificates
from courses import selectors, services
from courses.models import (
    CheckAnswer,
    Completion,
    CourseInstructor,
    Enrolment,
    EnrolmentState,
    standing,
)
from exams.api import model_answer
from tests import cast


AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def enrolment(lean, trainee):
    return services.enrol(person=trainee, course=lean, at=AT)


def _answer(enrolment, lesson, response="wrong"):
    code = lesson.check_codes[0]
    given = model_answer(code, "vi") if response == "right" else response
    return services.answer_check(
        enrolment=enrolment,
        lesson_key=lesson.translation_key,
        question=code,
        response=given,
        language="vi",
        at=AT,
    )


def test_enrolling_twice_gives_one_enrolment(lean, trainee, enrolment):
    assert services.enrol(person=trainee, course=lean, at=AT) == enrolment
    assert Enrolment.objects.count() == 1
    assert AuditEvent.objects.filter(action="course.enrolled").count() == 1


def test_leaving_forgets_nothing_and_enrolling_again_goes_on(lean, trainee, enrolment, lessons):
    services.mark_read(enrolment=enrolment, lesson_key=lessons[0].translation_key, at=AT)
    services.leave(enrolment=enrolment, at=AT)
    services.leave(enrolment=enrolment, at=AT)
    assert selectors.enrolment_of(trainee, lean) is None
    with pytest.raises(services.NotInCourse, match=r"đã rời|have left"):
        services.mark_read(enrolment=enrolment, lesson_key=lessons[1].translation_key, at=AT)
    again = services.enrol(person=trainee, course=lean, at=AT)
    assert again == enrolment
    assert standing.learning(again).lessons_read == {lessons[0].translation_key}


def test_a_check_keeps_the_newest_answer_and_that_it_was_ever_right(enrolment, lessons):
    lesson = lessons[1]
    assert not _answer(enrolment, lesson, {"text": "1", "language": "vi"}).feedback.correct
    assert _answer(enrolment, lesson, "right").feedback.correct
    _answer(enrolment, lesson, {"text": "2", "language": "vi"})
    kept = CheckAnswer.objects.get()
    assert (kept.tries, kept.is_right, kept.ever_right) == (3, False, True)


def test_a_question_or_a_lesson_from_elsewhere_is_refused(enrolment, lessons):
    with pytest.raises(services.NotInCourse):
        services.answer_check(
            enrolment=enrolment,
            lesson_key=lessons[0].translation_key,
            question="Q001",
            response="A",
            language="vi",
            at=AT,
        )
    with pytest.raises(services.NotInCourse):
        services.mark_read(enrolment=enrolment, lesson_key=enrolment.public_id, at=AT)


def test_the_last_missing_thing_completes_the_course_once_with_evidence_and_mail(
    lean, lessons, trainee, enrolment, mailoutbox, django_capture_on_commit_callbacks
):
    teacher = cast.author()
    CourseInstructor.objects.create(course=lean, person=teacher, since="2021-01-01")
    with django_capture_on_commit_callbacks(execute=True):
        outcomes = []
        for lesson in lessons:
            outcomes.append(_answer(enrolment, lesson, "right").completed)
            outcomes.append(
                services.mark_read(
                    enrolment=enrolment, lesson_key=lesson.translation_key, at=AT
                ).completed
            )
        services.mark_read(enrolment=enrolment, lesson_key=lessons[0].translation_key, at=AT)
    assert outcomes.count(True) == 1
    assert outcomes[-1] is True
    completion = Completion.objects.get()
    assert completion.hours == lean.hours == Decimal(20)
    assert certificates.has_taught(teacher=teacher, learner=trainee, on=completion.completed_on)
    assert [mail.to for mail in mailoutbox] == [[trainee.email]]
    assert "20" in mailoutbox[0].body
    enrolment.refresh_from_db()
    assert enrolment.state == EnrolmentState.COMPLETED


def test_a_reader_of_english_gets_english_mail(
    lessons, lean, mailoutbox, django_capture_on_commit_callbacks
):
    reader = cast.person("Jane Smith", language="en")
    with django_capture_on_commit_callbacks(execute=True):
        services.complete_course(person=reader, code="C04", at=AT)
        services.complete_course(person=reader, code="C04", at=AT)
    assert mailoutbox[0].subject.startswith("You have completed a course: Lean")
    assert len(mailoutbox) == 1


def test_a_completion_can_neither_change_nor_vanish(lean, trainee):
    services.complete_course(person=trainee, code="C04", at=AT)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Completion.objects.update(hours=1)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Completion.objects.all()._raw_delete("default")


def test_a_learners_page_costs_the_same_however_many_courses(
    trainee, written, django_assert_max_num_queries
):
    for code in ("C01", "C02"):
        services.learn(person=trainee, code=code, lessons=1, at=AT)
    with django_assert_max_num_queries(8):
        assert len(selectors.my_learning(trainee, "vi")) == 2
    for code in ("C03", "C04", "C05", "C06"):
        services.learn(person=trainee, code=code, lessons=1, at=AT)
    with django_assert_max_num_queries(8):
        steps = selectors.my_learning(trainee, "en")
    assert len(steps) == 6
    assert {step.page.locale.language_code for step in steps} == {"vi", "en"}
