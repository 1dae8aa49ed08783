"""Questions about meetings of the council: their agenda, who may do what, and what waits."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import RoleGrant, User
from accounts.roles import Role
from certificates.models import (
    AgendaLine,
    ConflictStatement,
    DecisionDocument,
    Interest,
    LineState,
    Meeting,
    MeetingMember,
    MeetingState,
    Vote,
)
from certificates.models.dossiers import Dossier, DossierQuerySet
from certificates.models.standing import ties_between
from certificates.rules.decisions import Conflict, conflicts


def meetings() -> QuerySet[Meeting]:
    """Return all meetings, the newest first, with how many applications are on each agenda."""
    found = Meeting.objects.select_related("chair").annotate(line_count=Count("lines"))
    return found.order_by("-held_at", "-pk")


def meeting(public_id: UUID) -> Meeting | None:
    """Return a meeting with its chair, members and documents, or None; three queries."""
    found = Meeting.objects.select_related("chair", "called_by")
    return (
        found.prefetch_related("members__person", "documents__signer", "documents__paper")
        .filter(public_id=public_id)
        .first()
    )


def council_on(day: date) -> QuerySet[User]:
    """Return the members of the council on a day, by name."""
    holding = RoleGrant.objects.holding(day).filter(role=Role.COUNCIL_MEMBER)
    return User.objects.filter(is_active=True, pk__in=holding.values("person"))


def waiting() -> DossierQuerySet:
    """Return the applications that wait for the council and are on no agenda, the longest waiting first."""
    return Dossier.objects.with_people().to_decide().order_by("checked_at", "pk")


def lines(found: Meeting) -> QuerySet[AgendaLine]:
    """Return the agenda with what each line shows and its votes and conflicts counted."""
    counted = found.lines.select_related(
        "dossier__applicant",
        "dossier__scheme_version",
        "dossier__field",
        "dossier__certificate",
        "document",
    ).annotate(
        grants=Count("votes", filter=Q(votes__outcome="grant"), distinct=True),
        refusals=Count("votes", filter=Q(votes__outcome="refuse"), distinct=True),
        barred=Count("statements", filter=Q(statements__conflicted=True), distinct=True),
    )
    return counted.order_by("position", "pk")


@dataclass(frozen=True)
class Part:
    """One line as one member sees it: what bars them, what they stated, how they voted."""

    line: AgendaLine
    bars: list[Conflict]
    stated: bool
    conflict: str
    vote: Vote | None

    @property
    def is_open(self) -> bool:
        """Whether the member may vote on it now."""
        return self.stated and not self.bars and not self.conflict and self.vote is None


def parts(member: User, listed: list[AgendaLine], *, on: date) -> list[Part]:
    """Return the lines as a member sees them; six queries however many there are."""
    ties = ties_between(member, [line.dossier for line in listed], on=on)
    said: dict[int, str] = {}
    rows = ConflictStatement.objects.filter(person=member, line__in=listed)
    for statement in rows.order_by("conflicted", "pk"):
        said[statement.line_id] = statement.reason
    votes = {vote.line_id: vote for vote in Vote.objects.filter(person=member, line__in=listed)}
    return [
        Part(
            line,
            conflicts(ties[line.dossier_id], on=on),
            line.pk in said,
            said.get(line.pk, ""),
            votes.get(line.pk),
        )
        for line in listed
    ]


def document(public_id: UUID) -> DecisionDocument | None:
    """Return a document of the council with its meeting, signer and paper, or None."""
    found = DecisionDocument.objects.select_related(
        "meeting__chair", "signer", "signed_by", "paper"
    )
    return found.filter(public_id=public_id).first()


def interests_of(person: User) -> QuerySet[Interest]:
    """Return what a member has declared, the newest first."""
    return person.interests.select_related("about", "organisation")


def open_parts(person: User) -> QuerySet[AgendaLine]:
    """Return the lines in session on which a member still states an interest or votes."""
    invited = MeetingMember.objects.filter(person=person, meeting__state=MeetingState.OPEN)
    found = AgendaLine.objects.filter(
        meeting__in=invited.values("meeting"), state=LineState.LISTED
    )
    return found.exclude(votes__person=person).exclude(
        pk__in=ConflictStatement.objects.filter(person=person, conflicted=True).values("line")
    )


def to_sign(person: User) -> QuerySet[DecisionDocument]:
    """Return the documents that wait for a member's signature."""
    return DecisionDocument.objects.filter(signer=person, signed_by=None)


def to_conclude(person: User) -> QuerySet[Meeting]:
    """Return the meetings in session that a member chairs."""
    return Meeting.objects.filter(chair=person, state=MeetingState.OPEN)


def stuck(chair: User | None = None) -> QuerySet[AgendaLine]:
    """Return the lines that could not be carried out: all of them, or those of meetings that somebody chaired."""
    found = AgendaLine.objects.filter(state=LineState.STUCK)
    return found.filter(meeting__chair=chair) if chair else found


def line_counts(found: Meeting, paper: DecisionDocument | None = None) -> dict[str, int]:
    """Return how many lines of a meeting, or of one of its documents, there are in all and in each state; one query."""
    lines = AgendaLine.objects.filter(meeting=found)
    if paper is not None:
        lines = lines.filter(document=paper)
    states = {state.value: Count("pk", filter=Q(state=state)) for state in LineState}
    outcomes = {
        f"to_{outcome}": Count("pk", filter=Q(outcome=outcome)) for outcome in ("grant", "refuse")
    }
    return dict(lines.aggregate(total=Count("pk"), **states, **outcomes))


def may_take_over(person: User, found: DecisionDocument, *, at: datetime) -> bool:
    """Return whether a document waits for somebody else, as its signer can no longer sign it; up to ten queries."""
    if found.signed_by_id is not None or found.signer_id == person.pk:
        return False
    if not MeetingMember.objects.filter(
        meeting=found.meeting, person=person, present_at__isnull=False
    ).exists():
        return False
    return not can_sign(found.signer, found, at=at) and can_sign(person, found, at=at)


def can_sign(person: User, found: DecisionDocument, *, at: datetime) -> bool:
    """Return whether a person is on the council and free on everybody in a document; up to five queries."""
    day = timezone.localdate(at)
    dossiers = [line.dossier for line in found.lines.select_related("dossier")]
    ties = ties_between(person, dossiers, on=day)
    return person.role_on(day, Role.COUNCIL_MEMBER) and not any(
        conflicts(each, on=day) for each in ties.values()
    )


def agenda_with(dossier: Dossier) -> Meeting | None:
    """Return the meeting that has an application on its agenda and decides on it, or None."""
    deciding = [LineState.LISTED, LineState.DECIDED]
    return Meeting.objects.filter(lines__dossier=dossier, lines__state__in=deciding).first()
