"""Staff open their desks, and the page editor, with two factors only."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import URLResolver, get_resolver, reverse

from accounts.door.staff import SEEN
from accounts.roles import Role, anyone, is_signed_in
from config.addresses import addresses, lets_in, somebody_who_is
from tests import cast
from tests.house.test_views import _url


pytestmark = pytest.mark.django_db
EXPLAINED = "/bao-mat/buoc-hai/"
STAFF = [role for role in Role if role is not Role.TRAINEE]


@pytest.fixture
def bare(client):
    """Sign in somebody of a role who has no second factor."""

    def enter(role):
        person = cast.BY_ROLE[role]()
        Authenticator.objects.filter(user=person).delete()
        client.force_login(person)
        return person

    return enter


def _leads_to_explanation(response):
    return response.status_code == 302 and response["Location"].startswith(EXPLAINED)


@pytest.mark.parametrize("role", STAFF)
def test_no_desk_of_a_role_opens_without_a_second_factor(client, bare, role):
    bare(role)
    asked = 0
    for address in addresses():
        policy = address.view.policy
        url = _url(address)
        if url is None or policy in (anyone, is_signed_in):
            continue
        if lets_in(policy, somebody_who_is(role)):
            asked += 1
            method = client.post if address.view.guard == "writes" else client.get
            assert _leads_to_explanation(method(url)), address.name
    assert asked or role is Role.WRITER, "the role has desks"


def test_no_address_of_the_page_editor_opens_without_a_second_factor(client, bare):
    bare(Role.OPERATOR)
    samples = {
        "int": 1,
        "str": "x",
        "slug": "x",
        "path": "x",
        "uuid": "00000000-0000-0000-0000-000000000007",
    }
    tried = 0
    for entry in _routes(get_resolver()):
        if (
            not entry.startswith("cms/")
            or entry in {"cms/logout/", "cms/components/"}
            or "jsi18n" in entry
        ):
            continue
        url = "/" + entry
        for kind, sample in samples.items():
            while f"<{kind}:" in url:
                head, _, tail = url.partition(f"<{kind}:")
                url = head + str(sample) + tail.partition(">")[2]
        if any(sign in url for sign in "<^$(\\"):
            continue
        tried += 1
        assert _leads_to_explanation(client.get(url)), url
    assert tried > 80


def _routes(resolver, prefix=""):
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, route)
        else:
            yield route


def test_the_way_explains_itself_and_leads_back(client, bare):
    bare(Role.EXAMINER)
    response = client.get("/ky-thi/cham-bai/")
    page = client.get(response["Location"]).content.decode()
    assert reverse("mfa_add_webauthn") in page
    assert reverse("mfa_activate_totp") in page
    assert response["Location"] == f"{EXPLAINED}?next=%2Fky-thi%2Fcham-bai%2F"


def test_own_pages_stay_open_without_a_second_factor(client, bare):
    bare(Role.EXAMINER)
    assert client.get("/cua-toi/").status_code == 200
    assert client.get("/").status_code == 200


def test_the_explanation_never_leads_to_another_site(client, examiner):
    client.force_login(examiner)
    response = client.get(EXPLAINED, {"next": "https://evil.example/"})
    assert response.context["onward"] == "/cua-toi/"


def test_a_trainee_is_never_asked(client, trainee):
    client.force_login(trainee)
    assert client.get("/ky-thi/cham-bai/").status_code == 403


def test_with_a_second_factor_the_desk_opens_and_the_session_remembers(client, examiner):
    client.force_login(examiner)
    assert client.get("/ky-thi/cham-bai/").status_code == 200
    assert client.session[SEEN] is True


def test_a_role_granted_later_is_noticed_at_once(client, trainee):
    client.force_login(trainee)
    cast.grant_role(
        person=trainee,
        role=Role.EXAMINER,
        by=None,
        reason="x",
        starts_on=cast.timezone.localdate(),
    )
    assert _leads_to_explanation(client.get("/ky-thi/cham-bai/"))
    cast.give_authenticator(trainee)
    assert client.get("/ky-thi/cham-bai/").status_code == 200


def test_staff_cannot_give_up_their_last_factor(client, examiner):
    client.force_login(examiner)
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=examiner, type="totp").exists()
