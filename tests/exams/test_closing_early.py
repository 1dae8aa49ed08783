from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exams.api import create_sitting, load_exam, load_items
from exams.services.closing import hand_in
from exams.services.problems import Refused
from exams.services.sittings import close_sitting, start_attempt


pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting():
    load_items()
    now = timezone.now()
    return create_sitting(
        code="S-1",
        form=load_exam(),
        title_vi="Đợt thử",
        title_en="Trial",
        number_prefix="NS",
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(days=1),
    )


def test_a_sitting_stays_open_while_somebody_works(sitting, trainee, certification_officer):
    at = timezone.now()
    attempt = start_attempt(sitting=sitting, candidate=trainee, at=at)
    with pytest.raises(Refused, match="1"):
        close_sitting(sitting=sitting, officer=certification_officer, at=at)
    hand_in(attempt=attempt, at=at)
    closed = close_sitting(sitting=sitting, officer=certification_officer, at=at)
    assert closed.closes_at == at
    assert close_sitting(sitting=sitting, officer=certification_officer, at=at).closes_at == at


def test_a_sitting_that_has_not_opened_cannot_be_ended(sitting, certification_officer):
    with pytest.raises(Refused):
        close_sitting(
            sitting=sitting,
            officer=certification_officer,
            at=sitting.opens_at - timedelta(hours=1),
        )


def test_the_officer_ends_it_from_the_desk_after_a_confirmation(
    client, sitting, certification_officer
):
    client.force_login(certification_officer)
    url = reverse("exams:close", args=[sitting.public_id])
    assert url in client.get(reverse("exams:releases")).content.decode()
    assert client.get(url).status_code == 200
    assert client.post(url)["Location"] == reverse("exams:releases")
    assert client.get(url).status_code == 404


def test_the_desk_says_why_when_somebody_has_just_begun(
    client, sitting, trainee, certification_officer
):
    start_attempt(sitting=sitting, candidate=trainee, at=timezone.now())
    client.force_login(certification_officer)
    url = reverse("exams:close", args=[sitting.public_id])
    assert client.get(url).context["sitting"].working == 1
    assert client.post(url)["Location"] == url
