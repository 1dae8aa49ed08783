"""How allauth behaves in this house."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.conf import settings
from django.contrib.sites.requests import RequestSite
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest

from accounts.letters import dress


class AccountAdapter(DefaultAccountAdapter):
    """Sends people to their own page after signing in, and mail that names the platform."""

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return the page a new person sees first."""
        return str(self.get_login_redirect_url(request))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail that greets in the platform's name: a site made from a request has its host for a name."""
        site = RequestSite(current.request)
        site.name = settings.WAGTAIL_SITE_NAME
        super().send_mail(template_prefix, email, {**context, "current_site": site})

    def render_mail(self, *args: Any, **kwargs: Any) -> EmailMessage:
        """Return allauth's letter as text and in the look of the site."""
        message = super().render_mail(*args, **kwargs)
        return dress(message) if isinstance(message, EmailMultiAlternatives) else message
