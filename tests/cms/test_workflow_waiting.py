"""What waits for somebody's review is listed for them, told by mail, and costs no more when it is much."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Comment

from cms.permissions import ensure_permissions
from cms.selectors import waiting_reviews
from tests.cms import factories
from tests.cms.desk import change, decide, write


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


@pytest.fixture
def submitted(client, sign_in, desk, writer):
    sign_in(writer)
    return write(client, desk["vi"], **{"action-submit": "1"})


def test_a_story_waits_for_editors_first_and_then_for_publishers(
    client, sign_in, submitted, writer, editor, publisher
):
    (review,) = waiting_reviews(editor)
    assert review.title == "Khai giảng khóa mới"
    assert review.asked_by == "Hồ Thị Ánh"
    assert review.url == reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    assert waiting_reviews(writer) == waiting_reviews(publisher) == []
    sign_in(editor)
    decide(client, submitted, "approve")
    assert waiting_reviews(editor) == []
    assert len(waiting_reviews(publisher)) == 1


def test_what_waits_is_asked_as_often_for_one_as_for_nine(
    desk, writer, editor, django_assert_num_queries
):
    def submit():
        page = factories.story(desk["vi"], live=False)
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)

    submit()
    waiting_reviews(editor)
    with CaptureQueriesContext(connection) as few:
        waiting_reviews(editor)
    for _ in range(8):
        submit()
    with django_assert_num_queries(len(few)):
        assert len(waiting_reviews(editor)) == 9


def test_editors_are_told_by_mail_that_a_story_waits(
    client, sign_in, desk, writer, editor, django_capture_on_commit_callbacks
):
    sign_in(writer)
    with django_capture_on_commit_callbacks(execute=True):
        write(client, desk["vi"], **{"action-submit": "1"})
    assert [letter.to for letter in mail.outbox] == [[editor.email]]


def test_a_writer_is_told_by_mail_what_an_editor_remarks(
    client, sign_in, submitted, writer, editor, django_capture_on_commit_callbacks
):
    mail.outbox.clear()
    sign_in(editor)
    with django_capture_on_commit_callbacks(execute=True):
        change(
            client,
            submitted,
            **{
                "comments-TOTAL_FORMS": "1",
                "comments-0-id": "",
                "comments-0-text": "Câu này dài quá.",
                "comments-0-contentpath": "summary",
                "comments-0-position": "",
                "comments-0-resolved": "",
                "comments-0-DELETE": "",
                "comments-0-replies-TOTAL_FORMS": "0",
                "comments-0-replies-INITIAL_FORMS": "0",
            },
        )
    assert Comment.objects.get().text == "Câu này dài quá."
    letter = next(letter for letter in mail.outbox if letter.to == [writer.email])
    assert "Câu này dài quá." in letter.body
