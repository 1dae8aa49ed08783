from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Membership, Organisation, Province, RoleGrant, User
from accounts.roles import Role, has_role
from accounts.services import grant_role
from tests import cast


pytestmark = pytest.mark.django_db


def test_a_person_keeps_the_name_composed_with_folded_form_and_key():
    person = cast.person(
        "Nguyê\u0303n  Thi\u0323 Ngo\u0323c A\u0309n".replace("A\u0309", "A\u0302\u0309")
    )
    assert person.full_name == "Nguyễn Thị Ngọc Ẩn"
    assert person.name_folded == "nguyen thi ngoc an"
    assert str(person) == "Nguyễn Thị Ngọc Ẩn"
    assert person.get_full_name() == person.full_name
    assert person.get_short_name() == "Ẩn"


def test_a_person_without_a_name_is_called_by_address():
    person = User.objects.create_user("ai-do@example.vn")
    assert str(person) == person.get_short_name() == "ai-do@example.vn"


def test_people_are_listed_in_vietnamese_order():
    for name in ("Lê Văn Yến", "Trần Thị Ân", "Phạm Thị An"):
        cast.person(name)
    assert [p.get_short_name() for p in User.objects.all()] == ["An", "Ân", "Yến"]


def test_a_person_needs_an_address_and_has_it_in_small_letters():
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")
    assert User.objects.create_user("AI@Example.VN").email == "ai@example.vn"


def test_a_superuser_may_everything():
    assert User.objects.create_superuser("goc@example.vn", "Gốc", "x").is_superuser


def test_the_34_provinces_are_there_with_the_newest_city():
    assert Province.objects.count() == 34
    assert Province.objects.filter(kind_vi="Thành phố").count() == 7
    assert str(Province.objects.get(code="75")) == "Đồng Nai"
    assert [p.name_vi for p in Province.objects.all()][:3] == ["An Giang", "Bắc Ninh", "Cà Mau"]


def test_everyone_is_a_trainee_and_a_role_holds_between_its_days():
    person = cast.person("Nguyễn Văn Ba")
    today = timezone.localdate()
    assert person.current_roles == {Role.TRAINEE}
    grant_role(
        person=person,
        role=Role.EXAMINER,
        by=None,
        reason="thử",
        starts_on=today - timedelta(9),
        ends_on=today - timedelta(1),
    )
    assert not has_role(person, Role.EXAMINER)
    assert person.role_on(today - timedelta(5), Role.EXAMINER)
    assert not person.role_on(today, Role.EXAMINER)


def test_a_role_is_granted_once_however_often_asked(council_member):
    person = cast.person("Nguyễn Văn Tư")
    given = [
        grant_role(
            person=person,
            role=Role.EDITOR,
            by=council_member,
            reason="biên tập",
            starts_on=date(2026, 1, 1),
        )
        for _ in range(2)
    ]
    assert given[0] == given[1]
    assert RoleGrant.objects.filter(person=person).count() == 1
    assert person.groups.get().name == "editor"
    assert has_role(person, Role.EDITOR)
    assert "Nguyễn Văn Tư" in str(given[0])


def test_an_inactive_person_holds_no_role():
    person = cast.person("Nguyễn Văn Năm", Role.EXAMINER)
    person.is_active = False
    assert not has_role(person, Role.EXAMINER)


def test_the_database_refuses_a_role_or_a_membership_that_ends_before_it_begins():
    person = cast.person("Nguyễn Văn Sáu")
    body = Organisation.objects.create(code="bo-x", name_vi="Bộ X", kind="ministry")
    with pytest.raises(IntegrityError, match="role_ends_after_it_begins"), transaction.atomic():
        RoleGrant.objects.create(
            person=person, role=Role.EDITOR, starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 1)
        )
    with (
        pytest.raises(IntegrityError, match="membership_ends_after_it_begins"),
        transaction.atomic(),
    ):
        Membership.objects.create(
            person=person, organisation=body, since=date(2026, 2, 1), until=date(2026, 1, 1)
        )
    membership = Membership.objects.create(
        person=person, organisation=body, since=date(2026, 2, 1)
    )
    assert str(membership) == "Nguyễn Văn Sáu · Bộ X"
