"""The editor's front page shows each person the own drafts and the translations that have grown old."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.permissions import ensure_permissions
from cms.selectors import own_drafts, stale_translations
from tests.cms import factories
from tests.cms.desk import decide, write


MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


def publish(page, hours=0):
    with time_machine.travel(MORNING + timedelta(hours=hours), tick=False):
        page.save_revision().publish()


@pytest.fixture
def pair(desk):
    """A story and its translation, both public, the translation later."""
    page = factories.story(desk["vi"])
    twin = factories.story(
        desk["en"], "In English", slug=page.slug, translation_key=page.translation_key
    )
    publish(page)
    publish(twin, hours=1)
    return page, twin


def front(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_translation_is_old_when_its_original_is_published_again(client, sign_in, pair, editor):
    page, twin = pair
    assert stale_translations(editor) == []
    page.title = "Tin đã sửa"
    publish(page, hours=2)
    (stale,) = stale_translations(editor)
    assert (stale.title, stale.sync_url) == ("In English", "")
    sign_in(editor)
    assert 'id="stale-translations"' in front(client)
    compared = client.get(stale.changes_url).content.decode()
    assert '<span class="addition">' in compared
    publish(twin, hours=3)
    assert stale_translations(editor) == []


def test_an_old_translation_is_shown_to_whoever_may_change_it_only(pair, writer):
    publish(pair[0], hours=2)
    assert stale_translations(writer) == []


def test_old_translations_are_asked_as_often_for_one_as_for_nine(
    desk, pair, editor, django_assert_num_queries
):
    publish(pair[0], hours=2)
    stale_translations(editor)
    with CaptureQueriesContext(connection) as few:
        assert len(stale_translations(editor)) == 1
    for _ in range(8):
        page = factories.story(desk["vi"])
        twin = factories.story(desk["en"], slug=page.slug, translation_key=page.translation_key)
        publish(twin)
        publish(page, hours=1)
    with django_assert_num_queries(len(few)):
        assert len(stale_translations(editor)) == 9


def test_a_draft_is_its_writer_s_until_it_is_submitted_and_when_it_comes_back(
    client, sign_in, desk, writer, editor
):
    sign_in(writer)
    page = write(client, desk["vi"])
    (draft,) = own_drafts(writer)
    assert (draft.title, draft.came_back) == ("Khai giảng khóa mới", False)
    assert own_drafts(editor) == []
    assert 'id="own-drafts"' in front(client)
    page.get_workflow().start(page, writer)
    assert own_drafts(writer) == []
    sign_in(editor)
    decide(client, page, "reject", "Thiếu nguồn.")
    assert own_drafts(writer)[0].came_back


def test_a_published_page_is_no_draft(client, sign_in, desk, publisher):
    sign_in(publisher)
    write(client, desk["vi"], **{"action-publish": "1"})
    assert own_drafts(publisher) == []
