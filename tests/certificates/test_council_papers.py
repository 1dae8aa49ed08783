"""From the signature to certificates and refusals: once each, whatever stops in between."""

import hashlib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import AuditEvent
from certificates import tasks
from certificates.models import (
    AgendaLine,
    Certificate,
    CouncilLetter,
    CouncilPaper,
    Decision,
    DecisionDocument,
    Dossier,
)
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.decisions import Outcome
from certificates.rules.status import Event
from certificates.services import council_papers, council_print
from certificates.services.council_letters import send_council_letters
from certificates.services.council_papers import (
    carry_out,
    carry_out_waiting,
    postpone,
    refuse,
    sign_document,
    take_over,
)
from certificates.services.decisions import decide
from certificates.services.interests import declare_interest
from certificates.services.votes import conclude
from tests import cast
from tests.certificates import factories, sessions
from tests.certificates.factories import NOON
from tests.certificates.sessions import REFUSE


pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return sessions.council()


def test_a_signed_document_has_one_number_for_all_its_certificates(members):
    document = sessions.carried_out(members, 3)
    assert document.number == "01/QĐ-HĐCN"
    certificates = Certificate.objects.order_by("number")
    assert certificates.count() == 3
    assert {each.snapshot["decision"]["number"] for each in certificates} == {"01/QĐ-HĐCN"}
    assert {each.decision.decided_by for each in certificates} == {members[0]}
    assert set(AgendaLine.objects.values_list("state", flat=True)) == {"done"}


def test_the_next_decision_goes_on_with_the_same_series(members):
    sessions.carried_out(members, 2)
    single = decide(
        dossier=factories.eligible(cast.person("Lê Thị Sau")),
        outcome=Outcome.GRANT,
        decided_by=members[1],
        at=NOON,
    )
    assert single.document_number == "02/QĐ-HĐCN"


def test_signing_twice_signs_once(members):
    document = sessions.signed(members)
    again = sign_document(document=document, by=members[0], at=NOON + timedelta(days=1))
    assert (again.sequence, again.signed_at) == (1, NOON)


def test_only_its_signer_signs_while_on_the_council(members):
    sessions.concluded(members)
    document = DecisionDocument.objects.get()
    with pytest.raises(NotEntitled):
        sign_document(document=document, by=members[1], at=NOON)
    members[0].grants.update(ends_on=NOON.date() - timedelta(days=1))
    with pytest.raises(NotEntitled):
        sign_document(document=document, by=members[0], at=NOON)


def sign_raw(document, person):
    DecisionDocument.objects.filter(pk=document.pk).update(
        signer=person, signed_by=person, signed_on=NOON.date(), signed_at=NOON, year=2026, sequence=9
    )  # fmt: skip


def barred(document, person):
    about = document.lines.first().dossier.applicant
    declare_interest(
        by=person, kind="relative", about=about, note="Em họ", since=NOON.date(), at=NOON
    )


def test_service_and_database_keep_the_barred_and_the_absent_from_signing(members):
    sessions.concluded(members)
    document = DecisionDocument.objects.get()
    with pytest.raises(IntegrityError, match="document_by_absent"), transaction.atomic():
        sign_raw(document, cast.council_member())
    with pytest.raises(NotReady):
        take_over(document=document, by=members[1], at=NOON)
    barred(document, members[0])
    with pytest.raises(Conflicted):
        sign_document(document=document, by=members[0], at=NOON)
    with pytest.raises(IntegrityError, match="document_by_barred"), transaction.atomic():
        sign_raw(document, members[0])


def test_another_member_takes_over_what_its_signer_cannot_sign(members):
    sessions.concluded(members)
    document = DecisionDocument.objects.get()
    barred(document, members[0])
    with pytest.raises(NotEntitled):
        take_over(document=document, by=cast.council_member(), at=NOON)
    barred(document, members[1])
    with pytest.raises(Conflicted):
        take_over(document=document, by=members[1], at=NOON)
    document = take_over(document=document, by=members[2], at=NOON)
    assert sign_document(document=document, by=members[2], at=NOON).signed_by == members[2]
    carry_out_waiting(at=NOON)
    assert {each.decided_by for each in Decision.objects.all()} == {members[2]}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("document_is_signed", "UPDATE certificates_decisiondocument SET sequence = 7"),
        ("document_is_kept", "DELETE FROM certificates_decisiondocument"),
        ("line_keeps_its_words", "UPDATE certificates_agendaline SET outcome = 'refuse'"),
        ("line_out_of_turn", "UPDATE certificates_agendaline SET state = 'postponed'"),
    ],
)
def test_the_database_keeps_a_signed_document_as_it_was(members, name, change):
    sessions.signed(members, 1)
    refused = pytest.raises(IntegrityError, match=name)
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_no_decision_names_a_document_that_does_not_hold_it(members):
    document = sessions.signed(members, 1)
    other = factories.eligible(cast.person("Người Ngoài"))
    with pytest.raises(IntegrityError, match="decision_without_signature"), transaction.atomic():
        Decision.objects.create(
            dossier=other,
            outcome="grant",
            year=2026,
            sequence=1,
            decided_by=members[0],
            decided_on=NOON.date(),
            decided_at=NOON,
            document=document,
        )


