"""So many questions a minute from one client, and no more: the register is for checking, not for copying."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


P = ParamSpec("P")
A_MINUTE = 60
MOST_PER_MINUTE = 60


def client_of(request: HttpRequest) -> str:
    """Return the address of the client; behind a trusted proxy, the one that the proxy noted last."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.headers.get("X-Forwarded-For", "")
        if last := forwarded.rpartition(",")[2].strip():
            return last
    return str(request.META.get("REMOTE_ADDR", ""))


def is_over(
    request: HttpRequest,
    *,
    what: str = "register",
    most: int = MOST_PER_MINUTE,
    seconds: int = A_MINUTE,
) -> bool:
    """Count one more question of this client and return whether it is one too many in this stretch of time."""
    key = f"{what}:{client_of(request)}:{int(time.time()) // seconds}"
    if cache.add(key, 1, timeout=2 * seconds):
        return False
    try:
        return int(cache.incr(key)) > most
    except ValueError:  # the entry lapsed between the two calls
        return False


def too_many(request: HttpRequest) -> HttpResponse:
    """Return the answer 429, with when to ask again."""
    response = render(request, "certificates/too_many.html", status=429)
    response["Retry-After"] = str(A_MINUTE)
    return response


def limited(
    view: Callable[Concatenate[Any, P], HttpResponse],
) -> Callable[Concatenate[Any, P], HttpResponse]:
    """Return the view with an answer 429 to a client that asks too often."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if is_over(request):
            return too_many(request)
        return view(request, *args, **kwargs)

    return guarded
