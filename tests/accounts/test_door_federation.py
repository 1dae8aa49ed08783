"""Signing in through a provider of identities that really answers: this very platform, on a port of its own."""

import threading
import unicodedata
from urllib.parse import parse_qs, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from allauth.account.models import EmailAddress
from allauth.idp.oidc.models import Client as Agency
from allauth.socialaccount.models import SocialAccount
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client
from django.urls import reverse

from accounts.door.federation import IssuerAdapter
from accounts.models import AuditEvent, User
from tests import cast


pytestmark = pytest.mark.django_db
NAME, ADDRESS = "Nguyễn Thị Ngọc Ẩn", "an@noi-khac.example"
BACK = "http://testserver/accounts/oidc/danh-tinh/login/callback/"


class ElsewhereAdapter(IssuerAdapter):
    """The provider describes its people itself: another address, a name in decomposed letters."""

    verified = True

    def get_claims(self, purpose, user, client, scopes, email=None, **kwargs):
        claims = super().get_claims(purpose, user, client, scopes, email, **kwargs)
        told = {
            "name": unicodedata.normalize("NFD", NAME),
            "email": ADDRESS,
            "email_verified": self.verified,
        }
        return {**claims, **told}


class UnverifiedAdapter(ElsewhereAdapter):
    verified = False


class Quiet(WSGIRequestHandler):
    """Serves without a line for every request."""

    def log_message(self, *args):
        pass


