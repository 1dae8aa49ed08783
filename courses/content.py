"""
Puts the written courses (courses/content/*.yaml) onto pages. Running it again updates what changed.

The files are strict: an unknown key, a block that the site does not know, hours that do not add up or a
question that is not in the practice pool stop the loading with the file and the lesson named.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.db import transaction
from wagtail.models import Locale, Page

from accounts.models import User
from cms.blocks import BlockError, stream_from_yaml
from cms.models import HomePage
from courses.models import Course, CourseIndexPage, CourseInstructor, CoursePage, LessonPage
from exams.api import UnknownQuestion, practice_question


FOLDER = Path(__file__).parent / "content"
LEVELS = {
    "C01": "foundation", "C02": "foundation", "C03": "practitioner", "C04": "practitioner",
    "C05": "advanced", "C06": "practitioner", "C07": "practitioner", "C08": "advanced",
}  # fmt: skip
Written = TypeVar("Written", CoursePage, LessonPage)
INDEX_TITLES = {"vi": "Khóa học", "en": "Courses"}


class ContentError(Exception):
    """A course file that cannot be loaded, with the place and the reason."""


def read_course(path: Path) -> dict[str, Any]:
    """
    Return one course file, checked.

    :raises ContentError: naming file and lesson, if a key is missing or a block or question is unknown
    """
    course: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for key in ("code", "language", "title", "summary", "audience", "outcomes", "lessons"):
        if not course.get(key):
            raise ContentError(f"{path.name}: {key} is missing.")
    for lesson in course["lessons"]:
        place = f"{path.name}, {lesson.get('slug', '?')}"
        missing = {"slug", "title", "lead", "hours", "blocks"} - set(lesson)
        if missing:
            raise ContentError(f"{place}: {', '.join(sorted(missing))} is missing.")
        try:
            lesson["stream"] = stream_from_yaml(lesson["blocks"], plain={"check"})
            for block in lesson["blocks"]:
                if "check" in block:
                    practice_question(block["check"], "vi")
        except (BlockError, UnknownQuestion) as problem:
            raise ContentError(f"{place}: {problem}") from problem
    return course


def total_hours(course: Mapping[str, Any]) -> Decimal:
    """Return the sum of the lessons' hours."""
    return sum((Decimal(str(lesson["hours"])) for lesson in course["lessons"]), Decimal(0))


@transaction.atomic
def load_courses(
    *, instructors: Mapping[str, Sequence[User]] | None = None, since: date = date(2021, 1, 1)
) -> None:
    """
    Create or update all courses with their pages in every written language; return nothing.

    `instructors` names who teaches each course code since that day.

    :raises ContentError: if a file is wrong; nothing is then changed
    """
    files = {path.stem: read_course(path) for path in sorted(FOLDER.glob("C*.yaml"))}
    indexes = {language: _index(language) for language in ("vi", "en")}
    for code in sorted({course["code"] for course in files.values()}):
        vietnamese = files[f"{code}.vi"]
        course, _ = Course.objects.update_or_create(
            code=code,
            defaults={"hours": total_hours(vietnamese), "level": LEVELS.get(code, "foundation")},
        )
        for person in (instructors or {}).get(code, ()):
            CourseInstructor.objects.get_or_create(course=course, person=person, since=since)
        page = _course_page(indexes["vi"], course, vietnamese, None)
        if f"{code}.en" in files:
            _course_page(indexes["en"], course, files[f"{code}.en"], page)


def _index(language: str) -> CourseIndexPage:
    locale = Locale.objects.get(language_code=language)
    existing: CourseIndexPage | None = CourseIndexPage.objects.filter(locale=locale).first()
    if existing:
        return existing
    index = CourseIndexPage(
        title=INDEX_TITLES[language], slug="khoa-hoc", locale=locale, show_in_menus=True
    )
    original = CourseIndexPage.objects.first()
    if original:
        index.translation_key = original.translation_key
    HomePage.objects.get(locale=locale).add_child(instance=index)
    return index


def _course_page(
    index: CourseIndexPage, course: Course, written: Mapping[str, Any], original: CoursePage | None
) -> CoursePage:
    facts = {
        "title": written["title"],
        "summary": written["summary"],
        "audience": written["audience"],
        "outcomes": written["outcomes"],
    }
    page = CoursePage.objects.filter(course=course, locale=index.locale).first()
    page = _put(
        index, page or CoursePage(slug=course.code.lower(), course=course), facts, original
    )
    originals = (
        {lesson.slug: lesson for lesson in LessonPage.objects.child_of(original)}
        if original
        else {}
    )
    mine = {lesson.slug: lesson for lesson in LessonPage.objects.child_of(page)}
    for lesson in written["lessons"]:
        slug = lesson["slug"]
        blank = LessonPage(slug=slug, course_code=course.code)
        _put(page, mine.get(slug) or blank, _lesson_facts(lesson), originals.get(slug))
    return page


def _lesson_facts(lesson: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": lesson["title"],
        "summary": lesson["lead"],
        "hours": Decimal(str(lesson["hours"])),
        "body": json.dumps(lesson["stream"], ensure_ascii=False),
    }


def _put(parent: Page, page: Written, facts: Mapping[str, Any], original: Page | None) -> Written:
    """Write facts onto a page, new or known, and publish it; leave it alone when nothing changed."""
    told = hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()
    if page.pk and page.loaded_from == told:
        return page
    for name, fact in facts.items():
        setattr(page, name, fact)
    page.loaded_from, page.locale = told, parent.locale
    if original:
        page.translation_key = original.translation_key
    if page.pk:
        page.save_revision(clean=False).publish()
    else:
        parent.add_child(instance=page)
        page.save_revision(clean=False)
    return page
