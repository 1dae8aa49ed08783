import pytest

from courses.api import load_courses
from courses.models import Course, LessonPage


@pytest.fixture(scope="session")
def written(django_db_setup, django_db_blocker):
    """The real courses on real pages, loaded once for all tests of this folder."""
    from cms.sitetree import ensure_site
    from exams.api import load_items

    with django_db_blocker.unblock():
        ensure_site()
        load_items()
        load_courses()


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
