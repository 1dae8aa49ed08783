"""Who closes the account is gone from here; what the register holds stays."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from accounts.door.closing import NOBODY, NotClosed, close_account
from accounts.models import AuditEvent
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
CLOSE = "/bao-mat/dong-tai-khoan/"


def _signed_in(person):
    EmailAddress.objects.get_or_create(
        user=person, email=person.email, verified=True, primary=True
    )
    client = Client()
    client.force_login(person)
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    return client


def test_closing_asks_first_who_it_is(client, trainee):
    client.force_login(trainee)
    assert client.get(CLOSE)["Location"].startswith(reverse("account_reauthenticate"))
    assert client.post(CLOSE, {"sure": "on"})["Location"].startswith(
        reverse("account_reauthenticate")
    )
    trainee.refresh_from_db()
    assert trainee.is_active


def test_closing_wants_it_in_so_many_words(trainee):
    assert _signed_in(trainee).post(CLOSE).status_code == 200
    trainee.refresh_from_db()
    assert trainee.is_active


def test_a_closed_account_is_empty_and_signed_out_everywhere(trainee):
    address = trainee.email
    here, elsewhere = _signed_in(trainee), Client()
    elsewhere.force_login(trainee)
    UserSession.objects.create(
        user=trainee, session_key=elsewhere.session.session_key, ip="127.0.0.1"
    )
    assert here.post(CLOSE, {"sure": "on"})["Location"] == "/"
    for client in (here, elsewhere):
        assert client.get("/cua-toi/").status_code == 302
    trainee.refresh_from_db()
    assert (trainee.is_active, trainee.full_name, trainee.phone) == (False, NOBODY, "")
    assert address not in trainee.email
    assert not trainee.has_usable_password()
    assert not EmailAddress.objects.filter(email=address).exists()
    event = AuditEvent.objects.get(action="account.closed")
    assert (event.actor, event.detail) == (trainee, {"records_kept": False})


def test_who_holds_a_certificate_keeps_the_name_and_the_register_is_untouched(client, trainee):
    certificate = factories.certificate(trainee, produce=False)
    before = dict(type(certificate).objects.filter(pk=certificate.pk).values().get())
    name, address = trainee.full_name, trainee.email
    page = _signed_in(trainee).post(CLOSE)
    assert page.context["records"] is True
    closed = close_account(person=trainee)
    assert (closed.full_name, closed.is_active) == (name, False)
    assert address not in closed.email
    assert type(certificate).objects.filter(pk=certificate.pk).values().get() == before
    assert client.get(f"/tra-cuu/{certificate.number}/").status_code == 200


def test_the_address_may_sign_up_anew(client, trainee, mailoutbox):
    address = trainee.email
    close_account(person=trainee)
    fields = {"full_name": "Trần Văn Mới", "email": address, "password1": cast.PASSWORD}
    assert client.post("/accounts/signup/", fields)["Location"] == "/accounts/confirm-email/"
    assert type(trainee).objects.filter(email=address).exists()


def test_staff_ask_for_their_role_to_be_taken_back_first(examiner):
    with pytest.raises(NotClosed):
        close_account(person=examiner)
    response = _signed_in(examiner).post(CLOSE, {"sure": "on"})
    assert response.status_code == 409
