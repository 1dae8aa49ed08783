from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from certificates import api
from certificates.models import Certificate, Dossier, Evidence
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db


def test_a_past_certificate_is_dated_back_through_every_step(trainee):
    certificate = factories.past(trainee, (2023, 6, 5))
    assert certificate.number.startswith("VNPQ20230001")
    assert (certificate.issued_on, certificate.counted_in) == (date(2023, 6, 5), "2021-2025")
    assert certificate.decision.decided_on == date(2023, 6, 5)
    assert Evidence.objects.filter(source_key__startswith="papers:").count() == 2
    assert certificate.document.state == "on_request"
    assert api.register_size() == 1


def test_a_regional_certificate_of_the_past_needs_the_national_one(trainee, stranger):
    factories.past(trainee, (2023, 6, 5))
    regional = factories.past(trainee, (2024, 6, 5), code="NSCL-KV")
    assert (regional.level, regional.counted_in, regional.counted_higher_in) == (
        "regional",
        "",
        "2021-2025",
    )
    with pytest.raises(api.NotReady):
        factories.past(stranger, (2024, 6, 5), code="NSCL-KV")


def test_teachers_and_examiners_of_the_past_are_kept_and_bar_a_decision(trainee, author, examiner):
    officials = replace(factories.officials(), trained_by=(author,), examined_by=(examiner,))
    factories.past(trainee, (2023, 6, 5), by=officials)
    assert api.has_taught(teacher=author, learner=trainee, on=date(2023, 6, 5))
    tied = replace(officials, examined_by=(officials.decided_by,))
    with pytest.raises(api.Conflicted):
        factories.past(cast.stranger(), (2023, 6, 5), by=tied)


def test_names_repeat_but_numbers_follow_the_dates(trainee, stranger):
    by = factories.officials()
    numbers = [
        factories.past(person, (2023, month, 5), by=by).number
        for month, person in ((3, trainee), (6, stranger))
    ]
    assert numbers == sorted(numbers)
    assert Certificate.objects.count() == 2


def application(person, **changes):
    return api.Application(
        applicant=person,
        scheme_code="NSCL-QG",
        field_code="lean",
        education="Đại học",
        experience_years=Decimal(5),
        **changes,
    )


@pytest.mark.parametrize("stage", ["draft", "submitted", "needs_more", "eligible", "not_eligible"])
def test_an_application_is_brought_to_a_stage(trainee, certification_officer, stage):
    factories.enough_evidence(trainee)
    for _ in range(2):
        dossier = api.apply(
            application=application(trainee),
            stage=stage,
            checked_by=certification_officer,
            note="Bổ sung",
            at=factories.NOON,
        )
        assert dossier.state == stage
        if stage == "not_eligible":
            break
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(("stage", "officer"), [("granted", True), ("eligible", False)])
def test_other_stages_are_not_reached_in_this_way(trainee, certification_officer, stage, officer):
    factories.enough_evidence(trainee)
    with pytest.raises(ValueError, match=stage):
        api.apply(
            application=application(trainee),
            stage=stage,
            checked_by=certification_officer if officer else None,
            at=factories.NOON,
        )