def test_a_worker_killed_half_way_leaves_the_rest_to_the_next(members, monkeypatch):
    sessions.signed(members, 4)
    give, done = council_papers.give, []

    def killed(**facts):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(1)
        return give(**facts)

    monkeypatch.setattr(council_papers, "give", killed)
    with pytest.raises(KeyboardInterrupt):
        carry_out_waiting(at=NOON)
    assert Certificate.objects.count() == 2
    monkeypatch.undo()
    assert carry_out_waiting(at=NOON) == 2
    assert carry_out_waiting(at=NOON) == 0
    assert Certificate.objects.count() == 4
    assert Dossier.objects.filter(state="granted").count() == 4


def test_killed_between_the_certificate_and_the_line_nothing_of_either_stays(members, monkeypatch):
    sessions.signed(members, 1)
    monkeypatch.setattr(AgendaLine, "save", lambda *_a, **_k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        carry_out_waiting(at=NOON)
    assert not Certificate.objects.exists()
    monkeypatch.undo()
    line = AgendaLine.objects.get()
    assert carry_out(line_id=line.pk, at=NOON).state == "done"
    assert carry_out(line_id=line.pk, at=NOON).state == "done"
    assert Certificate.objects.count() == 1


def test_while_the_register_stands_still_the_lines_wait_and_none_is_set_aside(
    members, monkeypatch
):
    sessions.signed(members, 2)

    def lost():
        raise NotReady("lost")

    monkeypatch.setattr(council_papers, "require_whole", lost)
    assert carry_out_waiting(at=NOON) == 0
    assert set(AgendaLine.objects.values_list("state", flat=True)) == {"decided"}
    monkeypatch.undo()
    assert carry_out_waiting(at=NOON) == 2


def test_nothing_is_carried_out_before_the_signature(members):
    sessions.concluded(members, 1)
    assert carry_out_waiting(at=NOON) == 0
    assert carry_out(line_id=AgendaLine.objects.get().pk, at=NOON).state == "decided"


def test_each_certificate_costs_the_same_number_of_queries(members):
    def cost(count):
        sessions.signed(members, count)
        with CaptureQueriesContext(
            connection,
        ) as few:
            carry_out_waiting(at=NOON, most=50)
        return len(few)

    two, six = cost(2), cost(6)
    assert (six - 1) / 6 <= (two - 1) / 2 + 1


def test_refused_lines_give_each_applicant_a_letter_a_notice_and_no_certificate(members):
    sessions.carried_out(members, 2, REFUSE)
    assert not Certificate.objects.exists()
    assert Decision.objects.filter(reason=REFUSE[1]).count() == 2
    assert CouncilPaper.objects.exclude(decision=None).count() == 2
    assert send_council_letters(at=NOON) == 2
    assert send_council_letters(at=NOON) == 0
    assert REFUSE[1] in mail.outbox[0].body
    assert "12/08/2026" in mail.outbox[0].body, "the term of the review"


def stuck_line(members):
    """An application whose earlier certificate was suspended between signature and issue."""
    holder = cast.person("Phạm Văn Giữ")
    earlier = factories.certificate(holder, at=NOON - timedelta(days=10))
    dossier = factories.eligible(holder)
    sessions.signed(members, [dossier])
    factories.changed(earlier, Event.SUSPENDED, at=NOON)
    carry_out_waiting(at=NOON)
    return AgendaLine.objects.get()


def test_what_cannot_be_carried_out_is_shown_and_told_and_left_for_a_later_meeting(members):
    line = stuck_line(members)
    assert (line.state, bool(line.problem)) == ("stuck", True)
    assert Dossier.objects.latest("pk").state == "eligible"
    assert AuditEvent.objects.filter(action="council.line_stuck").exists()
    assert send_council_letters(at=NOON) == 1
    assert carry_out_waiting(at=NOON) == 0
    with pytest.raises(NotEntitled):
        postpone(line=line, by=members[1], at=NOON)
    officer = cast.certification_officer()
    assert postpone(line=line, by=officer, at=NOON).state == "postponed"
    assert postpone(line=line, by=officer, at=NOON).state == "postponed"
    assert sessions.prepared(members, 0).lines.count() == 1


def test_or_is_refused_with_reasons(members):
    line = stuck_line(members)
    with pytest.raises(NotReady):
        refuse(line=line, reason=" ", by=members[1], at=NOON)
    assert refuse(line=line, reason="Đang bị đình chỉ", by=members[1], at=NOON).state == "refused"
    assert Dossier.objects.latest("pk").state == "refused"
    assert CouncilLetter.objects.filter(kind="refused").count() == 1
    with pytest.raises(NotReady):
        refuse(line=line, reason="lại", by=members[1], at=NOON)
    with pytest.raises(NotReady):
        postpone(line=line, by=members[0], at=NOON)


def test_the_decision_is_drawn_sealed_and_kept_as_it_is(members, worker):
    document = sessions.signed(members, 2)
    assert tasks.sweep_council_papers() == 1
    assert tasks.sweep_council_papers() == 0
    paper = CouncilPaper.objects.get(document=document)
    with paper.file.open() as stored:
        content = stored.read()
    assert hashlib.sha256(content).hexdigest() == paper.sha256
    text = words_of(content)
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 01/QĐ-HĐCN",
        "Hà Nội, ngày 14 tháng 5 năm 2026",
        "Điều 1.",
        "Ứng viên 0",
        "Ứng viên 1",
        "TM. HỘI ĐỒNG",
        "CHỦ TỊCH",
        members[0].full_name,
    ):
        assert words in text
    with pytest.raises(IntegrityError, match="paper_is_sealed"), transaction.atomic():
        CouncilPaper.objects.update(sha256="0" * 64)
    assert not council_print.keep(paper.pk, b"other", at=NOON)


