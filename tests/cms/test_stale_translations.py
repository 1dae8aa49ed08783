"""A translation that is older than its original is marked in the list, in the editor and in a report."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.models import NewsPage
from cms.permissions import ensure_permissions
from tests.cms import factories


MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
REPORT = "stale_translations"
MARK = "data-stale-translation"


def publish(page, hours=0):
    with time_machine.travel(MORNING + timedelta(hours=hours), tick=False):
        page.save_revision().publish()


def pair(news, title, *, stale=False):
    """A story and its published translation, which is the older of both if it is stale."""
    page = factories.story(news["vi"])
    twin = factories.story(news["en"], title, slug=page.slug, translation_key=page.translation_key)
    publish(page, hours=2 if stale else 0)
    publish(twin, hours=1)
    return page, twin


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


def listed(client, news):
    return client.get(reverse("wagtailadmin_explore", args=[news["en"].pk])).text


def test_the_list_of_pages_marks_what_is_stale_and_nothing_else(client, sign_in, desk, editor):
    pair(desk, "Fresh")
    sign_in(editor)
    assert MARK not in listed(client, desk)
    pair(desk, "Old", stale=True)
    row = next(row for row in listed(client, desk).split("<tr")[1:] if "Old" in row)
    assert MARK in row
    assert listed(client, desk).count(MARK) == 1


def test_a_stale_page_in_the_list_costs_no_more_than_a_fresh_one(client, sign_in, desk, editor):
    sign_in(editor)
    for number in range(4):
        pair(desk, f"Fresh {number}")
    listed(client, desk)
    with CaptureQueriesContext(connection) as fresh:
        listed(client, desk)
    for page in NewsPage.objects.filter(locale__language_code="vi"):
        publish(page, hours=3)
    with CaptureQueriesContext(connection) as stale:
        assert listed(client, desk).count(MARK) == 4
    assert len(stale) == len(fresh)


def test_the_editor_says_that_a_translation_is_older_than_its_original(
    client, sign_in, desk, editor
):
    _page, fresh = pair(desk, "Fresh")
    page, old = pair(desk, "Old", stale=True)
    sign_in(editor)
    compared = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "live"])
    assert (
        compared.rsplit("/", 3)[0]
        in client.get(reverse("wagtailadmin_pages:edit", args=[old.pk])).text
    )
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[fresh.pk]))
    assert not [each for each in answer.context["messages"] if each.level_tag == "warning"]


def test_the_report_lists_stale_translations_the_longest_waiting_first(
    client, sign_in, desk, editor
):
    pair(desk, "Fresh")
    pair(desk, "Old", stale=True)
    page, _twin = pair(desk, "Very old", stale=True)
    publish(page, hours=5)
    sign_in(editor)
    answer = client.get(reverse(REPORT))
    assert [each.title for each in answer.context["object_list"]] == ["Old", "Very old"]
    assert reverse(REPORT) in client.get(reverse("wagtailadmin_home")).text


def test_the_report_shows_a_person_the_pages_they_may_edit_only(client, sign_in, desk, writer):
    pair(desk, "Old", stale=True)
    sign_in(writer)
    answer = client.get(reverse(REPORT))
    assert answer.status_code == 302 or not answer.context["object_list"]


def test_a_stranger_sees_no_report(client, sign_in, desk, trainee):
    sign_in(trainee)
    assert client.get(reverse(REPORT)).status_code in {302, 403}


def test_the_report_is_paged_and_asks_as_often_for_one_as_for_sixty(client, sign_in, desk, editor):
    pair(desk, "Old", stale=True)
    sign_in(editor)
    client.get(reverse(REPORT))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(REPORT))
    for number in range(60):
        pair(desk, f"Old {number}", stale=True)
    with CaptureQueriesContext(connection) as many:
        answer = client.get(reverse(REPORT))
    assert len(answer.context["object_list"]) == 50
    assert len(many) <= len(few)
    assert len(client.get(reverse(REPORT), {"p": 2}).context["object_list"]) == 11


def test_the_report_is_downloaded_as_a_sheet(client, sign_in, desk, editor):
    pair(desk, "Old", stale=True)
    sign_in(editor)
    sheet = b"".join(client.get(reverse(REPORT), {"export": "csv"}).streaming_content).decode()
    assert "Old,en," in sheet
