"""People keep their own facts; a name that stands on record stays."""

from datetime import date

import pytest
from django.urls import reverse

from accounts import holds
from accounts.models import AuditEvent, Membership, Notice, Organisation
from accounts.profile.services import NotKept, change_profile
from certificates.selectors.dossiers import carries_a_name


pytestmark = pytest.mark.django_db
FACTS = {
    "full_name": "Nguyễn Thị Ngọc Ẩn",
    "phone": "0912 345 678",
    "language": "en",
    "notices": [],
}


@pytest.fixture
def body():
    return Organisation.objects.create(code="so-x", name_vi="Sở X", kind="agency")


@pytest.fixture
def me(sign_in, trainee):
    return sign_in(trainee)


def _store(client, **facts):
    return client.post(reverse("accounts:profile"), FACTS | facts)


def test_details_are_stored_and_the_trail_names_what_changed_but_not_to_what(client, me):
    answer = _store(client, full_name="Nguyễn  Thị Ngọc Ẩn".replace("ễ", "e\u0302\u0303"))
    assert answer.status_code == 302
    me.refresh_from_db()
    assert (me.full_name, me.phone, me.language) == ("Nguyễn Thị Ngọc Ẩn", "+84912345678", "en")
    event = AuditEvent.objects.get(action="profile.changed")
    assert event.detail == {"fields": ["language", "muted", "phone"]}


def test_storing_the_same_again_changes_and_records_nothing(client, me):
    _store(client)
    _store(client)
    assert AuditEvent.objects.filter(action="profile.changed").count() == 1


@pytest.mark.parametrize("phone", ["12", "0912abc", "+849123456789012345", "số máy"])
def test_what_is_no_telephone_number_is_told_and_nothing_is_stored(client, me, phone):
    answer = _store(client, phone=phone)
    assert answer.status_code == 422
    assert answer.context["form"].errors["phone"]
    me.refresh_from_db()
    assert me.phone == ""


@pytest.mark.parametrize("name", ["", "  ", "12345"])
def test_a_name_without_letters_is_refused(client, me, name):
    assert _store(client, full_name=name).status_code == 422
    me.refresh_from_db()
    assert me.full_name == "Nguyễn Thị Ngọc Ẩn"


@pytest.fixture
def on_record(monkeypatch):
    monkeypatch.setattr(holds, "_holds", [lambda _person: True])


@pytest.mark.usefixtures("on_record")
def test_a_name_on_record_is_shown_and_not_asked(client, me):
    page = client.get(reverse("accounts:profile"))
    assert "full_name" not in page.context["form"].fields
    assert "Nguyễn Thị Ngọc Ẩn" in page.content.decode()
    assert _store(client, full_name="Tên Khác").status_code == 302
    me.refresh_from_db()
    assert me.full_name == "Nguyễn Thị Ngọc Ẩn"


@pytest.mark.usefixtures("on_record")
def test_the_service_itself_keeps_a_name_on_record(me):
    with pytest.raises(NotKept):
        change_profile(
            person=me, full_name="Tên Khác", phone="", province=None, language="vi", wanted=[]
        )


def test_the_register_holds_names_and_only_of_who_applied(trainee):
    assert carries_a_name in holds._holds
    assert holds.name_is_on_record(trainee) is False
    assert holds.register(carries_a_name) is carries_a_name
    assert holds._holds.count(carries_a_name) == 1


def test_letters_that_nobody_wants_are_not_sent(client, me):
    assert me.wants(Notice.COURSES)
    _store(client, notices=["news"])
    me.refresh_from_db()
    assert not me.wants(Notice.COURSES)
    assert me.wants(Notice.NEWS)


def _join(client, body, **facts):
    said = {"organisation": body.pk, "since": "2020-01-02", "until": ""} | facts
    return client.post(reverse("accounts:add_membership"), said)


def test_an_organisation_is_noted_once(client, me, body):
    assert _join(client, body).status_code == 302
    again = _join(client, body)
    assert again.status_code == 422
    assert again.context["joining"].errors
    (membership,) = me.memberships.all()
    assert (membership.since, membership.confirmed_at) == (date(2020, 1, 2), None)


def test_a_time_that_ends_before_it_begins_is_told_at_its_field(client, me, body):
    answer = _join(client, body, until="2019-01-01")
    assert answer.status_code == 422
    assert answer.context["joining"].errors["until"]
    assert not me.memberships.exists()


def _end(client, membership, **said):
    return client.post(reverse("accounts:end_membership", args=[membership.public_id]), said)


def test_a_membership_ends_today_and_a_mistake_goes(client, me, body, time_machine):
    time_machine.move_to("2026-11-23 09:00+07:00")
    _join(client, body)
    membership = me.memberships.get()
    _end(client, membership)
    membership.refresh_from_db()
    assert membership.until == date(2026, 11, 23)
    _end(client, membership)
    _end(client, membership, xoa="1")
    assert not me.memberships.exists()
    written = AuditEvent.objects.filter(action__startswith="membership.").order_by("pk")
    assert [each.action.partition(".")[2] for each in written] == ["noted", "ended", "withdrawn"]
    assert {(each.actor, each.detail["organisation"]) for each in written} == {(me, body.code)}


def test_what_the_organisation_confirmed_can_be_ended_but_not_removed(client, me, body, examiner):
    membership = Membership.objects.create(
        person=me, organisation=body, since=date(2020, 1, 1),
        confirmed_at="2024-01-01T00:00Z", confirmed_by=examiner,
    )  # fmt: skip
    _end(client, membership, xoa="1")
    assert me.memberships.exists()


def test_a_membership_that_begins_tomorrow_cannot_end_today(client, me, body):
    membership = Membership.objects.create(person=me, organisation=body, since=date(2090, 1, 1))
    _end(client, membership)
    membership.refresh_from_db()
    assert membership.until is None


def test_nobody_ends_the_membership_of_another(client, me, stranger, body):
    membership = Membership.objects.create(
        person=stranger, organisation=body, since=date(2020, 1, 1)
    )
    assert _end(client, membership).status_code == 404
