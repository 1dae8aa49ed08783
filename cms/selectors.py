"""Questions about pages, each with a known number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import TranslationSource

from accounts.models import User
from cms.models import EventPage, NewsPage


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


def upcoming_events(language: str, limit: int, *, now: datetime) -> list[EventPage]:
    """Return the next events of a language, the nearest first; two queries."""
    return list(EventPage.objects.coming(now).filter(locale__language_code=language)[:limit])


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


@dataclass(frozen=True)
class StaleTranslation:
    """A published translation whose original was published again since."""

    title: str
    language: str
    url: str
    changes_url: str
    sync_url: str
    since: datetime
    published_at: datetime


def _originals() -> QuerySet[Page]:
    """The published pages of the main language that an outer query's pages are translations of."""
    originals: QuerySet[Page] = Page.objects.live().filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=settings.LANGUAGE_CODE,
    )
    return originals


def marked_as_stale(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Return the pages, each with `original_changed`: whether its original was published after it."""
    newer = _originals().filter(last_published_at__gt=OuterRef("last_published_at"))
    marked: QuerySet[Page] = pages.annotate(original_changed=Exists(newer))
    return marked


def stale_pages() -> QuerySet[Page]:
    """Return the published translations that are older than their original, the oldest first."""
    originals = _originals()
    newest = originals.values("last_published_at")[:1]
    known = Revision.objects.filter(
        object_id=Cast(OuterRef("original"), CharField()),
        base_content_type__app_label="wagtailcore",
        created_at__lte=OuterRef("last_published_at"),
    ).order_by("-created_at", "-pk")
    stale: QuerySet[Page] = (
        Page.objects.live()
        .filter(alias_of=None, depth__gt=1)
        .exclude(locale__language_code=settings.LANGUAGE_CODE)
        .annotate(original=Subquery(originals.values("pk")[:1]), changed_at=Subquery(newest))
        .annotate(known=Subquery(known.values("pk")[:1]))
        .filter(changed_at__gt=F("last_published_at"))
        .select_related("locale")
        .order_by("changed_at", "pk")
    )
    return stale


def stale_pages_of(user: User) -> QuerySet[Page]:
    """Return the stale translations that a person may edit, the longest waiting first."""
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, {"change"})
    stale: QuerySet[Page] = stale_pages().filter(pk__in=pages.order_by().values("pk"))
    return stale


def stale_translations(user: User, limit: int = 10) -> list[StaleTranslation]:
    """Return the first of the stale translations that a person may edit."""
    return as_stale(stale_pages_of(user)[:limit])


def as_stale(pages: Iterable[Page]) -> list[StaleTranslation]:
    """Return stale pages with where their changes are shown and brought over; one query more."""
    found = list(pages)
    sources = dict(
        TranslationSource.objects.filter(
            object_id__in=[page.translation_key for page in found], translations__enabled=True
        ).values_list("object_id", "pk")
    )
    return [_stale(page, sources.get(page.translation_key)) for page in found]


def _stale(page: Any, source: int | None) -> StaleTranslation:
    versions = [page.original, page.known or "earliest", "live"]
    return StaleTranslation(
        title=page.title,
        language=page.locale.language_code,
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        changes_url=reverse("wagtailadmin_pages:revisions_compare", args=versions),
        sync_url=reverse("wagtail_localize:update_translations", args=[source]) if source else "",
        since=page.changed_at,
        published_at=page.last_published_at,
    )


@dataclass(frozen=True)
class Draft:
    """A page of one's own that is not handed to anybody yet, or that came back."""

    title: str
    url: str
    language: str
    saved_at: datetime
    came_back: bool


def own_drafts(user: User, limit: int = 10) -> list[Draft]:
    """Return the person's pages with words that are neither public nor in review, newest first; one query."""
    reviews = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), CharField()), base_content_type__app_label="wagtailcore"
    )
    running = reviews.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    back = reviews.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
    pages = (
        Page.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), owner=user)
        .filter(expired=False, latest_revision_created_at__isnull=False)
        .annotate(came_back=Exists(back))
        .exclude(Exists(running))
        .select_related("locale")
        .order_by("-latest_revision_created_at", "-pk")[:limit]
    )
    return [
        Draft(
            title=page.get_admin_display_title(),
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            language=page.locale.language_code,
            saved_at=page.latest_revision_created_at,
            came_back=page.came_back,
        )
        for page in pages
    ]
