"""Meetings as people meet them on the desk, from the call to the sealed decision."""

import pytest
from django.urls import reverse

from accounts.models import Organisation
from accounts.workspace import waiting_for
from certificates import tasks
from certificates.models import (
    AgendaLine,
    Certificate,
    DecisionDocument,
    Interest,
    Meeting,
    Vote,
)
from certificates.services.council_papers import carry_out_waiting
from certificates.services.decisions import decide
from tests import cast
from tests.certificates import factories, sessions
from tests.certificates.factories import NOON
from tests.certificates.sessions import GRANT, REFUSE
from tests.certificates.test_council_papers import barred, stuck_line


pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return sessions.council()


def url(name, *args):
    return reverse(f"certificates:{name}", args=args)


def page(client, *address):
    answer = client.get(url(*address))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client, *address, **fields):
    return client.post(url(*address), fields)


def said(answer):
    return answer.content.decode()


def test_an_officer_calls_a_meeting_and_builds_its_agenda(
    client, sign_in, members, certification_officer
):
    sign_in(certification_officer)
    for person in sessions.applicants(3):
        factories.eligible(person)
    facts = {
        "held_at": "02/12/2026 14:00",
        "place": "Phòng A",
        "chair": members[0].pk,
        "members": [each.pk for each in members],
    }
    answer = post(client, "meeting_call", **facts)
    meeting = Meeting.objects.get()
    assert answer["Location"] == url("agenda", meeting.public_id)
    shown = page(client, "agenda", meeting.public_id)
    assert "Ứng viên 2" in shown
    dossiers = [str(each) for each in meeting_waiting()]
    assert post(client, "agenda", meeting.public_id).status_code == 409
    post(client, "agenda", meeting.public_id, dossier=[dossiers[0], "no-uuid"])
    assert meeting.lines.count() == 1
    post(client, "agenda", meeting.public_id, all="1")
    assert meeting.lines.count() == 3
    post(client, "agenda", meeting.public_id, remove="2")
    assert meeting.lines.count() == 2
    post(client, "agenda", meeting.public_id, remove="x")
    assert meeting.lines.count() == 2
    assert "02/12/2026" in page(client, "meetings")


def meeting_waiting():
    from certificates.selectors.council import waiting

    return waiting().values_list("public_id", flat=True)


def test_a_wrong_call_is_said_in_words(client, sign_in, members, certification_officer):
    sign_in(certification_officer)
    assert post(client, "meeting_call").status_code == 422
    assert client.get(url("meeting_call")).status_code == 200
    facts = {
        "held_at": "02/12/2026 14:00",
        "place": "A",
        "chair": members[0].pk,
        "members": [members[1].pk],
    }
    assert post(client, "meeting_call", **facts).status_code == 409


def test_an_agenda_that_stands_is_not_changed(client, sign_in, members, certification_officer):
    meeting = sessions.in_session(members)
    sign_in(certification_officer)
    assert post(client, "agenda", meeting.public_id, all="1").status_code == 409
    assert client.get(url("agenda", meeting.public_id)).status_code == 200


def test_a_member_states_ties_then_votes(client, sign_in, members):
    meeting = sessions.in_session(members, 3)
    sign_in(members[1])
    here = ("meeting_part", meeting.public_id)
    assert 'name="conflict-1"' in page(client, *here)
    refused = post(client, *here, **{"action": "state", "conflict-1": "1"})
    assert refused.status_code == 409
    post(client, *here, **{"action": "state", "conflict-1": "1", "reason-1": "Em họ tôi"})
    shown = page(client, *here)
    assert "Em họ tôi" in shown
    assert 'name="vote-1"' not in shown
    assert post(client, *here, action="vote").status_code == 409
    answer = post(client, *here, **{"action": "vote", "vote-2": "refuse"})
    assert answer.status_code == 409
    post(
        client,
        *here,
        **{"action": "vote", "vote-2": "refuse", "reason-2": "Thiếu", "rest": "grant"},
    )
    votes = dict(Vote.objects.values_list("line__position", "outcome"))
    assert votes == {2: "refuse", 3: "grant"}
    assert 'name="vote-' not in page(client, *here)


