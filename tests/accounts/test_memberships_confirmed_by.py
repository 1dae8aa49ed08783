"""Who may say that somebody belongs to an organisation, and who may not."""

from datetime import date, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from accounts.models import Coordinator, Membership, Organisation
from accounts.organisations import policies, selectors
from accounts.roles import Role
from accounts.services import grant_role
from accounts.workspace import waiting_for
from tests import cast


pytestmark = pytest.mark.django_db


@pytest.fixture
def ministry():
    return Organisation.objects.create(code="bo", name_vi="Bộ", kind="ministry")


@pytest.fixture
def office(ministry):
    return Organisation.objects.create(code="cuc", name_vi="Cục", kind="agency", parent=ministry)


@pytest.fixture
def membership(office, trainee):
    return Membership.objects.create(person=trainee, organisation=office, since=date(2024, 1, 1))


def _confirm(client, membership):
    answer = client.post(reverse("accounts:confirm_membership", args=[membership.public_id]))
    membership.refresh_from_db()
    return answer.status_code, membership.confirmed_by


def _speaker(organisation):
    person = cast.person("Nguyễn Thị Đầu Mối")
    Coordinator.objects.create(person=person, organisation=organisation)
    return person


@pytest.mark.parametrize("place", ["office", "ministry"])
def test_coordinators_of_it_and_of_what_is_above_confirm(
    client, sign_in, membership, place, request
):
    speaker = sign_in(_speaker(request.getfixturevalue(place)))
    assert _confirm(client, membership) == (302, speaker)


def test_an_operator_confirms_with_two_factors_only(client, sign_in, membership, operator):
    sign_in(operator)
    kept = Authenticator.objects.filter(user=operator)
    secret = kept.get().data
    kept.delete()
    assert _confirm(client, membership) == (403, None)
    Authenticator.objects.create(user=operator, type="totp", data=secret)
    assert _confirm(client, membership) == (302, operator)


@pytest.mark.parametrize(
    "role", [each for each in Role if each not in (Role.TRAINEE, Role.OPERATOR)]
)
def test_no_other_role_confirms(membership, office, role):
    assert not policies.may_confirm(cast.BY_ROLE[role](), office)


def test_a_coordinator_from_beneath_or_beside_does_not(client, sign_in, membership, ministry):
    beside = Organisation.objects.create(
        code="vien", name_vi="Viện", kind="agency", parent=ministry
    )
    sign_in(_speaker(beside))
    assert _confirm(client, membership) == (403, None)
    assert not policies.may_confirm(_speaker(membership.organisation), ministry)


def test_a_programme_officer_sees_who_waits_but_has_no_button(
    client, sign_in, membership, programme_officer
):
    sign_in(programme_officer)
    url = reverse("accounts:organisation", args=[membership.organisation.public_id])
    page = client.get(url).content.decode()
    assert membership.person.full_name in page
    button = reverse("accounts:confirm_membership", args=[membership.public_id])
    assert button not in page
    sign_in(_speaker(membership.organisation))
    assert button in client.get(url).content.decode()


def test_what_a_coordinator_confirms_waits_since_the_oldest_was_noted(membership, office):
    noted = timezone.now() - timedelta(12)
    Membership.objects.filter(pk=membership.pk).update(noted_at=noted)
    Membership.objects.create(
        person=cast.person("Lê Văn Sau"), organisation=office, since=date(2020, 1, 1)
    )
    (row,) = waiting_for(_speaker(office), at=timezone.now())
    assert (row.count, row.since) == (2, noted)


@pytest.mark.parametrize(("held_for", "waits"), [(300, 21), (5, 5)])
def test_a_role_that_ends_waits_from_a_month_before_or_from_its_first_day(
    operator, stranger, held_for, waits
):
    today = timezone.localdate()
    grant_role(
        person=stranger,
        role=Role.EXAMINER,
        by=None,
        reason="Kỳ thi",
        starts_on=today - timedelta(held_for),
        ends_on=today + timedelta(9),
    )
    (row,) = waiting_for(operator, at=timezone.now())
    began = timezone.make_aware(datetime.combine(today - timedelta(waits), datetime.min.time()))
    assert (row.count, row.since) == (1, began)


def test_who_waits_to_be_confirmed_stands_before_all_others(membership, office):
    speaker = _speaker(office)
    for name, confirmed in (("Lê Văn Anh", timezone.now()), ("Lê Văn Yên", None)):
        Membership.objects.create(
            person=cast.person(name), organisation=office, since=date(2020, 1, 1),
            confirmed_at=confirmed, confirmed_by=speaker if confirmed else None,
        )  # fmt: skip
    names = [each.person.full_name for each in selectors.members(office, on=date(2026, 1, 1))]
    assert names == [membership.person.full_name, "Lê Văn Yên", "Lê Văn Anh"]
