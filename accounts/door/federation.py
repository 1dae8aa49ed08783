"""Signing in with an identity from elsewhere, and vouching for our people elsewhere (OpenID Connect)."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, override

from accounts.models import User
from accounts.names import clean_name


class FederationAdapter(DefaultSocialAccountAdapter):
    """Takes the full name as given, in NFC, and joins accounts by addresses that both sides have verified."""

    def list_apps(
        self, _request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the providers of the settings: none are kept in the database."""
        return [
            SocialApp(provider="openid_connect", **facts)
            for facts in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
            if provider in {None, "openid_connect", facts["provider_id"]}
            and client_id in {None, facts["client_id"]}
        ]

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """Return the person as the provider describes them: one full name, one address."""
        person: User = sociallogin.user
        person.email = str(data.get("email") or "").lower()
        person.full_name = clean_name(str(_told(sociallogin).get("name") or ""))[:120]
        person.language = (get_language() or "vi")[:2]
        return person

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Return whether name and verified address came along, so that there is nothing left to ask."""
        verified = any(each.verified for each in sociallogin.email_addresses)
        return bool(verified and sociallogin.user.full_name)

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, Any]:
        """Return what the provider told, for the person to complete."""
        known = super().get_signup_form_initial_data(sociallogin)
        return {**known, "full_name": sociallogin.user.full_name}

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Return whether an account here may be entered by this address: only if it was verified here too."""
        trusted: bool = super().can_authenticate_by_email(login, email)
        return trusted and EmailAddress.objects.filter(email=email.lower(), verified=True).exists()


def _told(sociallogin: SocialLogin) -> dict[str, Any]:
    extra = sociallogin.account.extra_data
    return {**extra.get("id_token", {}), **extra.get("userinfo", {}), **extra}


class IssuerAdapter(DefaultOIDCAdapter):
    """Tells others about our people: public id, full name, address; no number of a database row."""

    def get_issuer(self) -> str:
        """Return the address of this site, whatever name a request came by."""
        return settings.SITE_URL

    def get_user_sub(self, client: Client, user: User) -> str:
        """Return the public id of the person."""
        return str(user.public_id)

    def get_user_by_sub(self, client: Client, sub: str) -> User | None:
        """Return the active person of that public id, or None."""
        try:
            return User.objects.filter(public_id=sub, is_active=True).first()
        except ValidationError:
            return None


PAGES = ("idp:oidc:authorization", "idp:oidc:device_authorization", "idp:oidc:logout")


class ConsentMiddleware:
    """
    Shows the pages of the provider in the reader's language, and lets consent lead to the agency that asked.

    Their addresses are one for both languages: the agency may name one (`ui_locales`, OpenID Connect Core 3.1.2.1),
    else it is the person's own.
    Browsers hold `form-action` against every address that a form's answer redirects to (CSP level 3), so the
    policy of this one page names the places that the agency registered.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path not in map(reverse, PAGES):
            return self.get_response(request)
        with override(_language(request)):
            response = self.get_response(request)
        client = (getattr(response, "context_data", None) or {}).get("client")
        if isinstance(client, Client):
            places = sorted({_origin(uri) for uri in client.get_redirect_uris()})
            response._csp_update = {"form-action": places}  # type: ignore[attr-defined]  # noqa: SLF001 - the attribute django-csp's own decorators set
        return response


def _language(request: HttpRequest) -> str:
    for wanted in [
        *request.GET.get("ui_locales", "").split(),
        getattr(request.user, "language", ""),
    ]:
        if (language := wanted.partition("-")[0]) in dict(settings.LANGUAGES):
            return language
    return settings.LANGUAGE_CODE


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