def test_a_tie_found_while_voting_is_stated_there(client, sign_in, members):
    meeting = sessions.in_session(members, 2)
    sessions.stated(meeting, members)
    sign_in(members[1])
    here = ("meeting_part", meeting.public_id)
    sent = {"action": "vote", "vote-1": "conflict", "reason-1": "Cùng lớp", "rest": "grant"}
    post(client, *here, **sent)
    assert Vote.objects.filter(person=members[1]).count() == 1
    assert AgendaLine.objects.get(position=1).statements.filter(conflicted=True).exists()
    assert page(client, *here)


def test_the_uninvited_have_no_part(client, sign_in, members):
    meeting = sessions.in_session(members)
    sign_in(cast.council_member())
    assert client.get(url("meeting_part", meeting.public_id)).status_code == 404
    assert client.get(url("meeting", meeting.public_id)).status_code == 200


def test_the_chair_opens_concludes_and_signs(client, sign_in, members, worker):
    meeting = sessions.prepared(members)
    sign_in(members[0])
    here = ("meeting", meeting.public_id)
    assert 'value="open"' in page(client, *here)
    assert post(client, *here, action="open").status_code == 302
    assert post(client, *here, action="dance").status_code == 422
    sessions.stated(meeting, members)
    for member in members:
        sessions.vote(meeting, member)
    assert post(client, *here, action="conclude").status_code == 422
    assert post(client, *here, action="conclude", minutes="Biên bản").status_code == 302
    assert post(client, *here, action="open").status_code == 409
    document = DecisionDocument.objects.get()
    paper = ("council_paper", document.public_id)
    assert client.get(url("council_paper_file", document.public_id)).status_code == 404
    assert 'value="sign"' in page(client, *paper)
    assert post(client, *paper, action="sign").status_code == 302
    tasks.carry_out_decisions()
    tasks.sweep_council_papers()
    shown = page(client, *paper)
    assert "01/QĐ-HĐCN" in shown
    assert Certificate.objects.latest("pk").grouped_number in shown
    got = client.get(url("council_paper_file", document.public_id))
    assert got["Content-Type"] == "application/pdf"
    assert "01-QD-HDCN.pdf" in got["Content-Disposition"]
    assert "Biên bản" in page(client, *here)


def test_a_barred_signer_is_told_and_another_takes_over(client, sign_in, members):
    sessions.concluded(members)
    document = DecisionDocument.objects.get()
    barred(document, members[0])
    paper = ("council_paper", document.public_id)
    sign_in(members[0])
    assert 'value="sign"' not in page(client, *paper)
    assert post(client, *paper, action="sign").status_code == 409
    sign_in(cast.council_member())
    assert 'value="take_over"' not in page(client, *paper)
    sign_in(members[1])
    assert 'value="take_over"' in page(client, *paper)
    assert post(client, *paper, action="take_over").status_code == 302
    assert post(client, *paper, action="sign").status_code == 302
    assert document.lines.count() == 2


def test_what_could_not_be_carried_out_is_settled_on_the_page(client, sign_in, members):
    line = stuck_line(members)
    here = ("meeting", line.meeting.public_id)
    sign_in(members[1])
    assert line.problem in page(client, *here)
    assert line.problem in page(client, "meetings")
    assert post(client, *here, action="refuse", line=line.position).status_code == 422
    assert post(client, *here, action="postpone", line=line.position).status_code == 409
    assert post(client, *here, action="postpone", line=99).status_code == 404
    sent = {"action": "refuse", "line": line.position, "reason": "Đang bị đình chỉ"}
    assert post(client, *here, **sent).status_code == 302
    line.refresh_from_db()
    assert line.state == "refused"


def test_a_meeting_is_called_off(client, sign_in, members, certification_officer):
    meeting = sessions.prepared(members)
    sign_in(certification_officer)
    assert post(client, "meeting", meeting.public_id, action="call_off").status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"


