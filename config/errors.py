"""Pages for when something is not as it should be: each says what happened and what to do."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from accounts.roles import Policy, Role
from config.addresses import lets_in, somebody_who_is


RETRY_AFTER = 300  # seconds: how long a browser or a robot should wait during maintenance


def roles_that_pass(policy: "Policy | None") -> list[str]:
    """Return the names of the roles that a policy lets in, in the active language; none if all may."""
    if policy is None or lets_in(policy, somebody_who_is(Role.TRAINEE)):
        return []
    return [str(role.label) for role in Role if lets_in(policy, somebody_who_is(role))]


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say who may open the page, and where to go instead."""
    match = request.resolver_match
    policy = getattr(match.func, "policy", None) if match else None
    context = {"who_may": roles_that_pass(policy)}
    return render(request, "403.html", context, status=HTTPStatus.FORBIDDEN)


def too_many(request: HttpRequest) -> HttpResponse:
    """Say that somebody tried too often, that nothing is lost, and when to try again."""
    response = render(request, "429.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form's token no longer holds: nothing was stored, and how to send it again."""
    return render(request, "403_csrf.html", {"reason": reason}, status=HTTPStatus.FORBIDDEN)


def fault(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours, with the number under which it is recorded."""
    number = getattr(request, "request_id", "")
    return HttpResponse(
        render_to_string("500.html", {"request_id": number}),
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
    )


def maintenance() -> HttpResponse:
    """Say that the site is being worked on and when to come back."""
    words = render_to_string("maintenance.html", {"title": _("We are working on the site")})
    response = HttpResponse(words, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response
