"""What the own page tells a learner to do next."""

from datetime import UTC, datetime

import pytest

from accounts.workspace import next_steps
from courses import services
from courses.models import Course, Enrolment, EnrolmentState
from courses.waiting import steps


AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_a_learner_goes_on_with_the_lesson_after_the_ones_done(lean, lessons, trainee):
    enrolment = services.enrol(person=trainee, course=lean, at=AT)
    (step,) = next_steps(trainee, at=AT)
    assert step.url == lessons[0].url
    assert lessons[0].title in step.title
    enrolment.last_lesson = lessons[2].translation_key
    enrolment.save()
    (step,) = next_steps(trainee, at=AT)
    assert step.url == lessons[2].url


def test_of_several_courses_the_one_begun_last_is_told(lean, lessons, trainee):
    for course, day in ((Course.objects.get(code="C01"), 1), (lean, 2)):
        services.enrol(person=trainee, course=course, at=AT.replace(day=day))
    (step,) = steps(trainee, AT)
    assert step.url == lessons[0].url


@pytest.mark.parametrize("state", [EnrolmentState.COMPLETED, EnrolmentState.LEFT])
def test_a_course_that_is_over_asks_for_nothing(lean, trainee, state):
    enrolment = services.enrol(person=trainee, course=lean, at=AT)
    Enrolment.objects.filter(pk=enrolment.pk).update(state=state)
    assert list(steps(trainee, AT)) == []


def test_who_learns_nothing_is_asked_about_once(django_assert_num_queries, trainee):
    with django_assert_num_queries(1):
        assert list(steps(trainee, AT)) == []
