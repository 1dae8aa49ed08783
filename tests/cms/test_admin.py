"""Wagtail's admin works with our people, and lets everyone do only their own work."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowTask

from accounts.models import User
from accounts.roles import Role
from cms.permissions import PUBLISH, WRITE, ensure_permissions, grant_page_permissions
from tests import cast
from tests.cms import factories


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


def test_every_screen_an_operator_needs_opens(client, sign_in, desk, operator):
    page = factories.story(desk["vi"])
    person = cast.trainee()
    sign_in(operator)
    screens = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[desk["vi"].pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["cms", "newspage", desk["vi"].pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:search") + "?q=nang",
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:index") + "?q=an",
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_users:edit", args=[person.pk]),
        reverse("wagtailredirects:index"),
        reverse("wagtailadmin_workflows:index"),
        reverse("wagtailsites:index"),
        reverse("wagtaildocs:index"),
        reverse("wagtailadmin_account"),
    ]
    for url in screens:
        assert client.get(url, follow=True).status_code == 200, url


def test_an_operator_adds_a_person_who_chooses_the_password(client, sign_in, desk, operator):
    sign_in(operator)
    data = {"email": "Moi@Example.vn", "full_name": "Nguyễn  Thị Mới", "language": "vi"}
    assert client.post(reverse("wagtailusers_users:add"), data).status_code == 302
    person = User.objects.get(email="moi@example.vn")
    assert person.full_name == "Nguyễn Thị Mới"
    assert not person.has_usable_password()
    assert not person.groups.exists()


def test_an_address_that_is_taken_is_refused_in_words(client, sign_in, desk, operator, trainee):
    sign_in(operator)
    data = {"email": trainee.email.upper(), "full_name": "Ai đó", "language": "vi"}
    response = client.post(reverse("wagtailusers_users:add"), data)
    assert response.status_code == 200
    assert "email" in response.context["form"].errors


def test_an_operator_changes_a_name_but_neither_address_role_nor_power(
    client, sign_in, desk, operator, council_member
):
    address = council_member.email
    sign_in(operator)
    client.post(
        reverse("wagtailusers_users:edit", args=[council_member.pk]),
        {
            "email": "operator@example.vn",
            "full_name": "Vũ Đình Khải Hoàn",
            "language": "vi",
            "is_active": "on",
            "is_superuser": "on",
            "groups": [Group.objects.get(name="publisher").pk],
            "password1": "abcdefghijkl",
            "password2": "abcdefghijkl",
        },
    )
    council_member.refresh_from_db()
    assert council_member.full_name == "Vũ Đình Khải Hoàn"
    assert council_member.email == address
    assert not council_member.is_superuser
    assert not council_member.groups.exists()
    assert council_member.check_password(cast.PASSWORD)


def test_nobody_can_lock_the_own_account(client, sign_in, desk, operator):
    sign_in(operator)
    response = client.get(reverse("wagtailusers_users:edit", args=[operator.pk]))
    assert "is_active" not in response.context["form"].fields


def test_administrators_are_out_of_an_operator_s_hands(client, sign_in, desk, operator):
    boss = User.objects.create_superuser("quan-tri@example.vn", "Quản Trị", cast.PASSWORD)
    cast.give_authenticator(boss)
    url = reverse("wagtailusers_users:edit", args=[boss.pk])
    sign_in(operator)
    assert client.get(url).status_code == 302
    sign_in(boss)
    assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    "role",
    sorted(set(Role) - {Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR}),
)
def test_other_roles_do_not_enter_the_page_editor(client, sign_in, desk, role):
    sign_in(cast.BY_ROLE[role]())
    assert client.get("/cms/").status_code == 302


@pytest.mark.parametrize(
    "role", [Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR]
)
def test_roles_of_the_page_editor_enter_and_find_the_way_back(client, sign_in, desk, role):
    sign_in(cast.BY_ROLE[role]())
    html = client.get("/cms/").content.decode()
    assert "/cua-toi/" in html
    assert 'id="how-pages-are-made"' in html


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER])
def test_people_s_accounts_are_for_operators_only(client, sign_in, desk, role):
    sign_in(cast.BY_ROLE[role]())
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302


def test_an_editor_writes_news_and_nothing_else(desk, editor):
    home = desk["vi"].get_parent()
    assert desk["vi"].permissions_for_user(editor).can_add_subpage()
    assert not desk["vi"].permissions_for_user(editor).can_publish_subpage()
    assert not home.permissions_for_user(editor).can_edit()


def test_an_author_writes_where_another_app_lets_authors_write(desk, author):
    page = factories.standard(desk["vi"])
    assert not page.permissions_for_user(author).can_edit()
    grant_page_permissions(role=Role.AUTHOR, pages=[page], codenames=WRITE)
    again = User.objects.get(pk=author.pk)  # permissions are remembered on the person
    assert page.permissions_for_user(again).can_edit()
    assert not page.permissions_for_user(again).can_publish()


def test_asking_for_permissions_twice_changes_nothing(desk):
    before = (GroupPagePermission.objects.count(), Workflow.objects.count(), Group.objects.count())
    ensure_permissions()
    after = (GroupPagePermission.objects.count(), Workflow.objects.count(), Group.objects.count())
    assert after == before


def test_what_was_changed_by_hand_is_put_right(desk):
    page = desk["vi"].page_ptr
    grant_page_permissions(role=Role.WRITER, pages=[page], codenames=PUBLISH)
    grant_page_permissions(role=Role.EDITOR, pages=[page.get_parent()], codenames=WRITE)
    review = GroupApprovalTask.objects.get(name="Biên tập")
    review.groups.add(Group.objects.get(name="writer"))
    WorkflowTask.objects.filter(task=review.task_ptr).update(sort_order=9)
    review.active = False
    review.save()
    ensure_permissions()
    held = GroupPagePermission.objects.filter(page=page)
    by_role = {
        role: sorted(held.filter(group__name=role).values_list("permission__codename", flat=True))
        for role in ("writer", "editor")
    }
    assert by_role == {"writer": ["add_page"], "editor": ["add_page", "change_page"]}
    assert not GroupPagePermission.objects.filter(group__name="editor", page=page.get_parent())
    tasks = Workflow.objects.get(name="Duyệt tin").tasks
    assert [task.name for task in tasks] == ["Biên tập", "Duyệt đăng"]
    assert [group.name for group in review.groups.all()] == ["editor"]


def test_wagtail_s_own_groups_go_unless_somebody_is_in_them(news, stranger):
    stranger.groups.add(Group.objects.get(name="Moderators"))
    ensure_permissions()
    assert not Group.objects.filter(name="Editors").exists()
    assert Group.objects.filter(name="Moderators").exists()


def test_news_of_both_languages_are_reviewed(desk):
    assert {index.get_workflow().name for index in desk.values()} == {"Duyệt tin"}
