"""Pages about the signed-in person."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt

from accounts.grants.selectors import ending_soon
from accounts.guards import AuthenticatedRequest, reads, requires, writes
from accounts.organisations.selectors import waiting_memberships
from accounts.roles import (
    Role,
    anyone,
    is_signed_in,
    may_author,
    may_edit_pages,
    may_keep_organisations,
    may_operate,
    may_read_audit,
    may_see_register,
)
from accounts.workspace import NextStep, Waiting, next_steps, waiting_for


SCHEMES = {"light", "dark", "auto"}
MOST_ROWS = 10
A_YEAR = 365 * 24 * 3600


def _row(waiting: Waiting) -> dict[str, str]:
    """Return a row of links: what waits, how much of it, and since when its oldest does."""
    days = (timezone.now() - waiting.since).days if waiting.since else 0
    note = ngettext(
        "The oldest has waited for %(days)d day.", "The oldest has waited for %(days)d days.", days
    )
    return {
        "title": f"{waiting.name}: {waiting.count}",
        "url": waiting.url,
        "note": note % {"days": days} if days else "",
    }


def _step(step: NextStep) -> dict[str, str]:
    return {"title": step.title, "url": step.url, "note": step.note}


@reads
@requires(is_signed_in)
def mine(request: AuthenticatedRequest) -> HttpResponse:
    """Show what waits for this person, in every role held."""
    user, now = request.user, timezone.now()
    work = [_row(each) for each in waiting_for(user, at=now)]
    return render(
        request,
        "accounts/mine.html",
        {
            "today": work + [_step(each) for each in next_steps(user, at=now)],
            "works_here": bool(user.current_roles - {Role.TRAINEE}),
            "roles": {role.value for role in user.current_roles},
            "may_see_register": may_see_register(user),
            "may_author": may_author(user),
            "may_edit_pages": may_edit_pages(user),
            "may_read_audit": may_read_audit(user),
            "may_operate": may_operate(user),
            "may_keep_organisations": may_keep_organisations(user),
            "to_confirm": waiting_memberships(user)[:MOST_ROWS],
            "ending": ending_soon(on=timezone.localdate(now))[:MOST_ROWS]
            if may_operate(user)
            else (),
        },
    )


@csrf_exempt  # it changes the colours of the visitor's own browser and nothing else; so shared pages need no token
@writes("POST")
@requires(anyone)
def choose_scheme(request: HttpRequest) -> HttpResponse:
    """Remember light, dark or the system's colours in a cookie and go back."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = "/"
    response = HttpResponseRedirect(back)
    scheme = request.POST.get("scheme", "auto")
    if scheme in SCHEMES - {"auto"}:
        response.set_cookie(
            "scheme", scheme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
        )
    else:
        response.delete_cookie("scheme")
    return response
