"""A story goes from an editor over a publisher to the public, through Wagtail's own screens."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.models import NewsPage
from cms.permissions import ensure_permissions
from cms.selectors import waiting_reviews
from tests.cms import factories


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


def form(**extra):
    """What the editor's form of a story sends."""
    return nested_form_data(
        {
            "title": "Khai giảng khóa mới",
            "slug": "khai-giang-khoa-moi",
            "summary": "Khóa học mở từ tháng 12.",
            "date": "2026-11-23",
            "category": "training",
            "topic": "C01",
            "source": "",
            "body": streamfield(
                [("text", rich_text("<p>Nội dung.</p>")), ("live_figure", "certified_2026_2030")]
            ),
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            **extra,
        }
    )


def write(client, desk, **extra):
    url = reverse("wagtailadmin_pages:add", args=["cms", "newspage", desk["vi"].pk])
    response = client.post(url, form(**extra))
    assert response.status_code == 302, response.context["form"].errors
    return NewsPage.objects.get(slug="khai-giang-khoa-moi")


def test_an_editor_submits_a_publisher_approves_and_the_story_is_public(
    client, sign_in, desk, editor, publisher
):
    sign_in(editor)
    page = write(client, desk, **{"action-submit": "1"})
    assert not page.live
    assert client.get(page.url).status_code == 404

    sign_in(publisher)
    state = TaskState.objects.get(status="in_progress")
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    assert client.post(url, {"comment": "Tốt."}).status_code == 302

    page.refresh_from_db()
    assert page.live
    client.logout()
    assert client.get("/tin-tuc/").content.decode().count("Khai giảng") == 1


def test_an_editor_cannot_publish(client, sign_in, desk, editor):
    sign_in(editor)
    page = write(client, desk, **{"action-publish": "1"})
    assert not page.live
    assert not page.permissions_for_user(editor).can_publish()


def test_an_editor_cannot_approve_the_own_story(client, sign_in, desk, editor):
    sign_in(editor)
    page = write(client, desk, **{"action-submit": "1"})
    state = TaskState.objects.get(status="in_progress")
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(url, {"comment": ""})
    page.refresh_from_db()
    assert not page.live
    assert TaskState.objects.get(pk=state.pk).status == "in_progress"


def test_a_publisher_sends_a_story_back(client, sign_in, desk, editor, publisher):
    sign_in(editor)
    page = write(client, desk, **{"action-submit": "1"})
    sign_in(publisher)
    state = TaskState.objects.get(status="in_progress")
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    client.post(url, {"comment": "Thiếu nguồn."})
    page.refresh_from_db()
    assert not page.live
    assert TaskState.objects.get(pk=state.pk).status == "rejected"


def test_what_waits_is_listed_for_publishers_and_nobody_else(
    client, sign_in, desk, editor, publisher
):
    sign_in(editor)
    page = write(client, desk, **{"action-submit": "1"})
    (review,) = waiting_reviews(publisher)
    assert review.title == "Khai giảng khóa mới"
    assert review.asked_by == "Đặng Thị Ý"
    assert review.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert waiting_reviews(editor) == []


def test_what_waits_is_asked_as_often_for_one_as_for_nine(
    desk, editor, publisher, django_assert_num_queries
):
    def submit():
        page = factories.story(desk["vi"], live=False)
        page.save_revision(user=editor)
        page.get_workflow().start(page, editor)

    submit()
    waiting_reviews(publisher)
    with CaptureQueriesContext(connection) as few:
        waiting_reviews(publisher)
    for _ in range(8):
        submit()
    with django_assert_num_queries(len(few)):
        assert len(waiting_reviews(publisher)) == 9


def test_a_chart_that_cannot_be_drawn_keeps_a_story_from_review(client, sign_in, desk, editor):
    sign_in(editor)
    figure = {"title": "T", "caption": "C", "description": "D", "chart": "kind: pie"}
    url = reverse("wagtailadmin_pages:add", args=["cms", "newspage", desk["vi"].pk])
    data = form(body=streamfield([("figure", figure)]), **{"action-submit": "1"})
    assert client.post(url, data).status_code == 200
    assert not NewsPage.objects.filter(slug="khai-giang-khoa-moi").exists()


def test_a_story_can_be_seen_before_it_is_saved_and_after(client, sign_in, desk, editor):
    older = factories.story(desk["vi"], "Tin cùng ngày", date=date(2026, 11, 23))
    sign_in(editor)
    new = reverse("wagtailadmin_pages:preview_on_add", args=["cms", "newspage", desk["vi"].pk])
    assert client.post(new, form()).json()["is_valid"]
    shown = client.get(new)
    assert shown.status_code == 200
    assert [page.pk for page in shown.context["older"]] == [older.pk]
    saved = reverse("wagtailadmin_pages:preview_on_edit", args=[write(client, desk).pk])
    assert client.post(saved, form(title="Tên khác")).json()["is_valid"]
    assert "Tên khác" in client.get(saved).content.decode()
