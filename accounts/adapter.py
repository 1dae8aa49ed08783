"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sends people to their own page after signing in and keeps redirects on this site."""

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return the page a new person sees first."""
        return str(self.get_login_redirect_url(request))
