"""A story shows up at its hour and goes away at its end, without anybody at a desk."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from celery import current_app
from django.urls import reverse

from cms.models import NewsPage
from cms.permissions import ensure_permissions
from cms.tasks import publish_scheduled
from tests.cms import factories
from tests.cms.desk import decide, write


NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # twelve o'clock in Hà Nội
TITLE = "Khai giảng khóa mới"


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


@pytest.fixture
def clock():
    with time_machine.travel(NOON - timedelta(hours=2), tick=False) as clock:
        yield clock


def shown(client):
    client.logout()
    return TITLE in client.get("/tin-tuc/").content.decode()


def test_an_approved_story_waits_for_its_hour_and_leaves_at_its_end(
    client, sign_in, desk, clock, writer, editor, publisher
):
    hours = {"go_live_at": "23/11/2026 12:00", "expire_at": "23/11/2026 18:00"}
    sign_in(writer)
    page = write(client, desk["vi"], **hours, **{"action-submit": "1"})
    for person in (editor, publisher):
        sign_in(person)
        decide(client, page, "approve")
    publish_scheduled()
    assert not shown(client)

    clock.move_to(NOON + timedelta(minutes=1))
    assert not shown(client)
    publish_scheduled()
    assert shown(client)

    clock.move_to(NOON + timedelta(hours=6, minutes=1))
    publish_scheduled()
    assert not shown(client)
    assert NewsPage.objects.get(pk=page.pk).expired


def test_sweeping_again_changes_nothing(client, sign_in, desk, clock, publisher):
    sign_in(publisher)
    page = write(client, desk["vi"], go_live_at="23/11/2026 12:00", **{"action-publish": "1"})
    clock.move_to(NOON + timedelta(minutes=1))
    publish_scheduled()
    before = NewsPage.objects.get(pk=page.pk).last_published_at
    clock.shift(timedelta(minutes=1))
    publish_scheduled()
    assert NewsPage.objects.get(pk=page.pk).last_published_at == before


def test_a_writer_s_wish_for_an_hour_publishes_nothing(client, sign_in, desk, clock, writer):
    sign_in(writer)
    page = write(client, desk["vi"], go_live_at="23/11/2026 12:00")
    clock.move_to(NOON + timedelta(minutes=1))
    publish_scheduled()
    page.refresh_from_db()
    assert not page.live


def test_a_publisher_calls_a_scheduled_story_off(client, sign_in, desk, clock, publisher):
    sign_in(publisher)
    page = write(client, desk["vi"], go_live_at="23/11/2026 12:00", **{"action-publish": "1"})
    revision = page.scheduled_revision
    url = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
    client.post(url)
    clock.move_to(NOON + timedelta(minutes=1))
    publish_scheduled()
    assert not shown(client)


def test_stories_without_hours_stay_as_they_are(client, desk):
    factories.story(desk["vi"], TITLE)
    publish_scheduled()
    assert shown(client)


def test_the_sweep_runs_each_minute():
    current_app.loader.import_default_modules()
    entry = current_app.conf.beat_schedule["cms.publish_scheduled"]
    assert entry["schedule"] <= 60
    assert entry["task"] in current_app.tasks
