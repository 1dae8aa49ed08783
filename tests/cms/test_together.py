"""Both languages are published by one approval, in the same minute; an incomplete translation is left as it is."""

import pytest
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.models import Page

from cms.models import NewsPage
from cms.permissions import ensure_permissions
from tests.cms import factories
from tests.cms.test_localize import ENGLISH, begin, put


@pytest.fixture
def story(news, sign_in, editor, client):
    """A draft that nobody has published yet, with its English counterpart begun."""
    ensure_permissions()
    story = factories.story(news["vi"], blocks=[{"text": "<p>Nội dung.</p>"}])
    story.unpublish()
    story.refresh_from_db()
    sign_in(editor)
    assert begin(client, story).status_code == 302
    return story


def english():
    return NewsPage.objects.get(locale__language_code="en")


@pytest.fixture
def approve(client, sign_in, publisher, django_capture_on_commit_callbacks):
    """Return a function by which a publisher publishes the Vietnamese page."""

    def press(page, person=publisher):
        sign_in(person)
        with django_capture_on_commit_callbacks(execute=True):
            Page.objects.get(pk=page.pk).specific.save_revision(user=person)
            revision = Page.objects.get(pk=page.pk).get_latest_revision()
            with LogContext(user=person):
                revision.publish()

    return press


def test_one_approval_publishes_both_in_the_same_minute(client, story, approve):
    put(client, ENGLISH)
    approve(story)
    story.refresh_from_db()
    there = english()
    assert story.live
    assert there.live
    assert (there.last_published_at - story.last_published_at).total_seconds() < 60
    client.logout()
    assert "Content." in client.get(f"/en{story.url}").text


def test_an_incomplete_translation_stays_a_draft(client, story, approve):
    put(client, {"Tin mới": "News"})
    approve(story)
    story.refresh_from_db()
    assert story.live
    assert not english().live


def test_a_changed_original_leaves_the_published_translation_until_it_is_complete_again(
    client, story, approve
):
    put(client, ENGLISH)
    approve(story)
    story.refresh_from_db()
    story.title = "Tin mới hơn"
    story.save_revision()
    approve_latest(story)
    assert english().title == "News"
    put(client, {"Tin mới hơn": "Newer news"})
    story.refresh_from_db()
    story.save_revision()
    approve_latest(story)
    assert english().title == "Newer news"


def approve_latest(page):
    page.get_latest_revision().publish()


def test_who_may_not_publish_english_publishes_vietnamese_only(client, story, writer, approve):
    put(client, ENGLISH)
    approve(story, writer)
    story.refresh_from_db()
    assert story.live
    assert not english().live


def test_the_editor_says_beforehand_what_will_go_out(client, sign_in, story, publisher, writer):
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert "0 trên 3 đoạn" in client.get(url).text
    put(client, ENGLISH)
    sign_in(publisher)
    assert "được xuất bản cùng lúc" in client.get(url).text


def test_translators_of_a_draft_get_its_newest_words(client, news, sign_in, editor):
    ensure_permissions()
    story = factories.story(news["vi"], blocks=[{"text": "<p>Nội dung.</p>"}])
    story.unpublish()
    story.refresh_from_db()
    story.title = "Bản nháp thứ hai"
    story.save_revision()
    sign_in(editor)
    begin(client, story)
    put(client, {"Bản nháp thứ hai": "Second draft"})
    assert (
        "Second draft" in client.get(reverse("wagtailadmin_pages:edit", args=[english().pk])).text
    )
