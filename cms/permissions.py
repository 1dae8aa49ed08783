"""
Who may do what in Wagtail's admin.

One group for each role that works there, named as the role. Permissions on pages hold on a page and all
beneath it; each group gets the least that its work needs:

* a writer adds pages beneath the sections, and so may edit the own ones, but no one else's;
* an editor edits every page of the sections, but publishes none;
* a publisher publishes, schedules and takes back every page of the site.
"""

from collections.abc import Iterable, Mapping
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
from cms.models import HomePage


WRITE_OWN: Final = ("add_page",)
WRITE: Final = ("add_page", "change_page")
PUBLISH: Final = (*WRITE, "publish_page", "lock_page", "unlock_page")
OPERATE: Final = (*PUBLISH, "bulk_delete_page")
DOCUMENTS: Final = ("add_document", "choose_document")
IMAGES: Final = ("add_image", "choose_image")
SECTION_DEPTH: Final = 3  # root, home, section
WORKFLOW: Final = "Duyệt tin"
# The steps of the review, in order: the task's name and whose work it is.
STEPS: Final = (("Biên tập", Role.EDITOR), ("Duyệt đăng", Role.PUBLISHER))
TRANSLATE: Final = "wagtail_localize.submit_translation"

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
    files = [f"wagtaildocs.{codename}" for codename in DOCUMENTS]
    for permission in _permissions([*files, *(f"wagtailimages.{name}" for name in IMAGES)]):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
    return group


def sections() -> list[Page]:
    """Return the pages right beneath the homes that are the site's own: news, events, plain pages."""
    homes = HomePage.objects.all()
    return [
        page
        for home in homes
        for page in home.get_children().filter(content_type__app_label="cms").order_by("path")
    ]


@transaction.atomic
def ensure_permissions() -> None:
    """
    Give authors, writers, editors, publishers and operators what their work needs, and no more.

    Asking twice changes nothing; what somebody changed by hand is put right. Authors may enter and take
    documents; where they write is granted by the app whose pages they are (`grant_page_permissions`).
    Operators also look after people, redirects and the workflow.
    """
    for role in (Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR):
        _enter_admin(role)
    homes, parts = list(HomePage.objects.all()), sections()
    _set_page_permissions(
        {
            Role.WRITER: (parts, WRITE_OWN),
            Role.EDITOR: (parts, WRITE),
            Role.PUBLISHER: (homes, PUBLISH),
            Role.OPERATOR: (homes, OPERATE),
        }
    )
    Group.objects.get(name=Role.OPERATOR.value).permissions.add(*_permissions(OPERATIONS))
    for role in (Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR):
        Group.objects.get(name=role.value).permissions.add(*_permissions([TRANSLATE]))
    _remove_unused_defaults()
    _ensure_workflow(parts)


def _set_page_permissions(
    wanted: Mapping[Role, tuple[Iterable[Page], Iterable[str]]],
) -> None:
    """Grant what is wanted, and take away whatever else these roles hold on pages."""
    for role, (pages, codenames) in wanted.items():
        pages, codenames = list(pages), list(codenames)
        grant_page_permissions(role=role, pages=pages, codenames=codenames)
        held = GroupPagePermission.objects.filter(group__name=role.value)
        right = held.filter(
            page__in=[page.pk for page in pages], permission__codename__in=codenames
        )
        held.exclude(pk__in=right.values("pk")).delete()


def _ensure_workflow(pages: Iterable[Page]) -> None:
    """Send what a writer submits first to an editor and then to a publisher."""
    workflow, _new = Workflow.objects.get_or_create(name=WORKFLOW)
    tasks = [_task(name, role) for name, role in STEPS]
    for place, task in enumerate(tasks):
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task=task.task_ptr, defaults={"sort_order": place}
        )
    others = WorkflowTask.objects.filter(workflow=workflow)
    others.exclude(task__in=[task.task_ptr for task in tasks]).delete()
    for page in pages:
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})


def _task(name: str, role: Role) -> GroupApprovalTask:
    task = GroupApprovalTask.objects.filter(name=name).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=name)
    if not task.active:
        task.active = True
        task.save(update_fields=["active"])
    group = Group.objects.get(name=role.value)
    if list(task.groups.all()) != [group]:
        task.groups.set([group])
    return task


def _remove_unused_defaults() -> None:
    """Take away the groups and the workflow that Wagtail's migrations bring, while nobody uses them."""
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()
    Workflow.objects.filter(name="Moderators approval", workflow_states=None).delete()
