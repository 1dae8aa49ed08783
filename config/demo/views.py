"""The first contact with a demonstration. These addresses exist only when DEMO is on."""

import time
from pathlib import Path
from typing import Any

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from accounts.guards import reads, requires, writes
from accounts.models import User
from accounts.roles import anyone
from config.demo.mailbox import newest
from config.demo.people import ACTORS, PASSWORD


LATEST_MAILS = 200
PER_PAGE = 20


@reads
@requires(anyone)
def index(request: HttpRequest) -> HttpResponse:
    """Show the four guided paths and the people whom one may become."""
    known = {
        user.email: user
        for user in User.objects.filter(is_demo=True, email__in=[a.email for a in ACTORS])
    }
    english = get_language() == "en"
    people: list[dict[str, Any]] = [
        {
            "actor": actor,
            "person": known[actor.email],
            "story": actor.story_en if english else actor.story_vi,
            "digits": _digits(actor.totp_secret),
        }
        for actor in ACTORS
        if actor.email in known
    ]
    by_role = {entry["actor"].role.value: entry for entry in reversed(people)}
    return render(
        request, "demo/index.html", {"people": people, "by_role": by_role, "password": PASSWORD}
    )


def _digits(secret: str) -> str:
    """Return what the authenticator app with this key shows now; nothing without a key."""
    if not secret:
        return ""
    now = int(time.time()) // mfa_settings.TOTP_PERIOD
    return str(totp.format_hotp_value(totp.hotp_value(secret, now)))


@writes("POST")
@requires(anyone)
def enter(request: HttpRequest) -> HttpResponse:
    """Become one of the made-up people and go where the guided path leads."""
    person = get_object_or_404(
        User, email=request.POST.get("email", ""), is_demo=True, is_active=True
    )
    # The one click stands for both factors: it exists only here, and only for made-up people.
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    UserSession.objects.create_from_request(request)
    stop = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(stop, allowed_hosts=None)
    return redirect(stop if stop and ours else "accounts:mine")


@reads
@requires(anyone)
def mailbox(request: HttpRequest) -> HttpResponse:
    """Show the mail that this demonstration sent, newest first."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or settings.VAR / "mail")
    mails = list(newest(folder, limit=LATEST_MAILS))
    page = Paginator(mails, PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "demo/mailbox.html", {"page": page})
