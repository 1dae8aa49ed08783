"""Questions about the audit trail; each page costs the same however long the trail is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import AuditCheck, AuditEvent
from accounts.names import fold
from accounts.trail.words import act_in_words


PER_PAGE = 50


@dataclass(frozen=True)
class Asked:
    """What a reader of the trail looks for; empty means everything."""

    actor: str = ""
    action: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Leaf:
    """One page of the trail, newest first, and where its neighbours begin."""

    events: list[AuditEvent]
    older: str
    newer: str


def events(asked: Asked) -> QuerySet[AuditEvent]:
    """Return the entries that fit, newest first."""
    found = AuditEvent.objects.select_related("actor").order_by("-pk")
    if asked.actor:
        found = found.filter(_by(asked.actor))
    if asked.action:
        found = found.filter(action__startswith=asked.action)
    if asked.subject:
        found = found.filter(subject=asked.subject)
    if asked.since:
        found = found.filter(at__gte=_midnight(asked.since))
    if asked.until:
        found = found.filter(at__lt=_midnight(date.fromordinal(asked.until.toordinal() + 1)))
    return found


def _by(actor: str) -> Q:
    return Q(actor__name_folded__contains=fold(actor)) | Q(actor__email__iexact=actor)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def leaf(asked: Asked, *, older_than: str = "", newer_than: str = "") -> Leaf:
    """
    Return one page of the entries that fit, beginning at an entry named by its hash.

    By the key rather than by counting: the last page of a long trail costs what the first does. A hash
    that nobody knows begins at the newest entry.
    """
    found = events(asked)
    edge = _edge(newer_than or older_than)
    if edge and newer_than:
        near = list(found.filter(pk__gt=edge).order_by("pk")[: PER_PAGE + 1])
        shown, more = near[:PER_PAGE][::-1], len(near) > PER_PAGE
        return Leaf(shown, _hash(shown, -1), _hash(shown, 0) if more else "")
    near = list((found.filter(pk__lt=edge) if edge else found)[: PER_PAGE + 1])
    shown, more = near[:PER_PAGE], len(near) > PER_PAGE
    return Leaf(shown, _hash(shown, -1) if more else "", _hash(shown, 0) if edge else "")


def _edge(digest: str) -> int | None:
    if not digest:
        return None
    return AuditEvent.objects.filter(hash=digest).values_list("pk", flat=True).first()


def _hash(shown: list[AuditEvent], place: int) -> str:
    return shown[place].hash if shown else ""


def actions() -> list[str]:
    """Return every kind of action that the trail holds, in alphabetical order; one query on the index."""
    known = AuditEvent.objects.order_by("action").values_list("action", flat=True).distinct()
    return list(known)


def rows(asked: Asked) -> Iterator[dict[str, Any]]:
    """Yield the entries that fit as plain facts, newest first, without holding them all."""
    for event in events(asked).iterator(chunk_size=1000):
        yield {
            "at": timezone.localtime(event.at).isoformat(timespec="seconds"),
            "actor": str(event.actor.public_id) if event.actor else "",
            "actor_name": event.actor.full_name if event.actor else "",
            "action": event.action,
            "action_name": act_in_words(event.action),
            "subject": event.subject,
            "detail": event.detail,
            "hash": event.hash,
        }


def last_check() -> AuditCheck | None:
    """Return the newest check of the whole chain, running or done; none if there never was one."""
    return AuditCheck.objects.select_related("asked_by").first()
