"""Changes in learning: enrol, leave, read a lesson, answer a check, complete."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _, override

from accounts import audit
from accounts.letters import send_letter
from accounts.models import Notice, User
from certificates.api import record_evidence
from courses import rules
from courses.models import (
    CheckAnswer,
    Completion,
    Course,
    Enrolment,
    EnrolmentState,
    LessonProgress,
    standing,
)
from exams.api import PracticeFeedback, check_practice_answer


class NotInCourse(Exception):  # noqa: N818 - a sentence for people, not a programming error
    """The lesson or the question does not belong to a course in which the person is enrolled."""


@dataclass(frozen=True)
class Outcome:
    """What an act did: the feedback on a check if there was one, and whether the course is now complete."""

    completed: bool
    feedback: PracticeFeedback | None = None


@transaction.atomic
def enrol(*, person: User, course: Course, at: datetime) -> Enrolment:
    """Put a person into a course and return the enrolment; asking twice, or after leaving, gives the same one."""
    enrolment, new = Enrolment.objects.select_for_update().get_or_create(
        person=person, course=course, defaults={"enrolled_at": at}
    )
    if enrolment.state == EnrolmentState.LEFT:
        enrolment.state = EnrolmentState.ACTIVE
        enrolment.save(update_fields=["state"])
        new = True
    if new:
        audit.record(actor=person, action="course.enrolled", subject=course.code, at=at)
    return enrolment


@transaction.atomic
def leave(*, enrolment: Enrolment, at: datetime) -> Enrolment:
    """Leave a course that is not completed and return the enrolment; nothing learnt is forgotten."""
    enrolment = _locked(enrolment)
    if enrolment.state == EnrolmentState.ACTIVE:
        enrolment.state = EnrolmentState.LEFT
        enrolment.save(update_fields=["state"])
        audit.record(
            actor=enrolment.person, action="course.left", subject=enrolment.course.code, at=at
        )
    return enrolment


@transaction.atomic
def mark_read(*, enrolment: Enrolment, lesson_key: UUID, at: datetime) -> Outcome:
    """
    Mark a lesson as read and complete the course if that was the last thing missing.

    :raises NotInCourse: if the course has no such lesson or the person has left the course
    """
    enrolment = _locked(enrolment)
    _require_lesson(enrolment, lesson_key)
    LessonProgress.objects.get_or_create(
        enrolment=enrolment, lesson_key=lesson_key, defaults={"read_at": at}
    )
    return Outcome(completed=_touch(enrolment, lesson_key, at))


@transaction.atomic
def answer_check(
    *,
    enrolment: Enrolment,
    lesson_key: UUID,
    question: str,
    response: Any,
    language: str,
    at: datetime,
) -> Outcome:
    """
    Judge and keep an answer to a knowledge check, and complete the course if it was the last thing missing.

    :raises NotInCourse: if the lesson does not hold that check
    """
    enrolment = _locked(enrolment)
    lesson = _require_lesson(enrolment, lesson_key)
    if question not in lesson.checks:
        raise NotInCourse(_("This lesson has no such question."))
    feedback = check_practice_answer(code=question, response=response, language=language)
    kept, new = CheckAnswer.objects.get_or_create(
        enrolment=enrolment,
        lesson_key=lesson_key,
        question=question,
        defaults={
            "response": response,
            "points": feedback.points,
            "is_right": feedback.correct,
            "ever_right": feedback.correct,
            "answered_at": at,
        },
    )
    if not new:
        kept.response, kept.points, kept.answered_at = response, feedback.points, at
        kept.is_right, kept.ever_right = feedback.correct, kept.ever_right or feedback.correct
        kept.tries += 1
        kept.save()
    return Outcome(completed=_touch(enrolment, lesson_key, at), feedback=feedback)


def _locked(enrolment: Enrolment) -> Enrolment:
    return (
        Enrolment.objects.select_related("course", "person")
        .select_for_update(of=("self",))
        .get(pk=enrolment.pk)
    )


def _require_lesson(enrolment: Enrolment, lesson_key: UUID) -> rules.LessonFacts:
    lessons = {lesson.key: lesson for lesson in standing.lesson_facts(enrolment.course)}
    if lesson_key not in lessons:
        raise NotInCourse(_("This course has no such lesson."))
    if enrolment.state == EnrolmentState.LEFT:
        raise NotInCourse(_("You have left this course. Enrol again to go on."))
    return lessons[lesson_key]


def _touch(enrolment: Enrolment, lesson_key: UUID, at: datetime) -> bool:
    """Remember where the person is and return whether this act completed the course."""
    Enrolment.objects.filter(pk=enrolment.pk).update(last_lesson=lesson_key)
    if enrolment.state != EnrolmentState.ACTIVE:
        return False
    if not rules.is_complete(
        standing.lesson_facts(enrolment.course), standing.learning(enrolment)
    ):
        return False
    _complete(enrolment, at)
    return True


def _complete(enrolment: Enrolment, at: datetime) -> None:
    course, person, day = enrolment.course, enrolment.person, timezone.localdate(at)
    Completion.objects.create(enrolment=enrolment, completed_on=day, hours=course.hours)
    enrolment.state = EnrolmentState.COMPLETED
    enrolment.save(update_fields=["state"])
    titles = standing.titles(course)
    record_evidence(
        person=person,
        kind="training_hours",
        reference=course.code,
        value=course.hours,
        title_vi=titles["vi"],
        title_en=titles.get("en") or titles["vi"],
        obtained_on=day,
        source_key=f"course:{enrolment.public_id}",
        trained_by=course.instructors_on(day),
    )
    audit.record(actor=person, action="course.completed", subject=course.code, at=at)
    transaction.on_commit(lambda: announce_completion(enrolment))


def announce_completion(enrolment: Enrolment) -> None:
    """Tell the person by mail, in the person's language, that the course is complete."""
    person, course = enrolment.person, enrolment.course
    if not person.wants(Notice.COURSES):
        return
    with override(person.language):
        titles = standing.titles(course)
        title = titles.get(person.language) or titles["vi"]
        send_letter(
            subject=_("You have completed a course: %(title)s") % {"title": title},
            text=_(
                "Dear %(name)s,\n\nYou have completed the course %(title)s. %(hours)s hours have been recorded as "
                "evidence for certification; you need not hand in any paper.\n\nYour page:\n%(url)s\n"
            )
            % {
                "name": person.full_name,
                "title": title,
                "hours": standing.plain_hours(course.hours),
                "url": f"{settings.SITE_URL}{'/en' if person.language == 'en' else ''}/cua-toi/",
            },
            to=person.email,
        )
