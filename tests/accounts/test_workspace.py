"""Today: what waits for a person, how much of it, and the longest waiting first."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts import workspace
from accounts.models import Coordinator, Membership, Organisation
from accounts.roles import Role
from accounts.services import grant_role
from accounts.workspace import NextStep, Waiting
from tests import cast


pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return Organisation.objects.create(code="bo", name_vi="Bộ Khoa học", kind="ministry")


def _today(client):
    return client.get(reverse("accounts:mine")).context["today"]


def test_what_waits_longest_comes_first_and_what_nobody_waits_for_is_left_out(
    monkeypatch, stranger
):
    now = timezone.now()
    told = [
        Waiting("new", 2, "/a/", now - timedelta(1)),
        Waiting("undated", 1, "/b/"),
        Waiting("none", 0, "/c/", now - timedelta(90)),
        Waiting("old", 4, "/d/", now - timedelta(30)),
    ]
    monkeypatch.setattr(workspace, "_asks", [lambda person, at: told])
    names = [each.name for each in workspace.waiting_for(stranger, at=now)]
    assert names == ["old", "new", "undated"]


def test_every_app_with_work_for_people_tells_what_waits():
    apps = {ask.__module__.split(".")[0] for ask in workspace._asks}
    assert apps == {"accounts", "certificates", "cms", "exams"}


def test_a_coordinator_reads_how_many_memberships_wait(client, sign_in, stranger, body):
    Coordinator.objects.create(person=stranger, organisation=body)
    for number in range(3):
        Membership.objects.create(
            person=cast.person(f"Nguyễn Văn {number}"), organisation=body, since=date(2024, 1, 1)
        )
    sign_in(stranger)
    (row,) = _today(client)
    assert row["title"].endswith(": 3")
    assert row["url"].endswith("#confirm")
    assert 'id="confirm"' in client.get(reverse("accounts:mine")).content.decode()


def test_an_operator_reads_how_many_roles_end_soon(client, sign_in, operator, stranger):
    today = timezone.localdate()
    grant_role(
        person=stranger,
        role=Role.EXAMINER,
        by=None,
        reason="Kỳ thi",
        starts_on=today,
        ends_on=today + timedelta(9),
    )
    sign_in(operator)
    (row,) = _today(client)
    assert row["title"].endswith(": 1")


@pytest.mark.parametrize("role", [each for each in Role if each != Role.TRAINEE])
def test_staff_for_whom_nothing_waits_are_told_so(client, sign_in, role):
    sign_in(cast.BY_ROLE[role]())
    page = client.get("/en/cua-toi/")
    assert page.context["today"] == []
    assert "Nothing waits for you today." in page.content.decode()


def test_a_trainee_is_not_told_of_work(client, sign_in, trainee):
    sign_in(trainee)
    assert 'id="today"' not in client.get(reverse("accounts:mine")).content.decode()


def test_the_page_of_many_roles_asks_as_often_for_much_work_as_for_little(client, sign_in, body):
    person = cast.person("Lê Thị Đủ", *(role for role in Role if role != Role.TRAINEE))
    Coordinator.objects.create(person=person, organisation=body)
    sign_in(person)

    def cost(number):
        Membership.objects.create(
            person=cast.person(f"Nguyễn Văn {number}"), organisation=body, since=date(2024, 1, 1)
        )
        with CaptureQueriesContext(connection) as asked:
            _today(client)
        return len(asked)

    cost(0)
    few = cost(1)
    for number in range(2, 10):
        cost(number)
    assert cost(10) == few <= 60


def test_every_app_with_a_way_to_go_tells_the_next_step():
    apps = {ask.__module__.split(".")[0] for ask in workspace._step_asks}
    assert apps == {"certificates", "courses", "exams"}


def test_the_next_steps_of_a_trainee_stand_on_the_page_the_most_pressing_first(
    client, monkeypatch, sign_in, trainee
):
    now = timezone.now()
    told = [
        NextStep("Go on learning", "/khoa-hoc/a/", "3 of 5"),
        NextStep("Exam next week", "/ky-thi/b/", by=now + timedelta(7)),
        NextStep("Exam running", "/ky-thi/c/", by=now + timedelta(hours=1)),
    ]
    monkeypatch.setattr(workspace, "_step_asks", [lambda person, at: told])
    sign_in(trainee)
    page = client.get(reverse("accounts:mine"))
    titles = [row["title"] for row in page.context["today"]]
    assert titles == ["Exam running", "Exam next week", "Go on learning"]
    section = page.content.decode().partition('id="today"')[2].partition("</section>")[0]
    assert 'href="/ky-thi/c/"' in section
    assert "3 of 5" in section
