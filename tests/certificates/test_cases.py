"""Reviews and complaints: counted once, decided by the uninvolved, answered."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import AuditEvent
from accounts.roles import Role
from certificates.models import Case, CaseEvent, CaseLetter, Dossier, EventKind
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.cases import CaseOutcome
from certificates.rules.decisions import Outcome
from certificates.services import case_letters, cases, decisions
from certificates.services.cases import Lodger, Words
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
WORDS = Words("Về quyết định", "Minh chứng của tôi đã bị bỏ sót.", "Xem lại hồ sơ.")


@pytest.fixture
def refusal():
    dossier = factories.eligible()
    return decisions.decide(
        dossier=dossier,
        outcome=Outcome.REFUSE,
        decided_by=cast.council_member(),
        at=timezone.now(),
        reason="Thiếu dự án cải tiến.",
    )


@pytest.fixture
def case(refusal):
    return cases.ask_for_review(
        decision=refusal, by=refusal.dossier.applicant, words=WORDS, at=timezone.now()
    )


@pytest.fixture
def in_review(case):
    return cases.acknowledge(case=case, by=cast.certification_officer(), at=timezone.now())


def complaint(about=None, **lodger):
    return cases.complain(
        lodger=Lodger(**lodger or {"name": "Lò Văn Páo", "email": "pao@example.vn"}),
        words=WORDS,
        at=timezone.now(),
        about=about,
    )


def decided(case, outcome=CaseOutcome.UPHELD, by=None, reason="Đã kiểm lại."):
    by = by or cast.council_member()
    return cases.decide(case=case, outcome=outcome, reason=reason, by=by, at=timezone.now())


def sent(**facts):
    case_letters.send_case_letters(at=timezone.now())
    return [
        letter for letter in mail.outbox if all(getattr(letter, k) == v for k, v in facts.items())
    ]


def test_a_review_is_received_at_once_with_its_number_and_terms(case):
    assert case.reference == "XL-2026-0001"
    assert case.state == "received"
    assert (case.decide_until - timezone.localdate()).days == 30
    assert [event.act for event in case.events.all()] == ["receive"]
    assert AuditEvent.objects.filter(action="case.receive", subject=case.reference).exists()


def test_asking_twice_gives_the_review_that_is_under_way(case, refusal):
    again = cases.ask_for_review(
        decision=refusal, by=refusal.dossier.applicant, words=WORDS, at=timezone.now()
    )
    assert again == case
    assert Case.objects.count() == 1


def test_only_the_applicant_asks_and_only_in_time(refusal):
    with pytest.raises(NotEntitled):
        cases.ask_for_review(decision=refusal, by=cast.stranger(), words=WORDS, at=timezone.now())
    late = timezone.now() + timedelta(days=91)
    with pytest.raises(NotReady):
        cases.ask_for_review(decision=refusal, by=refusal.dossier.applicant, words=WORDS, at=late)


def test_a_grant_is_nothing_to_review():
    entry = factories.certificate()
    with pytest.raises(NotReady):
        cases.ask_for_review(
            decision=entry.decision, by=entry.holder, words=WORDS, at=timezone.now()
        )


def test_a_strangers_complaint_counts_once_the_address_is_confirmed():
    case = complaint()
    assert (case.state, case.reference) == ("unconfirmed", "")
    (letter,) = sent(to=["pao@example.vn"])
    assert str(case.access) in letter.body
    for _twice in range(2):
        case = cases.confirm_address(case=case, at=timezone.now())
    assert (case.state, case.reference) == ("received", "KN-2026-0001")
    assert case.events.count() == 1


def test_a_complaint_that_nobody_confirmed_is_forgotten_after_a_week():
    kept, gone = complaint(user=cast.trainee()), complaint()
    now = timezone.now()
    assert cases.forget_unconfirmed(at=now + timedelta(days=6)) == 0
    assert cases.forget_unconfirmed(at=now + timedelta(days=8)) == 1
    assert list(Case.objects.all()) == [kept]
    assert not CaseLetter.objects.filter(case=gone.pk).exists()


def test_the_number_has_no_gaps_in_each_kind(case):
    first, second = (complaint(user=cast.trainee()) for _ in range(2))
    assert (first.reference, second.reference) == ("KN-2026-0001", "KN-2026-0002")


@pytest.mark.parametrize("who", ["applicant", "checker", "decider", "teacher"])
def test_nobody_who_had_a_part_takes_the_case_up_or_decides_it(in_review, case, refusal, who):
    dossier = refusal.dossier
    if who == "teacher":
        person = cast.person("Cô Giáo")
        factories.evidence(dossier.applicant, trained_by=[person])
    else:
        person = {
            "applicant": dossier.applicant,
            "checker": dossier.checked_by,
            "decider": refusal.decided_by,
        }[who]
    for role in (Role.COUNCIL_MEMBER, Role.CERTIFICATION_OFFICER):
        if not person.role_on(timezone.localdate(), role):
            cast.grant_role(
                person=person, role=role, by=None, reason="thử", starts_on=timezone.localdate()
            )
    with pytest.raises(Conflicted):
        decided(in_review, by=person)
    for column in ("decided_by", "handler"):
        with pytest.raises(IntegrityError, match="involved"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(**{column: person})


def test_who_looked_into_a_case_does_not_decide_it(in_review):
    officer = in_review.handler
    cast.grant_role(
        person=officer,
        role=Role.COUNCIL_MEMBER,
        by=None,
        reason="thử",
        starts_on=timezone.localdate(),
    )
    with pytest.raises(Conflicted):
        decided(in_review, by=officer)
    with pytest.raises(IntegrityError, match="case_four_eyes"), transaction.atomic():
        Case.objects.filter(pk=in_review.pk).update(decided_by=officer)


def test_an_upheld_review_opens_the_application_anew(in_review, refusal):
    case = decided(in_review)
    anew = case.reopened
    assert anew.state == "submitted"
    assert (anew.applicant, anew.education) == (
        refusal.dossier.applicant,
        refusal.dossier.education,
    )
    assert refusal.dossier.state == "refused", "what was decided stays as it was"
    assert decided(case, by=case.decided_by) == case
    assert Dossier.objects.count() == 2


@pytest.mark.parametrize("outcome", [CaseOutcome.NOT_UPHELD, CaseOutcome.NOT_ADMISSIBLE])
def test_a_review_that_fails_opens_nothing(in_review, outcome):
    assert decided(in_review, outcome).reopened is None
    assert Dossier.objects.count() == 1


def test_a_decision_needs_words_a_council_member_and_a_case_in_review(case, in_review):
    with pytest.raises(NotReady):
        decided(in_review, reason="  ")
    with pytest.raises(NotEntitled):
        decided(in_review, by=cast.certification_officer())
    with pytest.raises(NotReady):
        decided(complaint(user=cast.trainee()))


def test_a_decided_case_is_closed_for_good(in_review):
    case = decided(in_review)
    with pytest.raises(NotReady):
        decided(case, CaseOutcome.NOT_UPHELD)
    with pytest.raises(NotReady):
        cases.take_back(case=case, at=timezone.now())
    with pytest.raises(IntegrityError, match="case_is_closed"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(reason="khác")
    with pytest.raises(IntegrityError, match="case_is_kept"), transaction.atomic():
        Case.objects.filter(pk=case.pk)._raw_delete("default")


def test_what_was_lodged_is_never_reworded(case):
    with pytest.raises(IntegrityError, match="case_keeps_its_words"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(statement="khác")


def test_the_holder_has_a_suspension_reviewed_and_its_proposer_keeps_away():
    entry = factories.certificate()
    event = factories.changed(entry, at=timezone.now())
    assert event.event == EventKind.SUSPENDED
    case = cases.ask_for_review_of_status(
        event=event, by=entry.holder, words=WORDS, at=timezone.now()
    )
    again = cases.ask_for_review_of_status(
        event=event, by=entry.holder, words=WORDS, at=timezone.now()
    )
    assert again == case
    with pytest.raises(Conflicted):
        cases.acknowledge(case=case, by=event.proposal.proposed_by, at=timezone.now())
    with pytest.raises(NotEntitled):
        cases.ask_for_review_of_status(
            event=event, by=cast.stranger(), words=WORDS, at=timezone.now()
        )
    issued = entry.events.get(event=EventKind.ISSUED)
    with pytest.raises(NotReady):
        cases.ask_for_review_of_status(
            event=issued, by=entry.holder, words=WORDS, at=timezone.now()
        )


def test_a_certified_person_does_not_look_into_a_complaint_about_themselves():
    entry = factories.certificate()
    case = complaint(about=entry.dossier, user=cast.trainee())
    cast.grant_role(
        person=entry.holder,
        role=Role.CERTIFICATION_OFFICER,
        by=None,
        reason="thử",
        starts_on=timezone.localdate(),
    )
    with pytest.raises(Conflicted):
        cases.acknowledge(case=case, by=entry.holder, at=timezone.now())


def test_words_go_both_ways_and_only_the_handler_asks(in_review):
    cases.ask(case=in_review, note="Xin gửi bản sao.", by=in_review.handler, at=timezone.now())
    cases.say(case=in_review, note="Tôi đã gửi.", at=timezone.now(), by=in_review.by)
    notes = list(in_review.events.exclude(note="").values_list("act", "note"))
    assert notes == [("ask", "Xin gửi bản sao."), ("say", "Tôi đã gửi.")]
    with pytest.raises(NotEntitled):
        cases.ask(case=in_review, note="?", by=cast.certification_officer(), at=timezone.now())
    with pytest.raises(NotReady):
        cases.say(case=in_review, note=" ", at=timezone.now())


def test_taking_back_ends_a_case_and_twice_is_once(case):
    for _twice in range(2):
        case = cases.take_back(case=case, at=timezone.now())
    assert case.state == "taken_back"
    assert CaseEvent.objects.filter(act="take_back").count() == 1


def test_every_step_is_told_by_one_letter_in_the_persons_language(in_review):
    Case.objects.filter(pk=in_review.pk).update(language="en")
    decided(in_review, CaseOutcome.NOT_UPHELD)
    letters = sent(to=[in_review.email])
    assert len(letters) == 3
    assert "Not upheld" in letters[-1].body
    assert "Đã kiểm lại." in letters[-1].body
    assert case_letters.send_case_letters(at=timezone.now()) == 0


def test_a_letter_that_the_mail_server_refuses_is_sent_later(case, monkeypatch):
    def refuse(**_letter):
        raise OSError("no connection")

    with monkeypatch.context() as patch:
        patch.setattr(case_letters, "send_letter", refuse)
        with pytest.raises(OSError, match="no connection"):
            case_letters.send_case_letters(at=timezone.now())
    assert case_letters.send_case_letters(at=timezone.now()) == 1
    assert len(mail.outbox) == 1
