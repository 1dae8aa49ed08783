"""Watching certificates: an event of the register becomes one notice and one delivery for each place, exactly once."""

import json
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext, override

from accounts import audit
from accounts.background import nudge
from accounts.letters import send_letter
from accounts.models import User
from certificates.models import Certificate, Delivery, Hook, StatusEvent, Watch, WatchNotice
from certificates.problems import NotReady


MOST_WATCHED = 20_000
TRY_AGAIN = timedelta(hours=1)
AT_A_TIME = 500
LINES_IN_LETTER = 50
log = logging.getLogger(__name__)


@transaction.atomic
def watch(*, owner: User, certificates: Iterable[Certificate], at: datetime) -> int:
    """
    Put certificates on a person's watch list and return how many are new on it; what happened before is old news.

    Raises NotReady when the list would hold more than 20,000.
    """
    wanted = {certificate.pk for certificate in certificates}
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=owner.pk)
    known = set(owner.watches.values_list("certificate_id", flat=True))
    fresh = sorted(wanted - known)
    if len(known) + len(fresh) > MOST_WATCHED:
        raise NotReady(_("A watch list holds at most 20,000 certificates."))
    for begin in range(0, len(fresh), AT_A_TIME):
        some = fresh[begin : begin + AT_A_TIME]
        newest = dict(
            StatusEvent.objects.filter(certificate__in=some)
            .order_by()
            .values_list("certificate")
            .annotate(newest=Max("pk"))
        )
        Watch.objects.bulk_create(
            [
                Watch(owner=owner, certificate_id=pk, added_at=at, told_until=newest.get(pk, 0))
                for pk in some
            ]
        )
    if fresh:
        _record(owner, "watch.added", len(fresh), at)
    return len(fresh)


@transaction.atomic
def unwatch(*, owner: User, numbers: Iterable[str], at: datetime) -> int:
    """Take certificates off a person's watch list and return how many were on it."""
    gone, _each = owner.watches.filter(certificate__number__in=list(numbers)).delete()
    if gone:
        _record(owner, "watch.removed", gone, at)
    return gone


def _record(owner: User, action: str, rows: int, at: datetime) -> None:
    audit.record(
        actor=owner, action=action, subject=str(owner.public_id), detail={"rows": rows}, at=at
    )


@transaction.atomic
def note_events(*, at: datetime) -> int:
    """
    Turn what happened to watched certificates into notices and deliveries; return how many events were told.

    Safe to run twice and by two workers: the tables take each notice and each delivery once.
    """
    behind = list(
        Watch.objects.behind()
        .filter(owner__is_active=True)
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("pk")[:AT_A_TIME]
    )
    if not behind:
        return 0
    events: dict[int, list[StatusEvent]] = {}
    since = min(each.told_until for each in behind)
    found = StatusEvent.objects.filter(
        certificate__in={each.certificate_id for each in behind}, pk__gt=since
    )
    for event in found.select_related("certificate", "replaced_by").order_by("pk"):
        events.setdefault(event.certificate_id, []).append(event)
    told = [
        (each.owner_id, event)
        for each in behind
        for event in events.get(each.certificate_id, [])
        if event.pk > each.told_until
    ]
    notices = [WatchNotice(owner_id=owner, event=event, noted_at=at) for owner, event in told]
    WatchNotice.objects.bulk_create(notices, ignore_conflicts=True)
    _make_deliveries(told, at)
    for each in behind:
        each.told_until = max(event.pk for event in events[each.certificate_id])
    Watch.objects.bulk_update(behind, ["told_until"])
    return len(told)


def _make_deliveries(told: list[tuple[int, StatusEvent]], at: datetime) -> None:
    hooks: dict[int, list[Hook]] = {}
    for hook in Hook.objects.filter(owner__in={owner for owner, _event in told}):
        hooks.setdefault(hook.owner_id, []).append(hook)
    made = [
        Delivery(hook=hook, event=event, body=body_of(event), made_at=at, next_at=at)
        for owner, event in told
        for hook in hooks.get(owner, [])
    ]
    Delivery.objects.bulk_create(made, ignore_conflicts=True)
    if made:
        nudge("certificates.deliver_hooks")


def body_of(event: StatusEvent) -> str:
    """Return what a webhook says of an event: the number and what happened, nothing about the person."""
    certificate = event.certificate
    facts = {
        "type": "certificate.status_changed",
        "timestamp": timezone.localtime(event.at).isoformat(timespec="seconds"),
        "data": {
            "number": certificate.number,
            "event": event.event,
            "effective_on": event.effective_on.isoformat(),
            "decision": event.document_number,
            "replaced_by": event.replaced_by.number if event.replaced_by else None,
            "verify_at": f"{settings.SITE_URL}{certificate.get_absolute_url()}",
        },
    }
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def send_digests(*, at: datetime, most: int = 50) -> int:
    """Send each agency one letter with all that it is owed, and return how many letters went out."""
    rested = Q(tried_at=None) | Q(tried_at__lte=at - TRY_AGAIN)
    owed = WatchNotice.objects.filter(rested, sent_at=None)
    sent = 0
    for owner in list(owed.order_by("owner").values_list("owner", flat=True).distinct()[:most]):
        try:
            sent += _send_one(owner, at)
        except OSError as problem:
            log.warning("digest_not_sent", extra={"owner": owner, "problem": repr(problem)})
            WatchNotice.objects.filter(owner=owner, sent_at=None).update(tried_at=at)
    return sent


@transaction.atomic
def _send_one(owner_id: int, at: datetime) -> bool:
    owner = User.objects.select_for_update(of=("self",), no_key=True).get(pk=owner_id)
    mine = WatchNotice.objects.filter(owner=owner, sent_at=None)
    owed = list(
        mine.select_related("event__certificate", "event__replaced_by").order_by("event")[
            :AT_A_TIME
        ]
    )
    if not owed:
        return False
    with override(owner.language):
        subject, text = _written(owner, [each.event for each in owed])
        send_letter(subject=subject, text=text, to=owner.email)
    mine.filter(pk__in=[each.pk for each in owed]).update(sent_at=at)
    return True


def _written(owner: User, events: list[StatusEvent]) -> tuple[str, str]:
    count = len(events)
    lines = [f"- {line_of(event)}" for event in events[:LINES_IN_LETTER]]
    if count > LINES_IN_LETTER:
        rest = {"rest": count - LINES_IN_LETTER}
        lines.append("- " + _("and %(rest)s more on your watch list") % rest)
    subject = ngettext(
        "Watch list: %(count)s certificate has changed",
        "Watch list: %(count)s certificates have changed",
        count,
    ) % {"count": count}
    paragraphs = [
        _("Dear %(name)s,") % {"name": owner.full_name},
        _("This happened to certificates on your watch list:"),
        "\n".join(lines),
        f"{settings.SITE_URL}{reverse('certificates:watch_list')}",
    ]
    return subject, "\n\n".join(paragraphs)


def line_of(event: StatusEvent) -> str:
    """Return an event in one line, in the active language."""
    facts = {
        "number": event.certificate.grouped_number,
        "what": event.get_event_display(),
        "day": date_format(event.effective_on, "d/m/Y"),
    }
    line = _("%(number)s: %(what)s, %(day)s") % facts
    return f"{line} ({event.replaced_by.grouped_number})" if event.replaced_by else line
