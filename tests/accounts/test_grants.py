"""Roles are granted and taken back by operators, with dates and reasons; nothing is forgotten."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AuditEvent, RoleGrant
from accounts.roles import Role
from accounts.services import NotGranted, follow_dates, grant_role, take_back_role
from accounts.tasks import follow_role_dates
from tests import cast


pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def on_this_day(time_machine):
    time_machine.move_to("2026-11-23 09:00+07:00")


@pytest.fixture
def desk(sign_in, operator):
    return sign_in(operator)


def _url(person):
    return reverse("accounts:person", args=[person.public_id])


def _grant(client, person, **said):
    facts = {"role": "examiner", "starts_on": "2026-11-23", "ends_on": "", "reason": "QĐ 12"}
    return client.post(_url(person), facts | said)


def _give(person, role, **facts):
    return grant_role(
        person=person, role=role, by=None, reason="thử", **{"starts_on": TODAY} | facts
    )


def test_a_role_is_granted_with_a_reason_and_holds_at_once(client, desk, trainee):
    assert _grant(client, trainee).status_code == 302
    grant = trainee.grants.get()
    assert (grant.granted_by, grant.reason) == (desk, "QĐ 12")
    trainee.__dict__.pop("current_roles", None)
    assert Role.EXAMINER in trainee.current_roles
    assert AuditEvent.objects.filter(action="role.granted", actor=desk).count() == 1


@pytest.mark.parametrize(
    "said", [{"reason": ""}, {"role": "trainee"}, {"role": "x"}, {"starts_on": ""},
             {"ends_on": "2026-11-22"}],
)  # fmt: skip
def test_a_grant_without_sense_is_told_and_not_given(client, desk, trainee, said):
    answer = _grant(client, trainee, **said)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not trainee.grants.exists()


def test_nobody_grants_to_themselves_whoever_asks(client, desk):
    before = desk.grants.count()
    assert _grant(client, desk).status_code == 422
    assert desk.grants.count() == before
    with pytest.raises(IntegrityError, match="role_granted_by_another"), transaction.atomic():
        RoleGrant.objects.create(
            person=desk, role="examiner", granted_by=desk, reason="x", starts_on=TODAY
        )


def test_a_role_taken_back_holds_no_more_and_stays_in_the_history(client, desk, trainee):
    grant = _give(trainee, Role.EDITOR)
    assert trainee.groups.filter(name="editor").exists()
    url = reverse("accounts:take_back", args=[grant.public_id])
    for _twice in range(2):
        client.post(url, {"reason": "Chuyển công tác"})
    grant.refresh_from_db()
    assert (grant.taken_back_on, grant.taken_back_by) == (TODAY, desk)
    assert not trainee.role_on(TODAY, Role.EDITOR)
    assert trainee.role_on(TODAY - timedelta(days=0), Role.EDITOR) is False
    assert not trainee.groups.filter(name="editor").exists()
    assert AuditEvent.objects.filter(action="role.taken_back").count() == 1
    assert "Chuyển công tác" in client.get(_url(trainee)).content.decode()


def test_a_role_held_on_the_days_before_it_was_taken_back(trainee, operator):
    grant = _give(trainee, Role.EXAMINER, starts_on=TODAY - timedelta(days=9))
    take_back_role(grant=grant, by=operator, reason="x", on=TODAY)
    assert trainee.role_on(TODAY - timedelta(days=1), Role.EXAMINER)


def test_taking_back_needs_a_reason_and_another_person(client, desk, trainee):
    grant = _give(trainee, Role.EXAMINER)
    client.post(reverse("accounts:take_back", args=[grant.public_id]), {"reason": "  "})
    own = desk.grants.get()
    client.post(reverse("accounts:take_back", args=[own.public_id]), {"reason": "x"})
    assert RoleGrant.objects.exclude(taken_back_on=None).count() == 0
    with pytest.raises(NotGranted):
        take_back_role(grant=own, by=desk, reason="x", on=TODAY)


def test_a_role_can_be_granted_again_on_the_day_it_was_taken_back(trainee, operator):
    take_back_role(grant=_give(trainee, Role.EXAMINER), by=operator, reason="x", on=TODAY)
    again = _give(trainee, Role.EXAMINER)
    assert again.taken_back_on is None
    assert trainee.role_on(TODAY, Role.EXAMINER)


def test_groups_follow_grants_that_begin_and_end_by_their_date(trainee):
    _give(
        trainee,
        Role.WRITER,
        starts_on=TODAY + timedelta(days=2),
        ends_on=TODAY + timedelta(days=4),
    )
    member = trainee.groups.filter(name="writer")
    assert not member.exists()
    assert follow_dates(on=TODAY + timedelta(days=2)) == 1
    assert member.exists()
    assert follow_dates(on=TODAY + timedelta(days=3)) == 0
    assert follow_role_dates() == 1
    assert not member.exists()


def test_people_are_found_without_accents_by_address_and_by_role(client, desk, trainee, examiner):
    def found(**asked):
        return list(client.get(reverse("accounts:people"), asked).context["page"])

    assert found(q="ngoc an") == [trainee]
    assert found(q=examiner.email) == [examiner]
    assert found(vai_tro="examiner") == [examiner]
    assert found(q="không ai cả") == []


def test_people_stand_in_the_order_of_given_names(client, desk):
    for name in ("Trần Văn Đức", "Nguyễn Thị Ánh", "Lê Văn Dũng", "Phạm Thị An"):
        cast.person(name)
    names = [str(each) for each in client.get(reverse("accounts:people")).context["page"]]
    kept = [name for name in names if name.split()[-1] in {"Đức", "Ánh", "Dũng", "An"}]
    assert kept == ["Phạm Thị An", "Nguyễn Thị Ánh", "Lê Văn Dũng", "Trần Văn Đức"]


def test_the_list_of_people_costs_the_same_for_few_and_many(client, desk):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("accounts:people")).status_code == 200
        return len(asked)

    cast.person("Một Người", Role.EXAMINER)
    few = cost()
    for _each in range(25):
        cast.person("Nhiều Người", Role.EXAMINER)
    assert cost() == few


def test_roles_that_end_soon_wait_on_the_operators_page(client, desk, trainee):
    soon = _give(trainee, Role.EXAMINER, ends_on=TODAY + timedelta(days=9))
    _give(trainee, Role.AUTHOR, ends_on=TODAY + timedelta(days=90))
    assert list(client.get(reverse("accounts:mine")).context["ending"]) == [soon]
