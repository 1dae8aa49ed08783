"""Preparing a meeting of the council: who is invited, and what is on its agenda."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from accounts import audit
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    AgendaLine,
    Dossier,
    LineState,
    Meeting,
    MeetingMember,
    MeetingState,
)
from certificates.problems import NotEntitled, NotReady, in_words


@dataclass(frozen=True)
class Call:
    """What a meeting is called for: when, where, who chairs it and who is invited."""

    held_at: datetime
    place: str
    chair: User
    members: Collection[User]


@transaction.atomic
def call_meeting(*, call: Call, by: User, at: datetime) -> Meeting:
    """
    Call a meeting and return it; its quorum is the one of today.

    Raises NotEntitled for whoever is no certification officer, NotReady where somebody invited is no council
    member on the day of the meeting or there are fewer than the quorum.
    """
    _require_officer(by, at=at)
    invited = {person.pk: person for person in (call.chair, *call.members)}
    if len(invited) < settings.COUNCIL_QUORUM:
        raise NotReady(
            ngettext(
                "Invite at least %(count)d member.",
                "Invite at least %(count)d members.",
                settings.COUNCIL_QUORUM,
            )
            % {"count": settings.COUNCIL_QUORUM}
        )
    day = timezone.localdate(call.held_at)
    for person in invited.values():
        if not person.role_on(day, Role.COUNCIL_MEMBER):
            raise NotReady(
                _("%(name)s is not on the council that day.") % {"name": person.full_name}
            )
    meeting = Meeting.objects.create(
        held_at=call.held_at,
        place=call.place.strip(),
        chair=call.chair,
        quorum=settings.COUNCIL_QUORUM,
        called_by=by,
        called_at=at,
    )
    MeetingMember.objects.bulk_create(
        [MeetingMember(meeting=meeting, person=person) for person in invited.values()]
    )
    _record(meeting, "meeting.called", by=by, at=at, members=len(invited))
    return meeting


@transaction.atomic
def add_lines(
    *, meeting: Meeting, by: User, at: datetime, only: Iterable[UUID] | None = None
) -> int:
    """
    Put applications that wait for the council on the agenda, all of them or only some; return how many were put.

    Those that stand on an agenda already are passed over. Raises NotEntitled for whoever is no certification
    officer, NotReady once the meeting is in session.
    """
    _require_officer(by, at=at)
    meeting = _prepared(meeting)
    waiting = Dossier.objects.to_decide().order_by("checked_at", "pk")
    if only is not None:
        waiting = waiting.filter(public_id__in=list(only))
    last = meeting.lines.aggregate(last=Max("position"))["last"] or 0
    lines = [
        AgendaLine(meeting=meeting, position=place, dossier_id=pk)
        for place, pk in enumerate(waiting.values_list("pk", flat=True), start=last + 1)
    ]
    with in_words():
        AgendaLine.objects.bulk_create(lines)
    if lines:
        _record(meeting, "meeting.lines_added", by=by, at=at, lines=len(lines))
    return len(lines)


@transaction.atomic
def remove_line(*, line: AgendaLine, by: User, at: datetime) -> None:
    """
    Take an application off the agenda again; return nothing.

    Raises NotEntitled for whoever is no certification officer, NotReady once the meeting is in session.
    """
    _require_officer(by, at=at)
    meeting = _prepared(line.meeting)
    meeting.lines.filter(pk=line.pk).delete()
    _record(meeting, "meeting.line_removed", by=by, at=at, dossier=str(line.dossier.public_id))


@transaction.atomic
def open_meeting(*, meeting: Meeting, by: User, at: datetime) -> Meeting:
    """
    Bring a meeting into session and return it: from now on the agenda stands, and members declare and vote.

    A second time changes nothing. Raises NotEntitled for whoever neither chairs it nor is a certification
    officer, NotReady with an empty agenda.
    """
    meeting = locked(meeting)
    if meeting.state == MeetingState.OPEN:
        return meeting
    if by.pk != meeting.chair_id:
        _require_officer(by, at=at)
    meeting = _prepared(meeting)
    if not meeting.lines.exists():
        raise NotReady(_("Put something on the agenda first."))
    meeting.state, meeting.opened_at = MeetingState.OPEN, at
    meeting.save(update_fields=["state", "opened_at"])
    _record(meeting, "meeting.opened", by=by, at=at)
    return meeting


@transaction.atomic
def call_off(*, meeting: Meeting, by: User, at: datetime) -> Meeting:
    """
    Call a meeting off that is being prepared, and return it; its applications wait for another one.

    Raises NotEntitled for whoever is no certification officer, NotReady once it is in session.
    """
    _require_officer(by, at=at)
    meeting = _prepared(meeting)
    meeting.lines.update(state=LineState.POSTPONED)
    meeting.state = MeetingState.CANCELLED
    meeting.save(update_fields=["state"])
    _record(meeting, "meeting.called_off", by=by, at=at)
    return meeting


def locked(meeting: Meeting) -> Meeting:
    """Return the meeting, locked until the caller's transaction ends: its acts come one after the other."""
    return Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)


def _prepared(meeting: Meeting) -> Meeting:
    meeting = locked(meeting)
    if meeting.state != MeetingState.PREPARED:
        raise NotReady(_("The meeting is no longer being prepared; its agenda stands."))
    return meeting


def _require_officer(person: User, *, at: datetime) -> None:
    if not person.role_on(timezone.localdate(at), Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers prepare a meeting."))


def _record(meeting: Meeting, action: str, *, by: User, at: datetime, **detail: object) -> None:
    audit.record(actor=by, action=action, subject=str(meeting.public_id), detail=detail, at=at)
