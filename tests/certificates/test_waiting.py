"""What the own page tells officers and council members of applications that wait."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.workspace import waiting_for
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
