"""What the own page tells officers and council members of applications that wait."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.workspace import waiting_for
from certificates.rules.status import Event
from certificates.services.status import propose_change
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=20)


def _told(person):
    return {each.url: (each.count, each.since) for each in waiting_for(person, at=LATER)}


def test_applications_wait_for_those_whose_work_they_are_since_the_oldest_came(
    certification_officer, council_member, trainee, stranger
):
    factories.submitted(trainee, at=NOON + timedelta(days=3))
    factories.submitted(factories.cast.person("Lê Thị Tám"), at=NOON)
    factories.eligible(
        factories.cast.person("Lê Thị Chín"), officer=certification_officer, at=NOON
    )
    assert _told(certification_officer) == {reverse("certificates:checking"): (2, NOON)}
    assert _told(council_member) == {reverse("certificates:deciding"): (1, NOON)}
    assert _told(stranger) == {}


def test_changes_of_status_wait_for_every_member_but_the_one_they_concern(council_member):
    officer = factories.cast.certification_officer()
    for holder in (factories.cast.person("Lê Thị Mười"), council_member):
        propose_change(
            certificate=factories.past(holder, (2026, 5, 14)),
            event=Event.SUSPENDED,
            reason_vi="Chưa nộp báo cáo",
            proposed_by=officer,
            at=NOON,
        )
    told = waiting_for(council_member, at=LATER)
    assert [(each.count, each.since) for each in told] == [(1, NOON)]
