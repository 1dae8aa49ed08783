"""One approval through the review, or one hour set for it, moves both languages; the log names who approved."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from wagtail.models import PageLogEntry

from cms.models import NewsPage
from cms.permissions import ensure_permissions
from cms.tasks import publish_scheduled
from tests.cms.desk import decide, write
from tests.cms.test_localize import begin, put


NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # twelve o'clock in Hà Nội
HOURS = {"go_live_at": "23/11/2026 12:00", "expire_at": "23/11/2026 18:00"}
ENGLISH = {
    "Khai giảng khóa mới": "A new course begins",
    "Khóa học mở từ tháng 12.": "The course opens in December.",
    "Nội dung.": "Content.",
}


@pytest.fixture
def clock():
    with time_machine.travel(NOON - timedelta(hours=2), tick=False) as clock:
        yield clock


@pytest.fixture
def translated(client, sign_in, news, writer, editor):
    """Return a function: a writer submits a story, an editor translates all of it and passes it on."""

    def work(**hours):
        ensure_permissions()
        sign_in(writer)
        page = write(client, news["vi"], **hours, **{"action-submit": "1"})
        sign_in(editor)
        begin(client, page)
        put(client, ENGLISH)
        decide(client, page, "approve")
        return page

    return work


def languages():
    return set(NewsPage.objects.live().values_list("locale__language_code", flat=True))


def approve(client, sign_in, publisher, page, capture):
    sign_in(publisher)
    with capture(execute=True):
        decide(client, page, "approve", "Tốt.")


def test_the_last_step_of_the_review_publishes_both_and_the_log_names_the_publisher(
    client, sign_in, clock, translated, publisher, django_capture_on_commit_callbacks
):
    page = translated()
    assert languages() == set()
    approve(client, sign_in, publisher, page, django_capture_on_commit_callbacks)
    assert languages() == {"vi", "en"}
    published = PageLogEntry.objects.filter(action="wagtail.publish")
    by_language = {entry.page.locale.language_code: entry for entry in published}
    assert set(by_language) == {"vi", "en"}
    assert {entry.user for entry in published} == {publisher}
    assert len({entry.uuid for entry in published}) == 1, "one deed in the log"
    assert len({each.last_published_at for each in NewsPage.objects.all()}) == 1


def test_the_hour_set_for_the_original_moves_both(
    client, sign_in, clock, translated, publisher, django_capture_on_commit_callbacks
):
    page = translated(**HOURS)
    approve(client, sign_in, publisher, page, django_capture_on_commit_callbacks)
    publish_scheduled()
    assert languages() == set()
    clock.move_to(NOON + timedelta(minutes=1))
    publish_scheduled()
    assert languages() == {"vi", "en"}
    clock.move_to(NOON + timedelta(hours=6, minutes=1))
    publish_scheduled()
    assert languages() == set()


def test_what_a_person_takes_down_is_that_language_only(
    client, sign_in, clock, translated, publisher, django_capture_on_commit_callbacks
):
    page = translated()
    approve(client, sign_in, publisher, page, django_capture_on_commit_callbacks)
    NewsPage.objects.get(pk=page.pk).unpublish(user=publisher)
    assert languages() == {"en"}
