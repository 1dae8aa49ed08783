"""The page about one's own security, the way to a second factor, and the way out."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _, ngettext

from accounts.door import closing, staff
from accounts.door.forms import CloseAccount
from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.models import User
from accounts.roles import is_signed_in


Row = dict[str, str]


@reads
@requires(is_signed_in)
def security(request: AuthenticatedRequest) -> HttpResponse:
    """Show how this person signs in, on which devices, and what could be made safer."""
    person = request.user
    factors: dict[str, list[Any]] = {}
    for factor in Authenticator.objects.filter(user=person):
        factors.setdefault(factor.type, []).append(factor.wrap())
    strong = bool(factors.get("totp") or factors.get("webauthn"))
    return render(
        request,
        "accounts/security.html",
        {
            "strong": strong,
            "is_staff": staff.needs_second_factor(person),
            "entrance": _entrance(person),
            "second": _second(factors, strong=strong),
            "elsewhere": _elsewhere(person),
        },
    )


def _row(title: str, name: str, note: str) -> Row:
    return {"title": title, "url": reverse(name), "note": note}


def _entrance(person: User) -> list[Row]:
    word = _("Set. Change it whenever somebody may have seen it.")
    if not person.has_usable_password():
        word = _("None: you sign in with a passkey, a code by e-mail or another account.")
    return [
        _row(_("E-mail address"), "account_email", person.email),
        _row(_("Password"), "account_change_password", word),
    ]


def _second(factors: dict[str, list[Any]], *, strong: bool) -> list[Row]:
    keys, apps, codes = (factors.get(kind, []) for kind in ("webauthn", "totp", "recovery_codes"))
    rows = [
        _row(
            _("Passkeys"),
            "mfa_list_webauthn" if keys else "mfa_add_webauthn",
            ngettext("%(count)d passkey", "%(count)d passkeys", len(keys)) % {"count": len(keys)}
            if keys
            else _("None yet. Sign in with fingerprint, face or the PIN of your device."),
        ),
        _row(
            _("Authenticator app"),
            "mfa_deactivate_totp" if apps else "mfa_activate_totp",
            _("Active") if apps else _("None yet. Six digits from an app on your phone."),
        ),
    ]
    if strong:
        left = len(codes[0].get_unused_codes()) if codes else 0
        words = ngettext("%(count)d code left", "%(count)d codes left", left) % {"count": left}
        name = "mfa_view_recovery_codes" if codes else "mfa_generate_recovery_codes"
        rows.append(_row(_("Recovery codes"), name, words))
    return rows


def _elsewhere(person: User) -> list[Row]:
    devices = UserSession.objects.filter(user=person).count()
    words = ngettext("Signed in on %(count)d device", "Signed in on %(count)d devices", devices)
    rows = [_row(_("Devices"), "usersessions_list", words % {"count": devices})]
    if settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]:
        joined = SocialAccount.objects.filter(user=person).count()
        words = ngettext("%(count)d account joined", "%(count)d accounts joined", joined)
        rows.append(
            _row(_("Connected accounts"), "socialaccount_connections", words % {"count": joined})
        )
    return rows


@reads
@requires(is_signed_in)
def factor_home(_request: HttpRequest) -> HttpResponse:
    """Lead from the library's overview of second factors to our own page."""
    return redirect("accounts:security")


@reads
@requires(is_signed_in)
def second_factor(request: AuthenticatedRequest) -> HttpResponse:
    """Explain to a member of staff why a second factor is needed, and offer the two ways to one."""
    onward = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = reverse("accounts:mine")
    ways = [
        _row(
            _("With a passkey (recommended)"),
            "mfa_add_webauthn",
            _("Fingerprint, face or the PIN of your device. Nothing to type, nothing to copy."),
        ),
        _row(
            _("With an authenticator app"),
            "mfa_activate_totp",
            _("An app on your phone shows six digits that change every half minute."),
        ),
    ]
    return render(
        request,
        "accounts/second_factor.html",
        {"ways": ways, "onward": onward, "done": staff.has_second_factor(request.user)},
    )


@form_view
@requires(is_signed_in)
@reauthentication_required(allow_get=False)
def close_account(request: AuthenticatedRequest) -> HttpResponse:
    """Say what closing means, ask for it in so many words, and close."""
    person = request.user
    form = CloseAccount(request.POST or None)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            closing.close_account(person=person)
        except closing.NotClosed as refusal:
            problem = str(refusal)
        else:
            logout(request)
            messages.success(request, _("Your account is closed."))
            return redirect("/")
    return render(
        request,
        "accounts/close.html",
        {"form": form, "problem": problem, "records": closing.has_records(person)},
        status=409 if problem else 200,
    )