def words_of(content):
    import io

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pypdf import PdfReader

    assert len(PdfFileReader(io.BytesIO(content)).embedded_regular_signatures) == 1
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_notice_says_reason_and_right_of_review(members, worker):
    decision = decide(
        dossier=factories.eligible(),
        outcome=Outcome.REFUSE,
        decided_by=members[1],
        at=NOON,
        reason="Thiếu một dự án",
    )
    assert tasks.sweep_council_papers() == 1
    with CouncilPaper.objects.get(decision=decision).file.open() as stored:
        text = words_of(stored.read())
    assert "Thiếu một dự án" in text
    assert "90 ngày" in text
    assert "12 tháng 8 năm 2026" in text


def test_two_documents_name_both_lists_and_a_member_signs_as_such(members):
    meeting = sessions.in_session(members, 2)
    first, second = meeting.lines.all()
    sessions.stated(
        meeting,
        members,
        {members[0].pk: {first.pk: "x", second.pk: "x"}},
    )
    for member in members[1:]:
        sessions.vote(meeting, member, lines=[first])
        sessions.vote(meeting, member, REFUSE, lines=[second])
    conclude(meeting=meeting, minutes="Biên bản", by=members[0], at=NOON)
    facts = council_print.decision_facts(DecisionDocument.objects.get())
    assert [each["title"] for each in facts["annexes"]] == ["PHỤ LỤC I", "PHỤ LỤC II"]
    assert facts["position"] == "ỦY VIÊN"
    assert len(facts["articles"]) == 4


def test_what_cannot_be_drawn_or_sealed_is_tried_again(members, worker, monkeypatch):
    from certificates.documents.render import RenderError
    from certificates.signing.pades import Sealer
    from certificates.signing.seals import SealingError

    sessions.signed(members, 1)

    def broken(*_args):
        raise RenderError("no pango")

    def silent(*_args):
        raise SealingError("no answer")

    with monkeypatch.context() as patch:
        patch.setattr(council_print, "render_paper", broken)
        assert tasks.sweep_council_papers() == 0
    assert CouncilPaper.objects.get().state == "failed"
    with monkeypatch.context() as patch:
        patch.setattr(Sealer, "seal", silent)
        assert tasks.sweep_council_papers() == 0
    assert (CouncilPaper.objects.get().state, CouncilPaper.objects.get().attempts) == ("failed", 1)
    assert tasks.sweep_council_papers() == 1