def test_lasting_ties_are_declared_and_ended(client, sign_in, members, stranger):
    sign_in(members[0])
    place = Organisation.objects.create(code="nha-may", name_vi="Nhà máy", kind="enterprise")
    facts = {"action": "declare", "kind": "financial", "note": "Cổ đông", "since": "01/03/2026"}
    assert page(client, "interests")
    assert post(client, "interests", **facts).status_code == 422
    both = facts | {"organisation": place.pk, "email": stranger.email}
    assert post(client, "interests", **both).status_code == 422
    nobody = facts | {"email": "khong.ai@example.vn"}
    assert post(client, "interests", **nobody).status_code == 422
    assert post(client, "interests", **facts, email=members[0].email).status_code == 409
    assert post(client, "interests", **facts, organisation=place.pk).status_code == 302
    assert post(client, "interests", **facts, email=stranger.email.upper()).status_code == 302
    tie = Interest.objects.get(about=stranger)
    assert post(client, "interests", action="end", interest=tie.public_id).status_code == 302
    shown = page(client, "interests")
    assert "Nhà máy" in shown
    assert "23/11/2026" in shown


def test_the_own_page_tells_what_of_a_meeting_waits(members, certification_officer):
    def told(person):
        return {each.name: each.count for each in waiting_for(person, at=NOON)}

    meeting = sessions.in_session(members, 2)
    assert list(told(members[1]).values()) == [2]
    assert sorted(told(members[0]).values()) == [1, 2], "the chair also concludes"
    sessions.stated(meeting, members, {members[1].pk: {meeting.lines.first().pk: "x"}})
    assert list(told(members[1]).values()) == [1]


def test_the_chair_and_the_officers_are_told_of_what_was_not_carried_out(members):
    officer = cast.certification_officer()
    stuck_line(members)
    for person in (members[0], officer):
        assert [each.count for each in waiting_for(person, at=NOON)] == [1]
    assert not waiting_for(members[1], at=NOON)


def test_one_member_is_told_where_an_application_on_an_agenda_is_decided(client, sign_in, members):
    meeting = sessions.prepared(members, 1)
    dossier = meeting.lines.get().dossier
    sign_in(members[1])
    shown = page(client, "decide", dossier.public_id)
    assert meeting.get_absolute_url() in shown
    assert 'name="outcome"' not in shown
    assert "Ứng viên 0" not in page(client, "deciding")


def test_an_applicant_reads_the_notice_of_a_refusal_and_nobody_else(
    client, sign_in, members, worker, stranger
):
    dossier = factories.eligible()
    decide(
        dossier=dossier,
        outcome=REFUSE[0],
        decided_by=members[1],
        at=NOON,
        reason="Thiếu minh chứng",
    )
    notice = url("notice_file", dossier.public_id)
    sign_in(dossier.applicant)
    assert client.get(notice).status_code == 404
    tasks.sweep_council_papers()
    assert notice in page(client, "dossier", dossier.public_id)
    assert client.get(notice)["Content-Type"] == "application/pdf"
    sign_in(stranger)
    assert client.get(notice).status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_the_pages_of_a_meeting_ask_as_often_for_thirty_lines(
    client, sign_in, members, django_assert_max_num_queries, count
):
    meeting = sessions.in_session(members, count)
    sessions.stated(meeting, members)
    sessions.vote(meeting, members[1], GRANT)
    sign_in(members[2])
    for address, most in (("meeting", 24), ("meeting_part", 24)):
        with django_assert_max_num_queries(most):
            page(client, address, meeting.public_id)


@pytest.mark.parametrize("count", [2, 20])
def test_the_list_of_meetings_asks_as_often_for_many(
    client, sign_in, members, django_assert_max_num_queries, count
):
    for _each in range(count):
        sessions.prepared(members, 0)
    sign_in(members[0])
    with django_assert_max_num_queries(20):
        page(client, "meetings")


def test_many_applications_are_put_on_by_as_many_queries_as_few(
    members, django_assert_max_num_queries, certification_officer
):
    from certificates.services.meetings import add_lines

    for person in sessions.applicants(25):
        factories.eligible(person, certification_officer)
    meeting = sessions.prepared(members, [], officer=certification_officer)
    with django_assert_max_num_queries(14):
        assert add_lines(meeting=meeting, by=certification_officer, at=NOON) == 25


def test_thirty_votes_and_their_conclusion_cost_as_many_queries_as_three(
    members, django_assert_max_num_queries
):
    meeting = sessions.in_session(members, 30)
    for member in members:
        with django_assert_max_num_queries(22):
            sessions.stated(meeting, [member])
        with django_assert_max_num_queries(22):
            sessions.vote(meeting, member)
    from certificates.services.votes import conclude

    with django_assert_max_num_queries(25):
        conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON)
    assert carry_out_waiting(at=NOON) == 0
