"""
Staff open their desks with two factors only.

Who holds any role beyond trainee, or may enter the page editor, and has neither a passkey nor an
authenticator app, is led to a page that explains why and how; no staff desk opens before. That the factor
exists is remembered in the session, so that a desk costs no query more.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role, Visitor, anyone, is_signed_in


SEEN = "second_factor_seen"
STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
EDITOR = "/cms/"
OPEN_TO_ALL = (anyone, is_signed_in)
ALWAYS_OPEN = ("/cms/logout/",)

View = Callable[..., HttpResponse]


def needs_second_factor(user: Visitor) -> bool:
    """Return whether this person holds any role beyond trainee or may enter the page editor."""
    if not user.is_authenticated:
        return False
    return bool(
        user.is_superuser
        or user.current_roles - {Role.TRAINEE}
        or user.has_perm("wagtailadmin.access_admin")
    )


def has_second_factor(user: Visitor) -> bool:
    """Return whether this person has a passkey, a security key or an authenticator app."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=STRONG).exists())


def is_desk(path: str, view: Any) -> bool:
    """Return whether the address is for certain roles only, or a page of the editor's."""
    policy = getattr(view, "policy", None)
    if policy is not None:
        return policy not in OPEN_TO_ALL
    return path.startswith(EDITOR) and path not in ALWAYS_OPEN


class StaffFactorMiddleware:
    """Leads staff without a second factor to the page where they set one up."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Return the way to the explanation, or nothing where the desk may open."""
        if not is_desk(request.path, view) or not request.user.is_authenticated:
            return None
        if request.session.get(SEEN) or not needs_second_factor(request.user):
            return None
        if has_second_factor(request.user):
            request.session[SEEN] = True
            return None
        back = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return redirect(reverse("accounts:second_factor") + (f"?{back}" if back else ""))


@receiver(user_logged_in)
def remember_factor(request: HttpRequest | None, user: User, **_facts: Any) -> None:
    """Note in the new session whether the person has a second factor."""
    if request is not None and hasattr(request, "session"):
        request.session[SEEN] = has_second_factor(user)


@receiver((authenticator_added, authenticator_removed))
def look_again(request: HttpRequest, **_facts: Any) -> None:
    """Forget what the session knew: a factor came or went."""
    request.session.pop(SEEN, None)
