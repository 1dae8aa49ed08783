"""A meeting from its call to its conclusion: what members state, how they vote, what comes of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.roles import Role
from certificates.models import (
    AgendaLine,
    ConflictStatement,
    DecisionDocument,
    Dossier,
    Meeting,
    Vote,
)
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.services.decisions import decide
from certificates.services.interests import declare_interest, end_interest
from certificates.services.meetings import (
    Call,
    add_lines,
    call_meeting,
    call_off,
    open_meeting,
    remove_line,
)
from certificates.services.votes import cast_votes, conclude, state_interests
from tests import cast
from tests.certificates import factories, sessions
from tests.certificates.factories import NOON
from tests.certificates.sessions import GRANT, REFUSE


pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return sessions.council()


def refused(name):
    return pytest.raises(IntegrityError, match=name)


def test_everything_that_waits_goes_on_the_agenda_once(members, certification_officer):
    first = sessions.prepared(members, 3)
    assert first.lines.count() == 3
    second = sessions.prepared(members, 0)
    assert second.lines.count() == 0
    with refused("line_one_live|dossier_id"), transaction.atomic():
        AgendaLine.objects.create(meeting=second, position=1, dossier=first.lines.first().dossier)


def test_only_chosen_applications_go_on_and_come_off_again(members, certification_officer):
    dossiers = [factories.eligible(person) for person in sessions.applicants(2)]
    meeting = sessions.prepared(members, [dossiers[1]])
    line = meeting.lines.get()
    assert line.dossier == dossiers[1]
    remove_line(line=line, by=certification_officer, at=NOON)
    assert not meeting.lines.exists()


def test_a_meeting_needs_members_enough_and_only_members(certification_officer, stranger):
    one, two, three = sessions.council(3)
    with pytest.raises(NotReady, match="3"):
        call_meeting(call=Call(NOON, "A", one, [two]), by=certification_officer, at=NOON)
    with pytest.raises(NotReady, match=stranger.full_name):
        call_meeting(
            call=Call(NOON, "A", one, [two, three, stranger]), by=certification_officer, at=NOON
        )
    with pytest.raises(NotEntitled):
        call_meeting(call=Call(NOON, "A", one, [two, three]), by=one, at=NOON)


def test_a_meeting_keeps_the_quorum_it_was_called_with(members, settings):
    meeting = sessions.prepared(members)
    settings.COUNCIL_QUORUM = 2
    meeting.refresh_from_db()
    assert meeting.quorum == 3


def test_an_empty_agenda_opens_no_meeting_and_an_open_one_stands(members, certification_officer):
    empty = sessions.prepared(members, 0)
    with pytest.raises(NotReady):
        open_meeting(meeting=empty, by=certification_officer, at=NOON)
    meeting = sessions.in_session(members)
    assert open_meeting(meeting=meeting, by=members[0], at=NOON).opened_at == NOON
    with pytest.raises(NotReady):
        add_lines(meeting=meeting, by=certification_officer, at=NOON)
    with pytest.raises(NotReady):
        call_off(meeting=meeting, by=certification_officer, at=NOON)
    with pytest.raises(NotEntitled):
        open_meeting(meeting=sessions.prepared(members), by=members[1], at=NOON)


def test_a_meeting_that_is_called_off_frees_its_applications(members, certification_officer):
    meeting = sessions.prepared(members)
    assert call_off(meeting=meeting, by=certification_officer, at=NOON).state == "cancelled"
    assert sessions.prepared(members, 0).lines.count() == 2


def test_votes_come_from_the_invited_who_stated_their_interests(members):
    meeting = sessions.in_session(members)
    with pytest.raises(NotReady):
        sessions.vote(meeting, members[1])
    with pytest.raises(NotEntitled):
        sessions.vote(meeting, cast.council_member())
    sessions.stated(meeting, members[1:2])
    assert sessions.vote(meeting, members[1]) == 2
    assert sessions.vote(meeting, members[1]) == 0
    with pytest.raises(NotReady):
        sessions.vote(meeting, members[1], REFUSE)
    with pytest.raises(NotReady):
        sessions.stated(sessions.prepared(members), members)


def test_who_left_the_council_takes_no_part(members):
    meeting = sessions.in_session(members)
    members[1].grants.update(ends_on=NOON.date() - timedelta(days=1))
    with pytest.raises(NotEntitled):
        sessions.stated(meeting, members[1:2])


def test_a_refusal_is_voted_with_its_reason(members):
    meeting = sessions.in_session(members)
    sessions.stated(meeting, members)
    with pytest.raises(NotReady):
        sessions.vote(meeting, members[1], (REFUSE[0], " "))


def test_a_stated_conflict_bars_from_that_line_only_and_stays(members):
    meeting = sessions.in_session(members)
    first, second = meeting.lines.all()
    member = members[1]
    barred = state_interests(
        meeting=meeting, by=member, conflicts_on={first.pk: "Là em họ tôi"}, at=NOON
    )
    assert barred == 1
    with pytest.raises(Conflicted):
        sessions.vote(meeting, member, lines=[first])
    with refused("vote_by_declared"), transaction.atomic():
        raw_vote(first, member)
    sessions.stated(meeting, [member])  # stating again takes nothing back
    assert ConflictStatement.objects.filter(line=first, person=member).count() == 1
    assert sessions.vote(meeting, member, lines=[second]) == 1


def raw_vote(line, member, **changes):
    facts = {"outcome": "grant", "voted_on": NOON.date(), "at": NOON}
    return Vote.objects.create(line=line, person=member, **facts | changes)


def test_no_conflict_is_stated_after_the_vote(members):
    meeting = sessions.in_session(members)
    line = meeting.lines.first()
    sessions.stated(meeting, members)
    sessions.vote(meeting, members[1])
    with refused("conflict_after_vote"), transaction.atomic():
        ConflictStatement.objects.create(
            line=line, person=members[1], conflicted=True, reason="x", at=NOON
        )


@pytest.mark.parametrize("tie", ["taught", "examined", "applicant", "checked"])
def test_rule_and_database_keep_the_tied_from_voting(tie, certification_officer):
    member = cast.person("Vũ Đình Khải", Role.COUNCIL_MEMBER, Role.CERTIFICATION_OFFICER)
    dossier = {
        "taught": lambda: factories.eligible(trained_by=[member]),
        "examined": lambda: factories.eligible(examined_by=[member]),
        "applicant": lambda: factories.eligible(member),
        "checked": lambda: factories.eligible(officer=member),
    }[tie]()
    meeting = sessions.in_session([*sessions.council(), member], [dossier])
    line = meeting.lines.get()
    ConflictStatement.objects.create(line=line, person=member, conflicted=False, at=NOON)
    names = {"taught": "teacher", "examined": "examiner", "applicant": "applicant"}
    with refused(f"vote_by_{names.get(tie, 'checker')}"), transaction.atomic():
        raw_vote(line, member)
    with pytest.raises(Conflicted):
        sessions.vote(meeting, member)
    sessions.stated(meeting, [member])
    stated = ConflictStatement.objects.get(line=line, person=member, conflicted=True)
    assert stated.reason, "what the register knows is stated without being asked"


def test_a_standing_tie_bars_while_it_lasts(members, trainee):
    member, other = members[1:3]
    about = factories.cast.person("Trần Văn Bạn")
    tie = declare_interest(
        by=member, kind="relative", about=about, note="Anh rể", since=NOON.date(), at=NOON
    )
    dossier = factories.eligible(about)
    with pytest.raises(Conflicted):
        decide(dossier=dossier, outcome=GRANT[0], decided_by=member, at=NOON)
    meeting = sessions.in_session(members, [dossier])
    sessions.stated(meeting, [other])
    with refused("vote_by_declared"), transaction.atomic():
        line = meeting.lines.get()
        ConflictStatement.objects.create(line=line, person=member, conflicted=False, at=NOON)
        raw_vote(line, member)
    with pytest.raises(NotEntitled):
        end_interest(interest=tie, by=other, on=NOON.date(), at=NOON)
    with pytest.raises(NotReady):
        end_interest(interest=tie, by=member, on=NOON.date() - timedelta(days=1), at=NOON)
    ended = end_interest(interest=tie, by=member, on=NOON.date(), at=NOON)
    assert end_interest(interest=ended, by=member, on=NOON.date(), at=NOON).until == NOON.date()
    with refused("interest_keeps_its_words"), transaction.atomic():
        type(tie).objects.filter(pk=tie.pk).update(note="khác")
    with refused("interest_is_kept"), transaction.atomic():
        tie.delete()
    with pytest.raises(NotReady):
        declare_interest(
            by=member, kind="other", about=member, note="x", since=NOON.date(), at=NOON
        )


def test_a_tie_to_an_organisation_reaches_those_who_work_there(members):
    from accounts.models import Membership, Organisation

    place = Organisation.objects.create(code="nha-may", name_vi="Nhà máy", kind="enterprise")
    person = cast.person("Lê Văn Thợ")
    Membership.objects.create(person=person, organisation=place, since=NOON.date())
    declare_interest(
        by=members[1], kind="financial", about=place, note="Cổ đông", since=NOON.date(), at=NOON
    )
    dossiers = [factories.eligible(person), factories.eligible(cast.person("Lê Văn Khác"))]
    meeting = sessions.in_session(members, dossiers)
    assert state_interests(meeting=meeting, by=members[1], conflicts_on={}, at=NOON) == 1


def test_an_application_on_an_agenda_is_not_decided_by_one_member(members):
    meeting = sessions.prepared(members, 1)
    with pytest.raises(NotReady):
        decide(
            dossier=meeting.lines.get().dossier, outcome=GRANT[0], decided_by=members[1], at=NOON
        )


def test_the_chair_concludes_with_minutes(members):
    meeting = sessions.in_session(members)
    sessions.stated(meeting, members)
    with pytest.raises(NotEntitled):
        conclude(meeting=meeting, minutes="x", by=members[1], at=NOON)
    with pytest.raises(NotReady):
        conclude(meeting=meeting, minutes=" ", by=members[0], at=NOON)
    with pytest.raises(NotReady):
        conclude(meeting=sessions.prepared(members), minutes="x", by=members[0], at=NOON)


def test_majority_decides_and_ties_and_missing_quorum_wait(members):
    meeting = sessions.in_session(members, 4)
    sessions.stated(meeting, members)
    granted, refused_, tied, few = meeting.lines.all()
    for member in members:
        sessions.vote(meeting, member, lines=[granted])
    for member, said in zip(members, [GRANT, REFUSE, REFUSE, REFUSE], strict=True):
        sessions.vote(meeting, member, said, lines=[refused_])
    for member, said in zip(members, [GRANT, GRANT, REFUSE, REFUSE], strict=True):
        sessions.vote(meeting, member, said, lines=[tied])
    for member in members[:2]:
        sessions.vote(meeting, member, lines=[few])
    meeting = conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON)
    states = {line.pk: (line.state, line.outcome, line.reason) for line in meeting.lines.all()}
    assert states == {
        granted.pk: ("decided", "grant", ""),
        refused_.pk: ("decided", "refuse", REFUSE[1]),
        tied.pk: ("postponed", "", ""),
        few.pk: ("postponed", "", ""),
    }
    assert conclude(meeting=meeting, minutes="khác", by=members[0], at=NOON).minutes == "Biên bản"
    assert sessions.prepared(members, 0).lines.count() == 2, (
        "what is left waits for a later meeting"
    )


def test_lines_that_bar_the_chair_go_into_a_document_of_another_member(members):
    meeting = sessions.in_session(members, 2)
    first, second = meeting.lines.all()
    sessions.stated(meeting, members, {members[0].pk: {first.pk: "Cùng nhóm nghiên cứu"}})
    for member in members[1:]:
        sessions.vote(meeting, member)
    sessions.vote(meeting, members[0], lines=[second])
    conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON)
    first.refresh_from_db()
    second.refresh_from_db()
    assert second.document.signer == members[0]
    assert first.document.signer != members[0]
    assert DecisionDocument.objects.count() == 2


def test_a_line_whose_voters_all_have_a_tie_since_has_nobody_to_sign(members):
    meeting = sessions.in_session(members, 1)
    sessions.stated(meeting, members)
    line = meeting.lines.get()
    for member in members:
        sessions.vote(meeting, member)
        declare_interest(
            by=member,
            kind="other",
            about=line.dossier.applicant,
            note="x",
            since=NOON.date(),
            at=NOON,
        )
    conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON)
    line.refresh_from_db()
    assert line.state == "postponed"
    assert not DecisionDocument.objects.exists()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("meeting_is_over", "UPDATE certificates_meeting SET minutes = 'x'"),
        ("meeting_is_kept", "DELETE FROM certificates_meeting"),
        ("line_keeps_its_words", "UPDATE certificates_agendaline SET reason = 'x'"),
        ("line_out_of_turn", "UPDATE certificates_agendaline SET state = 'listed'"),
        ("line_after_call_delete", "DELETE FROM certificates_agendaline"),
        ("member_after_call_delete", "DELETE FROM certificates_meetingmember"),
        ("append-only", "UPDATE certificates_vote SET outcome = 'refuse', reason = 'x'"),
        ("append-only", "UPDATE certificates_conflictstatement SET reason = 'x'"),
        ("document_is_kept", "DELETE FROM certificates_decisiondocument"),
    ],
)
def test_the_database_keeps_a_concluded_meeting_as_it_was(members, name, change):
    sessions.concluded(members, 1)
    with refused(name), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_the_database_takes_no_vote_after_the_conclusion(members):
    late = cast.council_member()
    meeting = sessions.in_session([*members, late], 1)
    sessions.stated(meeting, [*members, late])
    for member in members:
        sessions.vote(meeting, member)
    conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON)
    with refused("vote_out_of_session"), transaction.atomic():
        raw_vote(meeting.lines.get(), late)


def test_the_database_counts_the_votes_itself(members):
    meeting = sessions.in_session(members, 1)
    document = DecisionDocument.objects.create(meeting=meeting, signer=members[0])
    with refused("line_without_votes"), transaction.atomic():
        meeting.lines.update(state="decided", outcome="grant", document=document)
    assert Dossier.objects.get().state == "eligible"
    with refused("meeting_keeps_its_call"), transaction.atomic():
        Meeting.objects.update(quorum=1)


def test_a_vote_is_not_cast_by_halves(members):
    """One line that bars the member refuses the whole form, and nothing of it is kept."""
    meeting = sessions.in_session(members)
    first, second = meeting.lines.all()
    sessions.stated(meeting, members, {members[1].pk: {first.pk: "x"}})
    with pytest.raises(Conflicted):
        cast_votes(
            meeting=meeting, by=members[1], votes={first.pk: GRANT, second.pk: GRANT}, at=NOON
        )
    assert not Vote.objects.exists()
