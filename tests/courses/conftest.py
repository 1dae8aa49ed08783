import pytest
from django.db import transaction

from cms.sitetree import ensure_site
from courses.api import load_courses
from courses.models import Course, LessonPage
from exams.api import load_items


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    """The real courses on real pages, loaded once for a file of tests and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        ensure_site()
        load_items()
        load_courses()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def lean(written, db):
    """The Lean course: five lessons, each with a check, in Vietnamese and English."""
    return Course.objects.get(code="C04")


@pytest.fixture
def lessons(lean):
    """Its lessons in Vietnamese, in order."""
    return list(
        LessonPage.objects.filter(course_code="C04", locale__language_code="vi").order_by("path")
    )
