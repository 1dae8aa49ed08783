"""What the own page tells editors and publishers of pages that wait for them."""

import pytest
from django.utils import timezone

from accounts.workspace import waiting_for
from cms.permissions import ensure_permissions
from tests.cms.desk import decide, write


pytestmark = pytest.mark.django_db


def _told(person):
    return [(each.count, each.since) for each in waiting_for(person, at=timezone.now())]


def test_a_story_waits_for_editors_then_for_publishers_and_for_nobody_else(
    client, sign_in, news, writer, editor, publisher
):
    ensure_permissions()
    sign_in(writer)
    story = write(client, news["vi"], **{"action-submit": "1"})
    state = story.current_workflow_state.current_task_state
    assert _told(editor) == [(1, state.started_at)]
    assert _told(publisher) == _told(writer) == []
    sign_in(editor)
    decide(client, story, "approve")
    assert _told(editor) == []
    assert [count for count, _since in _told(publisher)] == [1]
