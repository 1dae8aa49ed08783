"""A password alone is not enough on a new device; a mailed code is, and the device is known from then on."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache

from accounts.door.devices import COOKIE
from tests import cast


pytestmark = pytest.mark.django_db
CODE = re.compile(r"^\s*([0-9A-Z]{4}-[0-9A-Z]{4})\s*$", re.MULTILINE)
ASKED = "/accounts/login/code/confirm/"


@pytest.fixture(autouse=True)
def no_attempts_counted():
    cache.clear()


@pytest.fixture
def learner(trainee):
    EmailAddress.objects.create(user=trainee, email=trainee.email, verified=True, primary=True)
    return trainee


def _enter(client, person, password=cast.PASSWORD):
    return client.post("/accounts/login/", {"login": person.email, "password": password})


def _confirm(client, mailoutbox):
    return client.post(ASKED, {"code": CODE.search(mailoutbox[-1].body)[1]})


def test_a_new_device_is_asked_for_the_mailed_code_and_known_afterwards(
    client, learner, mailoutbox
):
    assert _enter(client, learner)["Location"] == ASKED
    assert "_auth_user_id" not in client.session
    assert _confirm(client, mailoutbox)["Location"] == "/cua-toi/"
    client.post("/accounts/logout/")
    assert _enter(client, learner)["Location"] == "/cua-toi/"
    assert len([mail for mail in mailoutbox if CODE.search(mail.body)]) == 1


def test_the_device_of_one_person_does_not_open_anothers_account(client, learner, mailoutbox):
    other = cast.person("Người Khác")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    _enter(client, learner)
    _confirm(client, mailoutbox)
    client.post("/accounts/logout/")
    assert _enter(client, other)["Location"] == ASKED


def test_a_new_password_forgets_all_devices(client, learner, mailoutbox):
    _enter(client, learner)
    _confirm(client, mailoutbox)
    client.post("/accounts/logout/")
    learner.set_password("mot-mat-khau-khac-han")
    learner.save()
    assert _enter(client, learner, "mot-mat-khau-khac-han")["Location"] == ASKED


def test_a_forged_cookie_is_worth_nothing(client, learner):
    client.cookies[COOKIE] = "WyJhIl0:1abc:forged"
    assert _enter(client, learner)["Location"] == ASKED


def test_a_code_by_mail_is_enough_by_itself(client, learner, mailoutbox):
    assert client.post("/accounts/login/code/", {"email": learner.email})["Location"] == ASKED
    assert _confirm(client, mailoutbox)["Location"] == "/cua-toi/"


def test_asking_for_a_code_answers_alike_for_known_and_unknown_addresses(client, learner):
    answers = []
    for email in (learner.email, "khong-co@example.vn"):
        client.cookies.clear()
        response = client.post("/accounts/login/code/", {"email": email})
        page = client.get(response["Location"]).content.decode().replace(email, "EMAIL")
        answers.append((response.status_code, re.sub(r'value="[\w-]{64}"', "", page)))
    assert answers[0] == answers[1]


def test_a_forgotten_password_answers_alike_for_known_and_unknown_addresses(client, learner):
    answers = []
    for email in (learner.email, "khong-co@example.vn"):
        client.cookies.clear()
        response = client.post("/accounts/password/reset/", {"email": email})
        page = client.get(response["Location"]).content.decode().replace(email, "EMAIL")
        answers.append((response.status_code, re.sub(r'value="[\w-]{64}"', "", page)))
    assert answers[0] == answers[1]


def test_signing_in_before_the_address_is_confirmed_leads_to_the_waiting_code(client, mailoutbox):
    fields = {"full_name": "Lê Thị Ẩn", "email": "an@x.vn", "password1": cast.PASSWORD}
    client.post("/accounts/signup/", fields)
    response = client.post("/accounts/login/", {"login": "an@x.vn", "password": cast.PASSWORD})
    assert response["Location"] == "/accounts/confirm-email/"
    code = CODE.search(mailoutbox[0].body)[1]
    assert client.post("/accounts/confirm-email/", {"code": code})["Location"] == "/cua-toi/"
    assert len(mailoutbox) == 1


def test_too_many_attempts_are_answered_in_words_and_with_a_time(client):
    for _ in range(31):
        response = client.post("/accounts/login/", {"login": "a@x.vn", "password": "sai"})
    assert response.status_code == 429
    assert response["Retry-After"] == "300"
    assert "/accounts/login/" in response.content.decode()
