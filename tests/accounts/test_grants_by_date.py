"""A role opens and closes doors on its days: at once, by the day's sweep, and never backwards."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent, RoleGrant
from accounts.roles import Role, has_role
from accounts.services import follow_dates, grant_role, take_back_role
from accounts.tasks import follow_role_dates
from tests import cast


pytestmark = pytest.mark.django_db
DAY = timedelta(1)


def _grant(person, *, by, role=Role.EDITOR, starts_on=None, ends_on=None):
    return grant_role(
        person=person,
        role=role,
        by=by,
        reason="Quyết định 12",
        starts_on=starts_on or timezone.localdate(),
        ends_on=ends_on,
    )


def _groups(person):
    return set(person.groups.values_list("name", flat=True))


def test_a_role_that_begins_tomorrow_opens_the_page_editor_tomorrow_only(operator, stranger):
    today = timezone.localdate()
    _grant(stranger, by=operator, starts_on=today + DAY)
    assert not has_role(stranger, Role.EDITOR)
    assert _groups(stranger) == set()
    assert follow_dates(on=today) == 0
    assert follow_dates(on=today + DAY) == 1
    assert _groups(stranger) == {"editor"}


def test_a_role_that_is_over_closes_the_page_editor_by_the_days_sweep(operator, stranger):
    today = timezone.localdate()
    _grant(stranger, by=operator, ends_on=today)
    assert _groups(stranger) == {"editor"}
    assert follow_dates(on=today + DAY) == 1
    assert _groups(stranger) == set()
    assert follow_dates(on=today + DAY) == 0


def test_granting_one_role_for_later_leaves_another_that_ends_before_it(operator, stranger):
    today = timezone.localdate()
    _grant(stranger, by=operator, role=Role.WRITER, ends_on=today + DAY)
    _grant(stranger, by=operator, starts_on=today + 5 * DAY)
    assert _groups(stranger) == {"writer"}


def test_the_sweep_is_a_task_and_beat_calls_it(operator, stranger):
    from config.celery import app

    _grant(stranger, by=operator)
    stranger.groups.clear()
    assert follow_role_dates() == 1
    assert follow_role_dates() == 0
    assert _groups(stranger) == {"editor"}
    assert "accounts.follow_role_dates" in {
        entry["task"] for entry in app.conf.beat_schedule.values()
    }


def test_the_sweep_asks_as_often_for_many_people_as_for_few(operator):
    for each in range(3):
        _grant(cast.person(f"Nguyễn Văn {each}"), by=operator)
    follow_dates(on=timezone.localdate())
    with CaptureQueriesContext(
        connection,
    ) as few:
        follow_dates(on=timezone.localdate())
    for each in range(12):
        _grant(cast.person(f"Trần Văn {each}"), by=operator)
    with CaptureQueriesContext(connection) as many:
        follow_dates(on=timezone.localdate())
    assert len(many) == len(few)


def test_a_role_taken_back_closes_the_page_editor_at_once_and_can_be_given_again(
    operator, stranger
):
    today = timezone.localdate()
    first = _grant(stranger, by=operator)
    take_back_role(grant=first, by=operator, reason="Chuyển công tác", on=today)
    assert _groups(stranger) == set()
    assert not has_role(stranger, Role.EDITOR)
    second = _grant(stranger, by=operator)
    assert second.pk != first.pk
    assert _groups(stranger) == {"editor"}
    assert RoleGrant.objects.filter(person=stranger).count() == 2


def test_no_role_is_granted_for_days_that_are_over(client, sign_in, operator, stranger):
    sign_in(operator)
    address = reverse("accounts:person", args=[stranger.public_id])
    said = {"role": "council_member", "reason": "Quyết định 12"}
    before = {**said, "starts_on": (timezone.localdate() - DAY).isoformat()}
    response = client.post(address, before)
    assert response.status_code == 422
    assert "starts_on" in response.context["form"].errors
    assert not RoleGrant.objects.filter(person=stranger).exists()
    today = {**said, "starts_on": timezone.localdate().isoformat()}
    assert client.post(address, today).status_code == 302
    assert RoleGrant.objects.filter(person=stranger).count() == 1


def test_a_role_held_already_on_that_day_is_not_granted_twice(operator, stranger, client, sign_in):
    sign_in(operator)
    _grant(stranger, by=operator, ends_on=timezone.localdate() + 9 * DAY)
    address = reverse("accounts:person", args=[stranger.public_id])
    again = {
        "role": "editor",
        "reason": "Gia hạn",
        "starts_on": timezone.localdate().isoformat(),
        "ends_on": (timezone.localdate() + 90 * DAY).isoformat(),
    }
    response = client.post(address, again)
    assert response.status_code == 422
    assert RoleGrant.objects.get(person=stranger).reason == "Quyết định 12"
    after = {**again, "starts_on": (timezone.localdate() + 10 * DAY).isoformat()}
    assert client.post(address, after).status_code == 302


def test_a_role_that_has_not_begun_can_be_taken_back_on_the_page(
    client, sign_in, operator, stranger
):
    sign_in(operator)
    grant = _grant(stranger, by=operator, starts_on=timezone.localdate() + 5 * DAY)
    page = client.get(reverse("accounts:person", args=[stranger.public_id])).content.decode()
    address = reverse("accounts:take_back", args=[grant.public_id])
    assert address in page
    client.post(address, {"reason": "Nhầm người"})
    grant.refresh_from_db()
    assert grant.taken_back_by == operator
    assert follow_dates(on=timezone.localdate() + 6 * DAY) == 0
    assert AuditEvent.objects.filter(action="role.taken_back").count() == 1
