"""What the course pages show beside their own text."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from courses import rules, selectors
from courses.models import standing
from courses.models.learning import CheckAnswer, Level
from exams.api import (
    PracticeFeedback,
    PracticeQuestion,
    UnknownQuestion,
    check_practice_answer,
    practice_question,
)


if TYPE_CHECKING:
    from courses.models.pages import CourseIndexPage, CoursePage, LessonPage

PER_PAGE = 24


def context(page: "CourseIndexPage", request: HttpRequest) -> dict[str, Any]:
    """Return the catalogue's courses for what the reader asked."""
    asked = selectors.Filters(
        text=request.GET.get("q", "")[:100],
        level=request.GET.get("trinh-do", ""),
        hours=request.GET.get("gio", ""),
        language=request.GET.get("ngon-ngu", ""),
    )
    found = selectors.catalogue(page.locale.language_code, asked)
    return {
        "asked": asked,
        "courses": Paginator(found, PER_PAGE).get_page(request.GET.get("trang")),
        "total": len(found),
        "levels": Level.choices,
        "lengths": [
            ("short", _("Up to 12 hours")),
            ("medium", _("12 to 18 hours")),
            ("long", _("More than 18 hours")),
        ],
    }


@dataclass(frozen=True)
class OutlineEntry:
    """A lesson in the outline, with how far the reader is."""

    page: "LessonPage"
    state: rules.LessonState
    number: int


def _outline(lessons: list["LessonPage"], known: rules.Learning) -> list[OutlineEntry]:
    return [
        OutlineEntry(
            page=page, state=rules.lesson_state(standing.facts_of(page), known), number=number
        )
        for number, page in enumerate(lessons, start=1)
    ]


def _lessons(course_page: "CoursePage") -> list["LessonPage"]:
    from courses.models.pages import LessonPage

    return list(LessonPage.objects.child_of(course_page).live().defer("body").order_by("path"))


def _learning(course_page: "CoursePage", request: HttpRequest) -> tuple[Any, rules.Learning]:
    enrolment = selectors.enrolment_of(request.user, course_page.course)
    return enrolment, standing.learning(enrolment) if enrolment else rules.Learning()


def _progress(
    lessons: list["LessonPage"], known: rules.Learning, hours: Decimal
) -> dict[str, Any]:
    done = rules.hours_done([standing.facts_of(page) for page in lessons], known)
    return {"hours_done": done, "percent": int(100 * done / hours)}


def course_context(page: "CoursePage", request: HttpRequest) -> dict[str, Any]:
    """Return lessons with states, the enrolment and the lesson to go on with."""
    lessons = _lessons(page)
    enrolment, known = _learning(page, request)
    following = rules.next_lesson([standing.facts_of(lesson) for lesson in lessons], known)
    languages = standing.titles(page.course)
    return {
        "outline": _outline(lessons, known),
        "enrolment": enrolment,
        "next_page": next(
            (each for each in lessons if following and each.translation_key == following.key), None
        ),
        "instructors": selectors.instructors(page.course),
        "languages": sorted(languages, reverse=True),
        **_progress(lessons, known, page.course.hours),
    }


@dataclass(frozen=True)
class Check:
    """A knowledge check in a lesson: the question, the stored answer, and what to say about it."""

    question: PracticeQuestion
    answer: CheckAnswer | None = None
    feedback: PracticeFeedback | None = None

    @property
    def is_partly_right(self) -> bool:
        """Whether the answer earned some but not all points."""
        return bool(self.feedback and not self.feedback.correct and self.feedback.points > 0)


@dataclass(frozen=True)
class Part:
    """One piece of a lesson: a block of the page, with the check if it is one."""

    block: Any
    check: Check | None = None


def _check(code: str, answer: CheckAnswer | None, language: str) -> Check | None:
    try:
        question = practice_question(code, language)
    except (
        UnknownQuestion
    ):  # withdrawn from the pool since the lesson was written: the lesson goes on
        return None
    if answer is None:
        return Check(question)
    feedback = check_practice_answer(code=code, response=answer.response, language=language)
    return Check(question, answer, feedback)


def lesson_context(page: "LessonPage", request: HttpRequest) -> dict[str, Any]:
    """Return outline, progress, checks with their stored answers, and the neighbours."""
    course_page = page.get_parent().specific
    lessons = _lessons(course_page)
    enrolment, known = _learning(course_page, request)
    answers: Mapping[str, CheckAnswer] = (
        selectors.answers_of(enrolment, page.translation_key) if enrolment else {}
    )
    language = page.locale.language_code
    parts = [
        Part(block, _check(block.value, answers.get(block.value), language))
        if block.block_type == "check"
        else Part(block)
        for block in page.body
    ]
    keys: list[UUID] = [lesson.translation_key for lesson in lessons]
    place = keys.index(page.translation_key) if page.translation_key in keys else 0
    return {
        "course_page": course_page,
        "outline": _outline(lessons, known),
        "enrolment": enrolment,
        "parts": parts,
        "is_read": page.translation_key in known.lessons_read,
        "lesson_number": place + 1,
        "lesson_count": len(lessons),
        "previous_page": lessons[place - 1] if place > 0 else None,
        "following_page": lessons[place + 1] if place + 1 < len(lessons) else None,
        "today": timezone.localdate(),
        **_progress(lessons, known, course_page.course.hours),
    }
