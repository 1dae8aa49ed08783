"""
What a step of the review approves.

Wagtail ties a step to the version that was submitted. A reviewer who corrects a word would then approve
the version without the correction and meet the same step again. Here a step follows what its own
reviewers save; approvals given to older versions by others lapse as they do in Wagtail
(WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT), so nothing is published that only one person has seen.
"""

from typing import Any

from wagtail.models import Revision, TaskState


def follow_reviewer(instance: Revision, *, raw: bool = False, **_kwargs: Any) -> None:
    """Let the step that a page is at stand for a version which a reviewer of that step has saved."""
    if raw or instance.user is None:
        return
    state = (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__base_content_type=instance.base_content_type,
            workflow_state__object_id=instance.object_id,
        )
        .select_related("task")
        .first()
    )
    if state and state.revision_id != instance.pk and _may_approve(state, instance):
        TaskState.objects.filter(pk=state.pk).update(revision=instance)


def _may_approve(state: TaskState, revision: Revision) -> bool:
    page = revision.content_object
    actions = state.task.specific.get_actions(page, revision.user) if page else []
    return any(name == "approve" for name, _label, _modal in actions)
