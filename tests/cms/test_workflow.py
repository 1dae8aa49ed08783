"""A story goes from a writer over an editor and a publisher to the public, through Wagtail's own screens."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState
from wagtail.test.utils.form_data import streamfield

from cms.models import NewsPage, StandardPage
from cms.permissions import ensure_permissions
from tests.cms import factories
from tests.cms.desk import change, decide, form, latest, step, write


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


@pytest.fixture
def submitted(client, sign_in, desk, writer):
    """A story that its writer has handed to the editors."""
    sign_in(writer)
    return write(client, desk["vi"], **{"action-submit": "1"})


@pytest.fixture
def edited(client, sign_in, submitted, editor):
    """A story that an editor has passed on to the publishers."""
    sign_in(editor)
    decide(client, submitted, "approve")
    return submitted


def test_writer_editor_and_publisher_bring_a_story_to_the_public(
    client, sign_in, submitted, editor, publisher
):
    assert client.get(submitted.url).status_code == 404
    sign_in(editor)
    assert decide(client, submitted, "approve", "Đã sửa câu đầu.").status_code == 302
    submitted.refresh_from_db()
    assert not submitted.live
    sign_in(publisher)
    assert decide(client, submitted, "approve", "Tốt.").status_code == 302
    submitted.refresh_from_db()
    assert submitted.live
    client.logout()
    assert client.get("/tin-tuc/").content.decode().count("Khai giảng") == 1


@pytest.mark.parametrize("person", ["writer", "editor"])
def test_neither_writer_nor_editor_publishes_by_the_form(client, sign_in, desk, request, person):
    someone = sign_in(request.getfixturevalue(person))
    page = write(client, desk["vi"], **{"action-publish": "1"})
    assert not page.live
    assert not page.permissions_for_user(someone).can_publish()


def test_a_publisher_publishes_at_once_and_takes_back(client, sign_in, desk, publisher):
    sign_in(publisher)
    page = write(client, desk["vi"], **{"action-publish": "1"})
    assert page.live
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert not page.live


def test_an_editor_takes_nothing_back_that_is_public(client, sign_in, desk, editor):
    page = factories.story(desk["vi"])
    sign_in(editor)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert page.live


def test_a_writer_approves_no_step(client, submitted):
    decide(client, submitted, "approve")
    assert step(submitted).task.name == "Biên tập"


def test_an_editor_approves_the_first_step_only(client, edited):
    assert step(edited).task.name == "Duyệt đăng"
    decide(client, edited, "approve")
    edited.refresh_from_db()
    assert not edited.live
    assert step(edited).task.name == "Duyệt đăng"


def test_a_publisher_does_not_stand_in_for_the_editor(client, sign_in, submitted, publisher):
    sign_in(publisher)
    decide(client, submitted, "approve")
    assert step(submitted).task.name == "Biên tập"


def test_a_story_in_review_is_locked_for_its_writer(client, sign_in, submitted, writer):
    sign_in(writer)
    change(client, submitted, title="Tên khác")
    assert latest(submitted).title == "Khai giảng khóa mới"


def test_an_editor_changes_the_story_under_review_and_passes_it_on(
    client, sign_in, submitted, editor
):
    sign_in(editor)
    change(client, submitted, title="Khai giảng khóa Lean")
    decide(client, submitted, "approve")
    assert step(submitted).revision.as_object().title == "Khai giảng khóa Lean"
    assert step(submitted).task.name == "Duyệt đăng"


def test_what_a_publisher_changes_goes_to_the_editor_again(client, sign_in, edited, publisher):
    sign_in(publisher)
    change(client, edited, title="Tên do người đăng sửa")
    decide(client, edited, "approve")
    edited.refresh_from_db()
    assert not edited.live
    assert step(edited).task.name == "Biên tập"


@pytest.mark.parametrize("at", ["submitted", "edited"])
def test_a_story_is_sent_back_with_a_note_at_either_step(
    client, sign_in, request, editor, publisher, writer, at
):
    page = request.getfixturevalue(at)
    sign_in(editor if at == "submitted" else publisher)
    state = step(page)
    decide(client, page, "reject", "Thiếu nguồn.")
    state.refresh_from_db()
    assert (state.status, state.comment) == (TaskState.STATUS_REJECTED, "Thiếu nguồn.")
    sign_in(writer)  # and the writer may go on with it
    change(client, page, source="Ban Quản lý chương trình")
    assert latest(page).source == "Ban Quản lý chương trình"


def test_a_writer_leaves_the_pages_of_others_alone(client, sign_in, desk, writer):
    page = factories.story(desk["vi"], live=False)
    sign_in(writer)
    assert change(client, page, title="Của tôi").status_code == 302
    assert page.get_latest_revision() is None
    page.refresh_from_db()
    assert page.title == "Tin mới"


def test_a_writer_keeps_the_own_draft_as_long_as_wanted(client, sign_in, desk, writer):
    sign_in(writer)
    page = write(client, desk["en"])
    change(client, page, title="Second thought")
    assert latest(page).title == "Second thought"
    assert not WorkflowState.objects.exists()


def test_plain_pages_are_reviewed_in_both_languages(desk, writer):
    factories.standard(desk["vi"])
    factories.standard(desk["en"], "About")
    ensure_permissions()
    for page in desk["vi"].get_parent().get_children() | desk["en"].get_parent().get_children():
        assert page.get_workflow().name == "Duyệt tin"
        tester = page.permissions_for_user(writer)
        assert tester.can_add_subpage()
        assert not tester.can_edit()


def test_two_versions_of_a_story_are_compared(client, sign_in, desk, editor):
    sign_in(editor)
    page = write(client, desk["vi"])
    change(client, page, title="Khai giảng khóa Lean")
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    html = client.get(url).content.decode()
    assert '<span class="deletion">' in html
    assert '<span class="addition">' in html


def test_a_chart_that_cannot_be_drawn_keeps_a_story_from_review(client, sign_in, desk, editor):
    sign_in(editor)
    figure = {"title": "T", "caption": "C", "description": "D", "chart": "kind: pie"}
    url = reverse("wagtailadmin_pages:add", args=["cms", "newspage", desk["vi"].pk])
    sent = form(body=streamfield([("figure", figure)]), **{"action-submit": "1"})
    assert client.post(url, sent).status_code == 200
    assert not NewsPage.objects.filter(slug="khai-giang-khoa-moi").exists()


def test_what_an_editor_changes_while_approving_is_approved(client, sign_in, submitted, editor):
    sign_in(editor)
    act = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    change(client, submitted, title="Khai giảng khóa Lean", **act)
    assert latest(submitted).title == "Khai giảng khóa Lean"
    assert step(submitted).task.name == "Duyệt đăng"


def test_a_new_section_is_open_to_writers_and_under_review_at_once(
    client, sign_in, desk, publisher, writer
):
    sign_in(publisher)
    home = desk["vi"].get_parent()
    url = reverse("wagtailadmin_pages:add", args=["cms", "standardpage", home.pk])
    sent = form(slug="lien-he", title="Liên hệ", body=streamfield([]))
    assert client.post(url, sent).status_code == 302
    page = home.get_children().get(slug="lien-he")
    assert page.permissions_for_user(writer).can_add_subpage()
    assert page.get_workflow().name == "Duyệt tin"


def test_editors_read_what_a_kind_of_page_is_for_before_they_choose_it(
    client, sign_in, desk, publisher
):
    sign_in(publisher)
    url = reverse("wagtailadmin_pages:add_subpage", args=[desk["vi"].get_parent().pk])
    assert str(StandardPage.about) in client.get(url).content.decode()
