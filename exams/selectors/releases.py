"""Sittings on their way to the release."""

from datetime import datetime

from django.db.models import Count, F, Q

from exams.models.sittings import SittingQuerySet
from exams.selectors.sittings import sittings


def releasable(*, at: datetime) -> SittingQuerySet:
    """Return the sittings that are over, unreleased first, with attempts, scripts and marks counted."""
    scripts = "attempts__scripts"
    return (
        sittings()
        .filter(closes_at__lte=at)
        .annotate(
            candidates=Count("attempts", distinct=True),
            scripts=Count(scripts, distinct=True),
            marked=Count(
                scripts, distinct=True, filter=Q(attempts__scripts__marked_at__isnull=False)
            ),
            passed=Count("attempts", distinct=True, filter=Q(attempts__result__passed=True)),
        )
        .order_by(F("released_at").desc(nulls_first=True), "-closes_at", "-pk")
    )


def running(*, at: datetime) -> SittingQuerySet:
    """Return the sittings that are open, the first to end first, with attempts counted: all and unfinished."""
    working = Q(attempts__closed_at=None, attempts__deadline__gt=at)
    return (
        sittings()
        .filter(opens_at__lt=at, closes_at__gt=at)
        .annotate(
            candidates=Count("attempts", distinct=True),
            working=Count("attempts", distinct=True, filter=working),
        )
        .order_by("closes_at", "pk")
    )
