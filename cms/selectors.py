"""Questions about pages, each with a known number of queries."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from wagtail.models import Page, TaskState

from accounts.models import User
from cms.models import NewsPage


@dataclass(frozen=True)
class Review:
    """A page that waits for somebody's approval."""

    title: str
    kind: str
    url: str
    asked_at: datetime
    asked_by: str


def latest_news(language: str, limit: int) -> list[NewsPage]:
    """Return the newest stories of a language, newest first; two queries."""
    return list(NewsPage.objects.shown().filter(locale__language_code=language)[:limit])


def waiting_reviews(user: User, limit: int = 20) -> list[Review]:
    """Return the pages that wait for this person's approval, the longest waiting first."""
    states = (
        TaskState.objects.reviewable_by(user)
        .select_related("workflow_state__requested_by", "revision")
        .order_by("started_at")[:limit]
    )
    waiting = [state for state in states if state.revision]
    pages = Page.objects.in_bulk([int(state.revision.object_id) for state in waiting])
    return [
        _review(state, pages[int(state.revision.object_id)])
        for state in waiting
        if int(state.revision.object_id) in pages
    ]


def _review(state: TaskState, page: Page) -> Review:
    person = state.workflow_state.requested_by
    return Review(
        title=state.revision.object_str or page.title,
        kind=str(getattr(page.cached_content_type.model_class(), "kind_label", "")),
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        asked_at=state.started_at,
        asked_by=str(person) if person else "",
    )
