from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from certificates.models import Dossier, DossierEvent
from certificates.models.standing import checklist_of
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.rules.dossiers import Act, State
from certificates.rules.requirements import Kind
from certificates.services.dossiers import check, declare, start_dossier, submit
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def test_starting_twice_gives_the_same_dossier(trainee):
    assert factories.draft(trainee) == factories.draft(trainee)


def test_the_database_keeps_one_open_dossier_per_person_and_scheme(trainee):
    dossier = factories.draft(trainee)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.create(
            applicant=trainee,
            scheme=dossier.scheme,
            scheme_version=dossier.scheme_version,
            started_at=NOON,
        )


def test_two_schemes_may_be_open_side_by_side(trainee):
    assert factories.draft(trainee) != factories.draft(trainee, "NSCL-KV")


def test_the_checklist_is_computed_from_evidence_and_declaration(trainee):
    factories.enough_evidence(trainee)
    dossier = factories.draft(trainee)
    met = {c.need.kind: c.met for c in checklist_of(dossier, on=NOON.date())}
    assert met == {
        Kind.TRAINING_HOURS: True,
        Kind.EXAM: True,
        Kind.EDUCATION: False,
        Kind.EXPERIENCE: False,
    }
    dossier = declare(dossier=dossier, declaration=factories.declaration())
    assert all(c.met for c in checklist_of(dossier, on=NOON.date()))


def test_what_is_missing_is_said_and_nothing_is_handed_in(trainee):
    dossier = declare(dossier=factories.draft(trainee), declaration=factories.declaration())
    with pytest.raises(NotReady, match="32"):
        submit(dossier=dossier, agreed=True, at=NOON)
    assert Dossier.objects.get().state == State.DRAFT


def test_agreement_and_field_are_needed(trainee):
    factories.enough_evidence(trainee)
    dossier = factories.draft(trainee)
    with pytest.raises(NotReady):
        submit(dossier=dossier, agreed=True, at=NOON)
    declare(dossier=dossier, declaration=factories.declaration())
    with pytest.raises(NotReady):
        submit(dossier=dossier, agreed=False, at=NOON)


def test_handing_in_keeps_version_and_time_of_the_agreement():
    dossier = factories.submitted()
    assert (dossier.state, dossier.conduct_version, dossier.conduct_agreed_at) == (
        "submitted",
        "2026-1",
        NOON,
    )


def test_a_dossier_handed_in_is_closed_to_its_applicant():
    dossier = factories.submitted()
    with pytest.raises(NotReady):
        declare(dossier=dossier, declaration=factories.declaration(education="khác"))
    with pytest.raises(NotReady):
        submit(dossier=dossier, agreed=True, at=NOON)


def test_officer_and_applicant_exchange_words(certification_officer):
    dossier = factories.submitted()
    check(
        dossier=dossier,
        act=Act.ASK_FOR_MORE,
        by=certification_officer,
        at=NOON,
        note=" Nêu rõ đơn vị ",
    )
    declare(dossier=dossier, declaration=factories.declaration(experience="Nhà máy A"))
    dossier = submit(dossier=dossier, agreed=True, at=NOON + timedelta(days=1), note="Đã bổ sung")
    assert dossier.state == State.SUBMITTED
    assert list(DossierEvent.objects.values_list("act", "note")) == [
        ("start", ""),
        ("submit", ""),
        ("ask_for_more", "Nêu rõ đơn vị"),
        ("submit", "Đã bổ sung"),
    ]


@pytest.mark.parametrize("act", [Act.ASK_FOR_MORE, Act.FIND_NOT_ELIGIBLE])
def test_a_finding_against_the_applicant_needs_words(certification_officer, act):
    with pytest.raises(NotReady):
        check(dossier=factories.submitted(), act=act, by=certification_officer, at=NOON, note="  ")


def test_a_dossier_found_not_eligible_is_settled(certification_officer, trainee):
    dossier = factories.submitted(trainee)
    dossier = check(
        dossier=dossier,
        act=Act.FIND_NOT_ELIGIBLE,
        by=certification_officer,
        at=NOON,
        note="Chưa đủ kinh nghiệm",
    )
    assert dossier.state == State.NOT_ELIGIBLE
    assert factories.draft(trainee) != dossier


def test_only_officers_check(council_member):
    with pytest.raises(NotEntitled):
        check(dossier=factories.submitted(), act=Act.FIND_ELIGIBLE, by=council_member, at=NOON)


def test_nobody_checks_their_own_application(certification_officer):
    dossier = factories.submitted(certification_officer)
    with pytest.raises(Conflicted):
        check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=certification_officer, at=NOON)


def test_a_check_is_no_submission(certification_officer):
    with pytest.raises(ValueError, match="submit"):
        check(dossier=factories.submitted(), act=Act.SUBMIT, by=certification_officer, at=NOON)


def test_a_draft_is_not_checked(certification_officer):
    with pytest.raises(NotReady):
        check(dossier=factories.draft(), act=Act.FIND_ELIGIBLE, by=certification_officer, at=NOON)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"applicant": "stranger"}, "dossier_keeps_its_person_and_scheme"),
        ({"state": "granted"}, "dossier_state_needs_decision"),
        ({"state": "wonderful"}, "dossier_state_known"),
        ({"conduct_agreed_at": None}, "dossier_submitted_with_agreement"),
    ],
)
def test_the_database_refuses_what_services_never_do(values, name):
    dossier = factories.eligible()
    changes = {
        key: cast.stranger() if value == "stranger" else value for key, value in values.items()
    }
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(**changes)


def test_a_handed_in_dossier_is_kept():
    dossier = factories.submitted()
    with pytest.raises(IntegrityError, match="dossier_is_kept"), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk)._raw_delete("default")


def test_a_suspended_certificate_is_no_start_of_another(trainee):
    factories.changed(factories.certificate(trainee))
    with pytest.raises(NotReady):
        start_dossier(
            applicant=trainee, scheme_version=factories.version(), at=NOON + timedelta(days=60)
        )


def test_a_regional_certificate_asks_for_the_national_one(trainee):
    dossier = factories.draft(trainee, "NSCL-KV")
    first = checklist_of(dossier, on=NOON.date())[0]
    assert (first.need.kind, first.need.reference, first.met) == (
        Kind.CERTIFICATE,
        "NSCL-QG",
        False,
    )
    factories.certificate(trainee)
    assert checklist_of(dossier, on=NOON.date())[0].met


def test_declared_projects_count():
    dossier = factories.draft(code="NSCL-KV")
    declare(
        dossier=dossier,
        declaration=factories.declaration(project_count=2, experience_years=Decimal("5.5")),
    )
    dossier.refresh_from_db()
    met = {c.need.kind: c.met for c in checklist_of(dossier, on=NOON.date())}
    assert met[Kind.PROJECT]
    assert met[Kind.EXPERIENCE]
    assert str(dossier).startswith("Nguyễn Thị Ngọc Ẩn")
