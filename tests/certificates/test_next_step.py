"""What the own page tells applicants and holders to do next."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from accounts.workspace import next_steps
from certificates.rules.dossiers import Act
from certificates.rules.status import Event
from certificates.services.dossiers import check
from certificates.waiting import NEAR_ITS_END
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def _at(day):
    return timezone.make_aware(datetime.combine(day, time(12)))


def _told(person, at=NOON):
    return [step.url for step in next_steps(person, at=at)]


def test_an_application_is_told_while_it_waits_for_its_applicant_only(trainee):
    dossier = factories.draft(trainee)
    assert _told(trainee) == [dossier.get_absolute_url()]
    sent = factories.submitted(factories.cast.person("Lê Thị Tám"))
    assert _told(sent.applicant) == []


def test_an_application_that_needs_more_is_told_in_other_words(trainee, certification_officer):
    dossier = factories.draft(trainee)
    (draft,) = next_steps(trainee, at=NOON)
    sent = check(
        dossier=factories.submitted(factories.cast.person("Lê Thị Tám")),
        act=Act.ASK_FOR_MORE,
        by=certification_officer,
        note="Thiếu bản mô tả dự án",
        at=NOON,
    )
    (asked,) = next_steps(sent.applicant, at=NOON)
    assert asked.url == sent.get_absolute_url()
    assert asked.title != draft.title
    assert dossier.scheme_version.name == draft.note


def test_a_certificate_is_told_from_half_a_year_before_its_end_until_it_ends(stranger):
    entry = factories.past(stranger, (2026, 5, 14))
    end, own = entry.valid_until, f"/chung-chi/cua-toi/{entry.number}/"
    assert _told(stranger, _at(end - NEAR_ITS_END - timedelta(1))) == []
    assert _told(stranger, _at(end - NEAR_ITS_END)) == [own]
    assert _told(stranger, _at(end)) == [own]
    assert _told(stranger, _at(end + timedelta(1))) == []


def test_a_suspended_certificate_has_no_end_to_prepare_for(stranger):
    entry = factories.past(stranger, (2026, 5, 14))
    factories.changed(entry, Event.SUSPENDED)
    assert _told(stranger, _at(entry.valid_until)) == []