@pytest.fixture
def provider(db, settings, capsys, monkeypatch):
    """A served provider with this site as its client; both see the test's own transaction."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
    ours = connections["default"]
    ours.inc_thread_sharing()
    # The end of a request served elsewhere must not end the test's own transaction.
    monkeypatch.setattr(ours, "close", lambda: None)

    def serve():
        connections["default"] = ours
        server.serve_forever(poll_interval=0.05)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    settings.SITE_URL = f"http://127.0.0.1:{server.server_port}"
    settings.ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
    settings.IDP_OIDC_ADAPTER = f"{__name__}.ElsewhereAdapter"
    call_command("oidc_client", "Cổng thử", "--redirect-uri", BACK)
    told = dict(line.split("=", 1) for line in capsys.readouterr().out.split())
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "danh-tinh", "name": "Định danh thử", "client_id": told["client_id"],
                    "secret": told["client_secret"],
                    "settings": {"server_url": settings.SITE_URL, "oauth_pkce_enabled": True},
                }
            ]
        }
    }  # fmt: skip
    yield settings.SITE_URL
    server.shutdown()
    thread.join()
    server.server_close()
    ours.dec_thread_sharing()


def _come_back(client, somebody, *, action="grant"):
    """Go to the provider, agree there as somebody who is signed in there, and return the answer here."""
    away = client.post(reverse("openid_connect_login", args=["danh-tinh"]))["Location"]
    there = Client()
    there.force_login(somebody)
    asked = urlsplit(away)
    consent = there.get(f"{asked.path}?{asked.query}")
    form = consent.context["form"]
    scopes = ["openid", "profile", "email"]
    answer = there.post(
        asked.path, {"request": form["request"].value(), "scopes": scopes, "action": action}
    )
    assert answer["Location"].startswith(BACK), answer["Location"]
    back = urlsplit(answer["Location"])
    return consent, client.get(f"{back.path}?{back.query}")


def test_the_platform_says_how_it_vouches(client, provider):
    facts = client.get("/.well-known/openid-configuration").json()
    assert facts["issuer"] == provider
    assert client.get("/.well-known/jwks.json").json()["keys"][0]["kty"] == "RSA"


def test_a_newcomer_comes_in_with_the_full_name_composed_and_the_verified_address(
    client, provider, stranger
):
    consent, answer = _come_back(client, stranger)
    assert answer["Location"] == "/cua-toi/"
    newcomer = User.objects.get(email=ADDRESS)
    assert newcomer.full_name == NAME
    assert client.session["_auth_user_id"] == str(newcomer.pk)
    assert EmailAddress.objects.get(user=newcomer).verified
    assert SocialAccount.objects.get(user=newcomer).uid == str(stranger.public_id)
    policy = consent["Content-Security-Policy"]
    assert "http://testserver" in policy.partition("form-action")[2]
    assert "Cổng thử" in consent.content.decode()


def test_the_second_time_it_is_the_same_person(client, provider, stranger):
    _come_back(client, stranger)
    _come_back(Client(), stranger)
    assert User.objects.filter(email=ADDRESS).count() == 1


@pytest.mark.parametrize("verified", [True, False])
def test_an_account_here_is_joined_only_by_an_address_verified_here(
    client, provider, stranger, verified
):
    owner = cast.person("Chủ Tài Khoản", email=ADDRESS)
    EmailAddress.objects.create(user=owner, email=ADDRESS, verified=verified, primary=True)
    _come_back(client, stranger)
    assert ("_auth_user_id" in client.session) is verified
    assert SocialAccount.objects.filter(user=owner).exists() is verified


def test_an_address_that_the_provider_has_not_verified_opens_nothing(
    client, provider, stranger, settings
):
    settings.IDP_OIDC_ADAPTER = f"{__name__}.UnverifiedAdapter"
    owner = cast.person("Chủ Tài Khoản", email=ADDRESS)
    EmailAddress.objects.create(user=owner, email=ADDRESS, verified=True, primary=True)
    _come_back(client, stranger)
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_staff_who_come_from_elsewhere_are_still_asked_for_the_second_factor(
    client, provider, stranger
):
    owner = cast.person("Chủ Tài Khoản", cast.Role.EXAMINER, email=ADDRESS)
    EmailAddress.objects.create(user=owner, email=ADDRESS, verified=True, primary=True)
    _, answer = _come_back(client, stranger)
    assert answer["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session


def test_who_refuses_at_the_provider_stays_outside(client, provider, stranger):
    _, answer = _come_back(client, stranger, action="cancel")
    assert "_auth_user_id" not in client.session
    assert answer["Location"].endswith("/login/cancelled/")


def test_the_button_stands_only_where_a_provider_is_configured(client, provider, settings):
    address = reverse("openid_connect_login", args=["danh-tinh"])
    assert address in client.get("/accounts/login/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert address not in client.get("/accounts/login/").content.decode()


def test_an_agency_is_let_in_by_command_and_its_secret_lies_hashed(capsys):
    call_command("oidc_client", "Bộ thử", "--redirect-uri", "https://bo.example/ve/")
    told = dict(line.split("=", 1) for line in capsys.readouterr().out.split())
    agency = Agency.objects.get(pk=told["client_id"])
    assert told["client_secret"] not in agency.secret
    assert agency.check_secret(told["client_secret"])
    assert AuditEvent.objects.get(action="agency.let_in").subject == agency.pk


def test_the_way_to_the_provider_asks_for_name_and_address_with_pkce(client, provider):
    away = client.post(reverse("openid_connect_login", args=["danh-tinh"]))["Location"]
    asked = parse_qs(urlsplit(away).query)
    assert set(asked["scope"][0].split()) >= {"openid", "profile", "email"}
    assert asked["code_challenge_method"] == ["S256"]


def _consent(client, somebody, *, asking=""):
    away = client.post(reverse("openid_connect_login", args=["danh-tinh"]))["Location"]
    there = Client()
    if somebody:
        there.force_login(somebody)
    asked = urlsplit(away)
    return there.get(f"{asked.path}?{asked.query}{asking}")


def test_consent_is_asked_in_the_language_of_who_is_asked(client, provider, stranger):
    assert "Đồng ý và tiếp tục" in _consent(client, stranger).text
    stranger.language = "en"
    stranger.save(update_fields=["language"])
    english = _consent(client, stranger).text
    assert "Agree and go on" in english
    assert '<html lang="en"' in english
    assert "Đồng ý và tiếp tục" not in english


def test_an_agency_may_name_the_language(client, provider, stranger):
    assert "Agree and go on" in _consent(client, stranger, asking="&ui_locales=en-GB%20vi").text
    assert "Đồng ý và tiếp tục" in _consent(client, stranger, asking="&ui_locales=fr").text
    led = _consent(client, None, asking="&ui_locales=en")
    assert led["Location"].startswith("/en/accounts/login/")
