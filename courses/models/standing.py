"""How far a person is: the models' facts in the shape that the rules read."""

from decimal import Decimal

from django.utils.formats import number_format

from courses import rules
from courses.models.learning import CheckAnswer, Course, Enrolment, LessonProgress
from courses.models.pages import CoursePage, LessonPage


def plain_hours(hours: Decimal) -> str:
    """Return hours as people write them: no needless zero, the language's decimal mark."""
    places = 0 if hours == hours.to_integral_value() else 1
    return str(number_format(hours, places))


def titles(course: Course) -> dict[str, str]:
    """Return the course's title by language code; one query."""
    pages = CoursePage.objects.filter(course=course, live=True)
    return dict(pages.values_list("locale__language_code", "title"))


def lesson_facts(course: Course) -> list[rules.LessonFacts]:
    """Return the course's lessons in order, as the rules see them; the Vietnamese tree decides; one query."""
    pages = LessonPage.objects.filter(
        course_code=course.code, locale__language_code="vi", live=True
    ).order_by("path")
    return [facts_of(page) for page in pages]


def facts_of(page: LessonPage) -> rules.LessonFacts:
    """Return one lesson page as the rules see it."""
    return rules.LessonFacts(
        key=page.translation_key, hours=page.hours, checks=tuple(page.check_codes)
    )


def learning(enrolment: Enrolment) -> rules.Learning:
    """Return what the person has done in the course; two queries."""
    read = LessonProgress.objects.filter(enrolment=enrolment).values_list("lesson_key", flat=True)
    passed = CheckAnswer.objects.filter(enrolment=enrolment, ever_right=True)
    return rules.Learning(
        lessons_read=frozenset(read),
        checks_passed=frozenset(passed.values_list("lesson_key", "question")),
        last_touched=enrolment.last_lesson,
    )
