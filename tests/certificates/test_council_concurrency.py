"""Two people at once, as only PostgreSQL can show: votes, signatures, workers."""

import pytest

from certificates.models import (
    AgendaLine,
    Certificate,
    CouncilPaper,
    DecisionDocument,
    NumberCounter,
    Vote,
)
from certificates.services.council_papers import carry_out_waiting, sign_document
from certificates.services.meetings import add_lines
from certificates.services.votes import conclude
from tests import cast
from tests.certificates import factories, sessions
from tests.certificates.factories import NOON
from tests.certificates.sessions import REFUSE
from tests.certificates.test_concurrency import at_once


pytestmark = pytest.mark.postgres


def test_members_vote_at_once_and_each_vote_counts_once(committed):
    members = sessions.council()
    meeting = sessions.in_session(members, 3)
    sessions.stated(meeting, members)
    at_once([lambda m=member: sessions.vote(meeting, m) for member in members * 2])
    assert Vote.objects.filter(line__meeting=meeting).count() == 12


def test_no_vote_slips_in_beside_the_conclusion(committed):
    members = sessions.council()
    meeting = sessions.in_session(members, 1)
    sessions.stated(meeting, members)
    for member in members[:3]:
        sessions.vote(meeting, member)
    at_once(
        [
            lambda: conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON),
            lambda: sessions.vote(meeting, members[3], REFUSE),
        ]
    )
    line = meeting.lines.get()
    assert (line.state, line.outcome) == ("decided", "grant")
    meeting.refresh_from_db()
    assert all(vote.at <= meeting.closed_at for vote in line.votes.all())


def test_one_document_signed_at_once_has_one_number(committed):
    members = sessions.council()
    sessions.concluded(members)
    document = DecisionDocument.objects.latest("pk")
    at_once([lambda: sign_document(document=document, by=members[0], at=NOON)] * 4)
    assert CouncilPaper.objects.filter(document=document).count() == 1
    assert NumberCounter.objects.get(series="QĐ-HĐCN", year=2026).last == 1


def test_two_chairs_signing_at_once_get_two_numbers_without_a_gap(committed):
    chairs = []
    for _each in range(2):
        members = sessions.council()
        sessions.concluded(members)
        chairs.append((members[0], DecisionDocument.objects.latest("pk")))
    at_once([lambda m=m, d=d: sign_document(document=d, by=m, at=NOON) for m, d in chairs])
    numbers = [DecisionDocument.objects.get(pk=document.pk).sequence for _m, document in chairs]
    assert sorted(numbers) == [1, 2]


def test_two_workers_carry_each_line_out_once(committed):
    members = sessions.council()
    document = sessions.signed(members, 6)
    at_once([lambda: carry_out_waiting(at=NOON)] * 3)
    assert Certificate.objects.filter(decision__document=document).count() == 6
    assert set(document.lines.values_list("state", flat=True)) == {"done"}


def test_two_officers_put_an_application_on_one_agenda(committed):
    members, officer = sessions.council(), cast.certification_officer()
    meetings = [sessions.prepared(members, []) for _each in range(2)]
    dossier = factories.eligible(cast.person("Lê Văn Một"), officer)
    at_once([lambda m=m: add_lines(meeting=m, by=officer, at=NOON) for m in meetings])
    assert AgendaLine.objects.filter(dossier=dossier).count() == 1
