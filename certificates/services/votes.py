"""A meeting in session: members state their interests and vote; the chair concludes it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    AgendaLine,
    ConflictStatement,
    DecisionDocument,
    Dossier,
    LineState,
    Meeting,
    MeetingState,
    Vote,
)
from certificates.models.standing import ties_between, ties_of
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules.council import signers, tally
from certificates.rules.decisions import Outcome, conflicts
from certificates.services.meetings import locked


Said = tuple[Outcome, str]


@transaction.atomic
def state_interests(
    *, meeting: Meeting, by: User, conflicts_on: Mapping[int, str], at: datetime
) -> int:
    """
    State a member's interests on every line not voted on yet, and count the member as present; return how many bar.

    `conflicts_on` gives the reason for each line's key on which there is a conflict; on the others there is none.
    What the register knows by itself is stated along. A conflict once stated stays. Raises NotReady out of
    session, NotEntitled for whoever is not invited or no longer on the council.
    """
    meeting = _in_session(meeting, by, at=at)
    lines = {
        line.pk: line for line in meeting.lines.select_related("dossier").exclude(votes__person=by)
    }
    known = _known(by, [line.dossier for line in lines.values()], on=timezone.localdate(at))
    stated = set(
        ConflictStatement.objects.filter(line__in=lines, person=by).values_list(
            "line_id", "conflicted"
        )
    )
    rows = [
        ConflictStatement(line=line, person=by, conflicted=bool(why), reason=why, at=at)
        for line, why in (
            (line, conflicts_on.get(pk, "").strip() or known[line.dossier_id])
            for pk, line in lines.items()
        )
        if (line.pk, bool(why)) not in stated and (line.pk, True) not in stated
    ]
    with in_words():
        ConflictStatement.objects.bulk_create(rows)
    meeting.members.filter(person=by, present_at=None).update(present_at=at)
    barred = sum(row.conflicted for row in rows)
    audit.record(
        actor=by,
        action="meeting.interests_stated",
        subject=str(meeting.public_id),
        detail={"lines": len(rows), "conflicts": barred},
        at=at,
    )
    return barred


def _known(person: User, dossiers: list[Dossier], *, on: date) -> dict[int, str]:
    ties = ties_between(person, dossiers, on=on)
    found = {pk: conflicts(each, on=on) for pk, each in ties.items()}
    return {pk: sentence(bars[0].value) if bars else "" for pk, bars in found.items()}


@transaction.atomic
def cast_votes(*, meeting: Meeting, by: User, votes: Mapping[int, Said], at: datetime) -> int:
    """
    Record a member's votes, each with the line's key, and return how many there were.

    The same vote a second time changes nothing. Raises Conflicted where rule, statement or database bars the
    member; NotReady out of session, before a statement, for a refusal without a reason, or for another vote than
    before; NotEntitled for whoever is not invited.
    """
    meeting = _in_session(meeting, by, at=at)
    today = timezone.localdate(at)
    lines = {
        line.pk: line for line in meeting.lines.select_related("dossier").filter(pk__in=votes)
    }
    made = dict(Vote.objects.filter(line__in=lines, person=by).values_list("line_id", "outcome"))
    if any(made.get(pk, votes[pk][0]) != votes[pk][0] for pk in lines):
        raise NotReady(sentence("vote_once"))
    known = _known(by, [line.dossier for line in lines.values()], on=today)
    if bars := [why for why in known.values() if why]:
        raise Conflicted(bars[0])
    if any(outcome == Outcome.REFUSE and not why.strip() for outcome, why in votes.values()):
        raise NotReady(_("Write the reason for the refusal."))
    rows = [
        Vote(line=line, person=by, outcome=votes[pk][0], reason=votes[pk][1].strip(), voted_on=today, at=at)
        for pk, line in lines.items()
        if pk not in made
    ]  # fmt: skip
    with in_words():
        Vote.objects.bulk_create(rows)
    audit.record(
        actor=by,
        action="meeting.voted",
        subject=str(meeting.public_id),
        detail={"votes": len(rows)},
        at=at,
    )
    return len(rows)


def _in_session(meeting: Meeting, person: User, *, at: datetime) -> Meeting:
    meeting = locked(meeting)
    if meeting.state != MeetingState.OPEN:
        raise NotReady(_("The meeting is not in session."))
    if not meeting.members.filter(person=person).exists():
        raise NotEntitled(_("You are not invited to this meeting."))
    if not person.role_on(timezone.localdate(at), Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members decide on certification."))
    return meeting


@transaction.atomic
def conclude(*, meeting: Meeting, minutes: str, by: User, at: datetime) -> Meeting:
    """
    Count the votes, draw up the documents to be signed, keep the minutes, and return the concluded meeting.

    A line without quorum or majority is left for a later meeting. A document is the chair's to sign, except for
    the lines on which something bars the chair: the first member present who is free signs those. A second time
    changes nothing. Raises NotEntitled for anybody but the chair, NotReady out of session or without minutes.
    """
    meeting = locked(meeting)
    if meeting.state == MeetingState.CLOSED:
        return meeting
    if meeting.chair_id != by.pk:
        raise NotEntitled(_("Only the chair concludes a meeting."))
    if meeting.state != MeetingState.OPEN:
        raise NotReady(_("The meeting is not in session."))
    if not minutes.strip():
        raise NotReady(_("Write the minutes first."))
    lines = list(meeting.lines.select_related("dossier").prefetch_related("votes"))
    for line in lines:
        _count(line, quorum=meeting.quorum)
    _draw_up(meeting, lines, on=timezone.localdate(at))
    with in_words():
        AgendaLine.objects.bulk_update(
            lines, ["state", "outcome", "reason", "document"], batch_size=100
        )
        meeting.state, meeting.closed_at = MeetingState.CLOSED, at
        meeting.minutes = minutes.strip()
        meeting.save(update_fields=["state", "closed_at", "minutes"])
    decided = sum(line.state == LineState.DECIDED for line in lines)
    audit.record(
        actor=by,
        action="meeting.concluded",
        subject=str(meeting.public_id),
        detail={"lines": len(lines), "decided": decided},
        at=at,
    )
    return meeting


def _count(line: AgendaLine, *, quorum: int) -> None:
    votes = list(line.votes.all())
    outcome = tally([Outcome(vote.outcome) for vote in votes], quorum=quorum)
    if outcome is None:
        line.state = LineState.POSTPONED
        return
    line.state, line.outcome = LineState.DECIDED, outcome.value
    if outcome == Outcome.REFUSE:
        reasons = (vote.reason for vote in votes if vote.outcome == outcome)
        line.reason = "\n".join(dict.fromkeys(reasons))


def _draw_up(meeting: Meeting, lines: list[AgendaLine], *, on: date) -> None:
    """Give every decided line the document that it will stand in."""
    decided = [line for line in lines if line.state == LineState.DECIDED]
    present = [
        each.person for each in meeting.members.exclude(present_at=None).select_related("person")
    ]
    present.sort(key=lambda person: person.pk != meeting.chair_id)
    ties = ties_of(present, [line.dossier for line in decided], on=on)
    free = {
        place: [each.pk for each in present if not conflicts(ties[each.pk, line.dossier_id], on=on)]
        for place, line in enumerate(decided)
    }  # fmt: skip
    for signer, places in signers(free, order=[each.pk for each in present]).items():
        document = DecisionDocument.objects.create(meeting=meeting, signer_id=signer)
        for place in places:
            decided[place].document = document
    for line in decided:
        if line.document is None:  # everybody who voted has a tie since: nobody could sign
            line.state, line.outcome, line.reason = LineState.POSTPONED, "", ""
