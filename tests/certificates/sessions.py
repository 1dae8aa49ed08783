"""Meetings of the council in named states, made through the services."""

from datetime import timedelta

from certificates.models import DecisionDocument
from certificates.rules.decisions import Outcome
from certificates.services.council_papers import carry_out_waiting, sign_document
from certificates.services.meetings import Call, add_lines, call_meeting, open_meeting
from certificates.services.votes import cast_votes, conclude, state_interests
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


GRANT, REFUSE = (Outcome.GRANT, ""), (Outcome.REFUSE, "Thiếu minh chứng dự án")
LATER = NOON + timedelta(hours=2)


def council(count=4):
    """Members of the council, the chair first."""
    return [cast.council_member() for _ in range(count)]


def applicants(count):
    return [cast.person(f"Ứng viên {place}") for place in range(count)]


def prepared(members, dossiers=2, *, officer=None, **actors):
    """A meeting with as many new applications on its agenda, or with those given."""
    officer = officer or cast.certification_officer()
    if isinstance(dossiers, int):
        for person in applicants(dossiers):
            factories.eligible(person, officer, **actors)
    meeting = call_meeting(
        call=Call(LATER, "Phòng họp A", members[0], members), by=officer, at=NOON
    )
    only = None if isinstance(dossiers, int) else [each.public_id for each in dossiers]
    add_lines(meeting=meeting, by=officer, at=NOON, only=only)
    return meeting


def in_session(members, dossiers=2, **actors):
    meeting = prepared(members, dossiers, **actors)
    return open_meeting(meeting=meeting, by=members[0], at=NOON)


def stated(meeting, members, conflicts=None):
    for member in members:
        state_interests(
            meeting=meeting, by=member, conflicts_on=(conflicts or {}).get(member.pk, {}), at=NOON
        )


def vote(meeting, member, said=GRANT, *, lines=None):
    chosen = lines if lines is not None else meeting.lines.all()
    return cast_votes(
        meeting=meeting, by=member, votes={each.pk: said for each in chosen}, at=NOON
    )


def concluded(members, dossiers=2, said=GRANT, **actors):
    """A meeting at which every member voted the same on every line."""
    meeting = in_session(members, dossiers, **actors)
    stated(meeting, members)
    for member in members:
        vote(meeting, member, said)
    return conclude(meeting=meeting, minutes="Hội đồng nhất trí.", by=members[0], at=NOON)


def signed(members, dossiers=2, said=GRANT, **actors):
    """The document of such a meeting, signed by the chair and not carried out yet."""
    concluded(members, dossiers, said, **actors)
    document = DecisionDocument.objects.latest("pk")
    return sign_document(document=document, by=members[0], at=NOON)


def carried_out(members, dossiers=2, said=GRANT):
    document = signed(members, dossiers, said)
    carry_out_waiting(at=NOON)
    return document
