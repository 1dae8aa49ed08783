"""Law 1: GET cannot write; every address has a declared policy; every role is tried on every address."""

from uuid import UUID

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from accounts.guards import WriteRefused, form_view, reads
from accounts.models import Organisation
from accounts.roles import Role
from tests import cast
from tests.house.addresses import addresses


OURS = sorted(addresses(), key=lambda address: address.route)
SAMPLE = {
    "UUIDConverter": UUID(int=7),
    "IntConverter": 1,
    "SlugConverter": "khong-co",
    "StringConverter": "VNPQ2026000197",
    "PathConverter": "khong/co",
}


def test_there_is_something_to_guard():
    assert len(OURS) > 30


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_every_view_says_what_it_does_and_who_may(address):
    assert getattr(address.view, "guard", None) in {"reads", "writes", "form"}, (
        "no @reads, @writes or form_view"
    )
    policy = getattr(address.view, "policy", None)
    assert policy is not None, "no @requires(policy)"
    assert (policy.__doc__ or "").strip().endswith("."), "a policy's docstring is its sentence"


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_a_writing_view_never_answers_get(address):
    if address.view.guard == "writes":
        assert "GET" not in address.view.methods


def _reads_nothing_but(request):
    Organisation.objects.create(code="x", name_vi="x", kind="agency")
    return HttpResponse()


@pytest.mark.django_db
@pytest.mark.parametrize("guard", [reads, form_view])
def test_a_reading_view_that_writes_is_refused_by_the_connection(guard):
    with pytest.raises(WriteRefused), transaction.atomic():
        guard(_reads_nothing_but)(RequestFactory().get("/"))
    assert not Organisation.objects.exists()


def _url(address):
    if not address.name or address.name == "wagtail_serve":
        return None
    return reverse(address.name, kwargs={name: SAMPLE[kind] for name, kind in address.converters})


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role], ids=lambda role: role or "anonymous")
def test_every_role_gets_what_the_policy_says_at_every_address(client, role):
    person = cast.BY_ROLE[role]() if role else None
    client.raise_request_exception = True
    for address in OURS:
        url = _url(address)
        if url is None:
            continue
        if person:
            client.force_login(person)
        method = client.post if address.view.guard == "writes" else client.get
        response = method(url)
        to_sign_in = response.status_code == 302 and "/accounts/login/" in response["Location"]
        if address.view.policy(response.wsgi_request.user):
            assert response.status_code < 500, (address.name, response.status_code)
            assert not to_sign_in, address.name
        elif person:
            assert response.status_code == 403, (address.name, response.status_code)
        else:
            assert to_sign_in, address.name
