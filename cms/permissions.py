"""
Who may do what in Wagtail's admin.

One group for each role that works there, named as the role. Permissions on pages hold on a page and all
beneath it; each group gets the least that its work needs.
"""

from collections.abc import Iterable
from typing import Final

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from accounts.roles import Role
from cms.models import HomePage, NewsIndexPage


WRITE: Final = ("add_page", "change_page")
PUBLISH: Final = (*WRITE, "publish_page", "lock_page", "unlock_page")
OPERATE: Final = (*PUBLISH, "bulk_delete_page")
DOCUMENTS: Final = ("add_document", "choose_document")
WORKFLOW: Final = "Duyệt tin"

# Beyond pages: what operators look after. Groups are not among them: roles come from dated grants.
OPERATIONS: Final = (
    "accounts.add_user",
    "accounts.change_user",
    "accounts.view_user",
    "wagtailcore.change_site",
    "wagtailcore.add_workflow",
    "wagtailcore.change_workflow",
    "wagtailcore.add_task",
    "wagtailcore.change_task",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
)


def _permissions(names: Iterable[str]) -> list[Permission]:
    split = [name.split(".") for name in names]
    return [
        Permission.objects.get(content_type__app_label=app, codename=codename)
        for app, codename in split
    ]


def grant_page_permissions(*, role: Role, pages: Iterable[Page], codenames: Iterable[str]) -> None:
    """Let the role's group do these things (add_page, change_page …) on the pages and beneath them."""
    group, _new = Group.objects.get_or_create(name=role.value)
    granted = _permissions(f"wagtailcore.{codename}" for codename in codenames)
    for page in pages:
        for permission in granted:
            GroupPagePermission.objects.get_or_create(
                group=group, page=Page.objects.get(pk=page.pk), permission=permission
            )


def _enter_admin(role: Role) -> Group:
    group, _new = Group.objects.get_or_create(name=role.value)
    group.permissions.add(*_permissions(["wagtailadmin.access_admin"]))
    root = Collection.get_first_root_node()
    for permission in _permissions(f"wagtaildocs.{codename}" for codename in DOCUMENTS):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
    return group


@transaction.atomic
def ensure_permissions() -> None:
    """
    Give authors, editors, publishers and operators what their work needs; asking twice changes nothing.

    Authors may enter and take documents; where they write is granted by the app whose pages they are
    (`grant_page_permissions`). Editors write news; publishers publish everything; operators also look
    after people, redirects and the workflow.
    """
    for role in (Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR):
        _enter_admin(role)
    homes, lists = list(HomePage.objects.all()), list(NewsIndexPage.objects.all())
    grant_page_permissions(role=Role.EDITOR, pages=lists, codenames=WRITE)
    grant_page_permissions(role=Role.PUBLISHER, pages=homes, codenames=PUBLISH)
    grant_page_permissions(role=Role.OPERATOR, pages=homes, codenames=OPERATE)
    Group.objects.get(name=Role.OPERATOR.value).permissions.add(*_permissions(OPERATIONS))
    _remove_unused_defaults()
    _ensure_workflow(lists)


def _ensure_workflow(lists: Iterable[NewsIndexPage]) -> None:
    """Send news that an editor submits to a publisher."""
    workflow, _new = Workflow.objects.get_or_create(name=WORKFLOW)
    task = GroupApprovalTask.objects.filter(name=WORKFLOW).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=WORKFLOW)
    task.groups.add(Group.objects.get(name=Role.PUBLISHER.value))
    WorkflowTask.objects.get_or_create(
        workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0}
    )
    for page in lists:
        WorkflowPage.objects.get_or_create(page=page.page_ptr, defaults={"workflow": workflow})


def _remove_unused_defaults() -> None:
    """Take away the groups and the workflow that Wagtail's migrations bring, while nobody uses them."""
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()
    Workflow.objects.filter(name="Moderators approval", workflow_states=None).delete()
