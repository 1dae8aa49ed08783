"""Organisations, who speaks for them, and whom they confirm."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AuditEvent, Coordinator, Membership, Organisation, Province
from accounts.organisations import selectors, services
from tests import cast


pytestmark = pytest.mark.django_db


def body(code="bo", name="Bộ Khoa học và Công nghệ", **facts):
    return Organisation.objects.create(code=code, name_vi=name, **{"kind": "ministry"} | facts)


@pytest.fixture
def desk(client, sign_in, programme_officer):
    return sign_in(programme_officer)


@pytest.fixture
def ministry():
    return body()


@pytest.fixture
def coordinator(ministry, agency, programme_officer):
    services.name_coordinator(
        organisation=ministry, person=agency, by=programme_officer, at="2026-01-01T00:00Z"
    )
    return agency


def belongs(person, organisation, **facts):
    return Membership.objects.create(
        person=person, organisation=organisation, since=date(2020, 1, 1), **facts
    )


def test_organisations_are_found_without_accents_by_kind_and_by_province():
    ministry = body()
    place = body("dn", "Sở KH&CN Đà Nẵng", kind="locality", province=Province.objects.get(pk="48"))
    assert selectors.organisations(words="khoa hoc cong nghe") == [ministry]
    assert selectors.organisations(words="da nang") == [place]
    assert selectors.organisations(kind="locality") == [place]
    assert selectors.organisations(province="48") == [place]
    assert selectors.organisations(words="xyz") == []


def test_the_list_costs_the_same_for_few_and_many(client, desk):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("accounts:organisations")).status_code == 200
        return len(asked)

    body()
    few = cost()
    for number in range(28):
        body(f"b{number}", f"Cơ quan {number}")
    assert cost() == few


FACTS = {"name_vi": "Viện Năng suất", "name_en": "", "code": "vnpi", "kind": "training_body"}


def test_an_organisation_is_added_and_changed_and_both_are_recorded(client, desk):
    answer = client.post(reverse("accounts:add_organisation"), FACTS)
    added = Organisation.objects.get(code="vnpi")
    assert answer["Location"].endswith(f"/to-chuc/{added.public_id}/")
    client.post(
        reverse("accounts:change_organisation", args=[added.public_id]),
        FACTS | {"name_vi": "Viện Năng suất Việt Nam"},
    )
    added.refresh_from_db()
    assert added.name_vi == "Viện Năng suất Việt Nam"
    actions = set(AuditEvent.objects.values_list("action", flat=True))
    assert {"organisation.added", "organisation.changed"} <= actions


def test_two_organisations_never_share_a_code(client, desk, ministry):
    answer = client.post(reverse("accounts:add_organisation"), FACTS | {"code": ministry.code})
    assert answer.status_code == 422
    assert answer.context["form"].errors["code"]


def test_an_organisation_never_stands_above_itself(client, desk, ministry):
    below = body("vien", "Viện", parent=ministry)
    facts = {"name_vi": "Bộ", "code": ministry.code, "kind": "ministry", "parent": below.pk}
    answer = client.post(reverse("accounts:change_organisation", args=[ministry.public_id]), facts)
    assert answer.status_code == 422
    assert answer.context["form"].errors["parent"]
    ministry.refresh_from_db()
    assert ministry.parent is None


def test_a_coordinator_is_named_once_and_dismissed(client, desk, ministry, agency):
    url = reverse("accounts:organisation", args=[ministry.public_id])
    for _twice in range(2):
        assert client.post(url, {"email": agency.email.upper()}).status_code == 302
    assert str(Coordinator.objects.get()) == f"{agency} · {ministry}"
    assert AuditEvent.objects.filter(action="coordinator.named").count() == 1
    client.post(
        reverse("accounts:dismiss_coordinator", args=[ministry.public_id, agency.public_id])
    )
    assert not Coordinator.objects.exists()


def test_an_address_that_nobody_has_is_told(client, desk, ministry):
    url = reverse("accounts:organisation", args=[ministry.public_id])
    answer = client.post(url, {"email": "ai@example.vn"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["email"]


def test_a_coordinator_sees_names_but_no_addresses_and_confirms(
    client, sign_in, coordinator, ministry, trainee
):
    membership = belongs(trainee, ministry)
    sign_in(coordinator)
    page = client.get(reverse("accounts:organisation", args=[ministry.public_id])).content.decode()
    assert trainee.full_name in page
    assert trainee.email not in page
    for _twice in range(2):
        client.post(reverse("accounts:confirm_membership", args=[membership.public_id]))
    membership.refresh_from_db()
    assert membership.confirmed_by == coordinator
    assert AuditEvent.objects.filter(action="membership.confirmed").count() == 1


def test_nobody_confirms_their_own_membership(client, sign_in, coordinator, ministry):
    membership = belongs(coordinator, ministry)
    sign_in(coordinator)
    client.post(reverse("accounts:confirm_membership", args=[membership.public_id]))
    membership.refresh_from_db()
    assert membership.confirmed_at is None
    with (
        pytest.raises(IntegrityError, match="membership_confirmed_by_another"),
        transaction.atomic(),
    ):
        Membership.objects.filter(pk=membership.pk).update(confirmed_by=coordinator)


def test_who_speaks_for_an_organisation_speaks_for_what_stands_beneath_it(coordinator, ministry):
    below = body("vien", "Viện", parent=body("cuc", "Cục", parent=ministry))
    assert selectors.speaks_for(coordinator, below)
    assert not selectors.speaks_for(coordinator, body("khac", "Khác"))


def test_others_see_no_organisation_and_a_coordinator_names_nobody(
    client, sign_in, coordinator, ministry, trainee
):
    url = reverse("accounts:organisation", args=[ministry.public_id])
    sign_in(trainee)
    assert client.get(url).status_code == 403
    sign_in(coordinator)
    assert client.post(url, {"email": trainee.email}).status_code == 403
    assert Coordinator.objects.count() == 1


def test_what_waits_for_a_coordinator_is_on_the_own_page_until_confirmed(
    client, sign_in, coordinator, ministry, trainee
):
    membership = belongs(trainee, ministry)
    belongs(cast.person("Người Đã Nghỉ"), ministry, until=date(2021, 1, 1))
    sign_in(coordinator)
    assert list(client.get(reverse("accounts:mine")).context["to_confirm"]) == [membership]
    services.confirm(membership=membership, by=coordinator, at="2026-01-01T00:00Z")
    assert not client.get(reverse("accounts:mine")).context["to_confirm"]
