"""How allauth behaves in this house."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from allauth.account.models import EmailAddress, Login
from allauth.account.utils import has_verified_email
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sites.requests import RequestSite
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language

from accounts.door import ciphers, devices, staff
from accounts.letters import dress
from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Sends people to their own page after signing in, and mail that names the platform."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the own page in the language that the person prefers."""
        with translation.override(getattr(request.user, "language", None) or get_language()):
            return str(super().get_login_redirect_url(request))

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return the page a new person sees first."""
        return str(self.get_login_redirect_url(request))

    def is_login_by_code_required(self, login: Login) -> bool:
        """
        Return whether a password alone is not enough: on a device where this person never was.

        Who has a second factor is asked for that instead; who has not confirmed the address yet gets the
        code that confirms it.
        """
        person = login.user
        if person is None or login.signup or not has_verified_email(person):
            return False
        records = get_authentication_records(self.request, person)
        if not records or records[-1]["method"] != "password":
            return False
        return not (staff.has_second_factor(person) or devices.is_known(self.request, person))

    def should_send_confirmation_mail(
        self,
        request: HttpRequest,
        email_address: EmailAddress,
        signup: bool,  # noqa: FBT001 - allauth calls it so
    ) -> bool:
        """Return whether a new code is needed: not while the one of this browser still waits."""
        waiting = EmailVerificationProcess.resume(request)
        return not (waiting and waiting.email == email_address.email)

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        """Return the way on, with the cookie by which this device is known next time."""
        response: HttpResponse = super().post_login(request, user, **facts)
        devices.remember(request, response, user)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail that greets in the platform's name: a site made from a request has its host for a name."""
        site = RequestSite(current.request)
        site.name = settings.WAGTAIL_SITE_NAME
        super().send_mail(template_prefix, email, {**context, "current_site": site})

    def render_mail(self, *args: Any, **kwargs: Any) -> EmailMessage:
        """Return allauth's letter as text and in the look of the site."""
        message = super().render_mail(*args, **kwargs)
        return dress(message) if isinstance(message, EmailMultiAlternatives) else message


class FactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors encrypted, and staff from giving theirs up."""

    def encrypt(self, text: str) -> str:
        """Return the secret as it may lie in the database."""
        return ciphers.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret as the factor needs it."""
        return ciphers.decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return whether this factor may go: the last one of a member of staff may not."""
        if not staff.needs_second_factor(authenticator.user):
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=staff.STRONG)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return the name under which browsers keep a passkey of this site."""
        return {
            **super().get_public_key_credential_rp_entity(),
            "name": settings.WAGTAIL_SITE_NAME,
        }
