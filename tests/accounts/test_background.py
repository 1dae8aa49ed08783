"""A nudge for background work."""

import pytest
from django.db import transaction

from accounts import background


pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch):
    """What was sent to the workers."""
    messages = []
    monkeypatch.setattr(
        background.current_app,
        "send_task",
        lambda task, kwargs: messages.append((task, kwargs)),
    )
    return messages


def test_without_redis_nothing_is_sent(settings, sent, django_capture_on_commit_callbacks):
    settings.REDIS_URL = ""
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        background.nudge("certificates.produce_document", certificate_id=7)
    assert callbacks == sent == []


def test_with_redis_the_task_is_sent_once_its_row_is_committed(
    settings, sent, django_capture_on_commit_callbacks
):
    settings.REDIS_URL = "redis://127.0.0.1:6379/0"
    with django_capture_on_commit_callbacks(execute=True):
        background.nudge("certificates.produce_document", certificate_id=7)
        assert sent == []
    assert sent == [("certificates.produce_document", {"certificate_id": 7})]


def test_work_that_was_taken_back_is_not_sent(settings, sent, django_capture_on_commit_callbacks):
    settings.REDIS_URL = "redis://127.0.0.1:6379/0"
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        background.nudge("certificates.produce_document", certificate_id=7)
        transaction.set_rollback(True)
    assert sent == []
