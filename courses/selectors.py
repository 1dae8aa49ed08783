"""Questions about courses and learning."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from accounts.models import User
from accounts.names import fold
from accounts.roles import Visitor
from courses import rules
from courses.models import (
    CheckAnswer,
    Course,
    CourseInstructor,
    CoursePage,
    Enrolment,
    EnrolmentState,
    LessonPage,
)
from courses.models.standing import facts_of


def enrolment_of(person: Visitor, course: Course) -> Enrolment | None:
    """Return the person's enrolment that is not left, if there is one; one query."""
    if not person.is_authenticated:
        return None
    return (
        Enrolment.objects.filter(person=person, course=course)
        .exclude(state=EnrolmentState.LEFT)
        .select_related("course", "person")
        .first()
    )


def answers_of(enrolment: Enrolment, lesson_key: UUID) -> dict[str, CheckAnswer]:
    """Return the stored answers to a lesson's checks by question code; one query."""
    found = CheckAnswer.objects.filter(enrolment=enrolment, lesson_key=lesson_key)
    return {answer.question: answer for answer in found}


@dataclass(frozen=True)
class Filters:
    """What a reader asks of the catalogue."""

    text: str = ""
    level: str = ""
    hours: str = ""
    language: str = ""


HOURS = {"short": (0, 12), "medium": (12.5, 18), "long": (18.5, 1000)}


def catalogue(language: str, asked: Filters) -> list[CoursePage]:
    """
    Return one page per course that matches, by code; one query.

    In the asked language where it exists, else in Vietnamese: a reader of English sees that the course
    exists and that it is Vietnamese only.
    """
    pages = CoursePage.objects.filter(live=True).select_related("course", "locale")
    if asked.level:
        pages = pages.filter(course__level=asked.level)
    if asked.hours in HOURS:
        pages = pages.filter(course__hours__range=HOURS[asked.hours])
    by_course: dict[str, dict[str, CoursePage]] = {}
    for page in pages.order_by("course__code"):
        by_course.setdefault(page.course.code, {})[page.locale.language_code] = page
    wanted = fold(asked.text).split()
    found = []
    for versions in by_course.values():
        page = versions.get(language) or versions["vi"]
        page.languages = sorted(versions, reverse=True)
        told = fold(f"{page.title} {page.summary} {page.course.code}")
        if all(word in told for word in wanted) and (asked.language != "en" or "en" in versions):
            found.append(page)
    return found


def page_in(language: str, course: Course) -> CoursePage | None:
    """Return the course's live page in the language, else in Vietnamese."""
    pages = {
        page.locale.language_code: page
        for page in CoursePage.objects.filter(course=course, live=True).select_related("locale")
    }
    return pages.get(language) or pages.get("vi")


def instructors(course: Course) -> QuerySet[CourseInstructor]:
    """Return those who teach the course now; one query."""
    return (
        course.teaching.filter(until=None)
        .select_related("person")
        .order_by("person__name_sort_key")
    )


@dataclass(frozen=True)
class Step:
    """One course on a learner's own page, with the one next thing to do."""

    enrolment: Enrolment
    page: CoursePage
    next_page: LessonPage | None
    done: Decimal
    percent: int
    lessons_done: int = 0
    lessons: int = 0
    hours: Decimal = field(default=Decimal(0))


def my_learning(person: User, language: str) -> list[Step]:
    """Return a learner's courses, newest first, each with its next step; six queries however many courses."""
    enrolments = list(
        Enrolment.objects.filter(person=person)
        .exclude(state=EnrolmentState.LEFT)
        .select_related("course", "completion")
        .prefetch_related(
            "progress",
            Prefetch("check_answers", queryset=CheckAnswer.objects.filter(ever_right=True)),
        )
    )
    codes = [enrolment.course.code for enrolment in enrolments]
    pages = _pages_by_course(codes, language)
    lessons = _lessons_by_course(codes, language)
    steps = (
        _step(e, pages.get(e.course.code), lessons.get(e.course.code, [])) for e in enrolments
    )
    return [step for step in steps if step]


def _pages_by_course(codes: Iterable[str], language: str) -> dict[str, CoursePage]:
    found = CoursePage.objects.filter(course__code__in=list(codes), live=True).select_related(
        "locale", "course"
    )
    # Vietnamese first, so that the reader's language overwrites it where it exists.
    ordered = sorted(found, key=lambda page: page.locale.language_code == language)
    return {page.course.code: page for page in ordered}


def _lessons_by_course(codes: Iterable[str], language: str) -> dict[str, list[LessonPage]]:
    found = (
        LessonPage.objects.filter(course_code__in=list(codes), live=True)
        .select_related("locale")
        .order_by("path")
    )
    by_course: dict[str, dict[UUID, LessonPage]] = {}
    for page in sorted(
        found, key=lambda lesson: (lesson.locale.language_code == language, lesson.path)
    ):
        by_course.setdefault(page.course_code, {})[page.translation_key] = page
    return {code: list(pages.values()) for code, pages in by_course.items()}


def _step(enrolment: Enrolment, page: CoursePage | None, lessons: list[LessonPage]) -> Step | None:
    if page is None:
        return None
    facts = [facts_of(lesson) for lesson in lessons]
    known = rules.Learning(
        lessons_read=frozenset(row.lesson_key for row in enrolment.progress.all()),
        checks_passed=frozenset(
            (row.lesson_key, row.question) for row in enrolment.check_answers.all()
        ),
        last_touched=enrolment.last_lesson,
    )
    following = rules.next_lesson(facts, known)
    done = rules.hours_done(facts, known)
    states = [rules.lesson_state(fact, known) for fact in facts]
    return Step(
        enrolment=enrolment,
        page=page,
        next_page=next(
            (
                lesson
                for lesson in lessons
                if following and lesson.translation_key == following.key
            ),
            None,
        ),
        done=done,
        percent=int(100 * done / enrolment.course.hours),
        lessons_done=states.count(rules.LessonState.DONE),
        lessons=len(lessons),
        hours=enrolment.course.hours,
    )
