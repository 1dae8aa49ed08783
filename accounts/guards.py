"""
Every view says what it does to the database and who may call it.

`@reads` refuses any write on the database while the view runs; `@writes("POST")` runs it in one
transaction and refuses other methods; `@requires(policy)` asks a policy. tests/house walks the URLconf
and fails on a view that lacks either.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import SimpleTemplateResponse


if TYPE_CHECKING:
    from accounts.models import User
    from accounts.roles import Policy

    class AuthenticatedRequest(HttpRequest):
        """A request whose policy has made sure that somebody is signed in."""

        user: User
else:
    AuthenticatedRequest = HttpRequest


View = Callable[..., HttpResponse]
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]

HARMLESS = re.compile(
    r"\s*\(*\s*(select|savepoint|release|rollback|begin|commit|pragma|explain|set transaction|show)\b",
    re.IGNORECASE,
)
HARMLESS_WITH = re.compile(
    r"\s*with\b(?!.*\b(insert\s+into|delete\s+from|update\s+\S+\s+set)\b)",
    re.IGNORECASE | re.DOTALL,
)


class WriteRefused(Exception):  # noqa: N818 - it names what happened, as Django's own PermissionDenied does
    """A view that promised only to read tried to write."""


def refuse_writes(
    execute: Execute,
    sql: str,
    params: Any,
    many: bool,  # noqa: FBT001 - Django calls it so
    context: dict[str, Any],
) -> Any:
    """Run a reading statement and return its result; raise WriteRefused for any other."""
    if HARMLESS.match(sql) or HARMLESS_WITH.match(sql):
        return execute(sql, params, many, context)
    raise WriteRefused(f"A reading view tried to write: {sql[:120]}")


def _mark(view: Any, inner: Any, **facts: Any) -> None:
    for name in ("guard", "methods", "policy"):
        if hasattr(inner, name):
            setattr(view, name, getattr(inner, name))
    for name, fact in facts.items():
        setattr(view, name, fact)


def reads(
    view: View,
) -> View:
    """Return the view for GET and HEAD, with every write to the database refused while it runs."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        with connection.execute_wrapper(refuse_writes):
            response = view(request, *args, **kwargs)
            if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
                response.render()  # templates query too: render under the guard
            return response

    _mark(guarded, view, guard="reads", methods=("GET", "HEAD"))
    return guarded


def writes(
    *methods: str,
) -> Callable[[View], View]:
    """Return a decorator for views that change something: one transaction, only the given methods."""

    def decorate(
        view: View,
    ) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            with transaction.atomic():
                return view(request, *args, **kwargs)

        _mark(guarded, view, guard="writes", methods=methods)
        return guarded

    return decorate


def form_view(
    view: View,
) -> View:
    """Return a view that shows a form by GET (reading only) and takes it by POST (in one transaction)."""
    by_get, by_post = reads(view), writes("POST")(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return (by_post if request.method == "POST" else by_get)(request, *args, **kwargs)

    _mark(guarded, view, guard="form", methods=("GET", "HEAD", "POST"))
    return guarded


def requires(
    policy: "Policy",
) -> Callable[[View], View]:
    """Return a decorator that asks the policy; strangers go to sign-in, others get 403."""

    def decorate(
        view: View,
    ) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if policy(request.user):
                return view(request, *args, **kwargs)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise PermissionDenied(policy.__doc__)

        _mark(guarded, view, policy=policy)
        return guarded

    return decorate
