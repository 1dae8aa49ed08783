from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import AuditEvent
from accounts.roles import Role
from certificates.models import Certificate, Decision, Dossier
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.decisions import Outcome
from certificates.services.decisions import decide
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def grant(dossier, by, at=NOON):
    return decide(dossier=dossier, outcome=Outcome.GRANT, decided_by=by, at=at)


def raw(dossier, by, **changes):
    """Write a decision past every service: the database alone is asked."""
    facts = {
        "outcome": "grant",
        "year": 2026,
        "sequence": 900,
        "decided_on": NOON.date(),
        "decided_at": NOON,
    }
    with transaction.atomic():
        return Decision.objects.create(dossier=dossier, decided_by=by, **facts | changes)


def test_a_grant_issues_the_certificate_at_once(council_member):
    dossier = factories.eligible()
    decision = grant(dossier, council_member)
    assert decision.document_number == "01/QĐ-HĐCN"
    assert Dossier.objects.get().state == "granted"
    assert Certificate.objects.get().decision == decision
    actions = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["decision.made", "certificate.issued"]


def test_a_refusal_needs_a_reason_and_issues_nothing(council_member):
    dossier = factories.eligible()
    with pytest.raises(NotReady):
        decide(
            dossier=dossier, outcome=Outcome.REFUSE, decided_by=council_member, at=NOON, reason=" "
        )
    decide(
        dossier=dossier,
        outcome=Outcome.REFUSE,
        decided_by=council_member,
        at=NOON,
        reason="Thiếu minh chứng",
    )
    assert Dossier.objects.get().state == "refused"
    assert not Certificate.objects.exists()


def test_asking_twice_decides_once(council_member):
    dossier = factories.eligible()
    assert grant(dossier, council_member) == grant(dossier, council_member)
    assert Certificate.objects.count() == 1


def test_a_decision_is_not_overruled_by_another(council_member):
    dossier = factories.eligible()
    grant(dossier, council_member)
    with pytest.raises(NotReady):
        decide(
            dossier=dossier,
            outcome=Outcome.REFUSE,
            decided_by=council_member,
            at=NOON,
            reason="khác",
        )
    with pytest.raises(NotReady):
        grant(dossier, cast.council_member())


def test_only_a_checked_dossier_is_decided(council_member):
    with pytest.raises(NotReady):
        grant(factories.submitted(), council_member)


def test_only_council_members_decide(certification_officer):
    with pytest.raises(NotEntitled):
        grant(factories.eligible(), certification_officer)


def test_the_requirements_are_asked_once_more_on_the_day(council_member, monkeypatch):
    dossier = factories.eligible()
    Dossier.objects.filter(pk=dossier.pk).update(education="")
    with pytest.raises(NotReady):
        grant(dossier, council_member)


@pytest.mark.parametrize("tie", ["taught", "examined", "applicant", "checked"])
def test_service_and_database_refuse_a_tied_decider(tie):
    member = cast.person("Vũ Đình Khải", Role.COUNCIL_MEMBER, Role.CERTIFICATION_OFFICER)
    dossier = {
        "taught": lambda: factories.eligible(trained_by=[member]),
        "examined": lambda: factories.eligible(examined_by=[member]),
        "applicant": lambda: factories.eligible(member),
        "checked": lambda: factories.eligible(officer=member),
    }[tie]()
    with pytest.raises(Conflicted) as problem:
        grant(dossier, member)
    assert str(problem.value)
    names = {
        "taught": "teacher",
        "examined": "examiner",
        "applicant": "applicant",
        "checked": "checker",
    }
    with pytest.raises(IntegrityError, match=f"decision_by_{names[tie]}"):
        raw(dossier, member)


@pytest.mark.parametrize(
    ("taught_on", "barred"),
    [(date(2024, 5, 13), False), (date(2024, 5, 14), True), (date(2026, 5, 1), True)],
)
def test_rule_and_database_agree_on_the_24_months(council_member, trainee, taught_on, barred):
    factories.evidence(trainee, on=taught_on, value=1, trained_by=[council_member])
    dossier = factories.eligible(trainee)
    if barred:
        with pytest.raises(IntegrityError, match="decision_by_teacher"):
            raw(dossier, council_member)
        with pytest.raises(Conflicted):
            grant(dossier, council_member)
    else:
        assert raw(dossier, council_member).pk


def test_the_database_alone_would_still_stop_the_service(council_member, monkeypatch):
    dossier = factories.eligible(trained_by=[council_member])
    monkeypatch.setattr("certificates.services.decisions.conflicts", lambda *_args, **_kwargs: [])
    with pytest.raises(Conflicted, match="24"):
        grant(dossier, council_member)


def test_the_database_refuses_a_decision_before_the_check(council_member):
    with pytest.raises(IntegrityError, match="decision_before_check"):
        raw(factories.submitted(), council_member)


def test_a_decision_is_never_changed(council_member):
    decision = grant(factories.eligible(), council_member)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(outcome="refuse")
    assert str(decision) == "01/QĐ-HĐCN"


def test_a_decided_dossier_is_never_changed(council_member):
    dossier = factories.eligible()
    grant(dossier, council_member)
    with pytest.raises(IntegrityError, match="dossier_is_decided"), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(education="khác")


def test_numbers_start_again_each_year(council_member):
    grant(factories.eligible(), council_member)
    later = NOON + timedelta(days=365)
    decision = grant(factories.eligible(cast.stranger(), at=later), council_member, at=later)
    assert (decision.year, decision.document_number) == (2027, "01/QĐ-HĐCN")


def test_an_unknown_violation_is_not_dressed_up(council_member):
    from certificates.problems import in_words

    dossier = factories.eligible()
    with pytest.raises(IntegrityError, match="decision_outcome_known"), in_words():
        Decision.objects.create(
            dossier=dossier,
            decided_by=council_member,
            outcome="maybe",
            reason="x",
            year=2026,
            sequence=1,
            decided_on=NOON.date(),
            decided_at=NOON,
        )
