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
AN_HOUR = 60 * A_MINUTE
MOST_PER_MINUTE = 60
# Searches for names, a minute and an hour: somebody who looks for an expert needs few, a copier many.
NAMES, NAMES_SIGNED_IN = (20, 120), (40, 400)


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


def asks_for_names_too_often(request: HttpRequest) -> bool:
    """Count one more search for names, in the minute and in the hour, and return whether it is one too many."""
    fast, long = NAMES_SIGNED_IN if request.user.is_authenticated else NAMES
    in_the_minute = is_over(request, what="names", most=fast)
    in_the_hour = is_over(request, what="names-hour", most=long, seconds=AN_HOUR)
    return in_the_minute or in_the_hour


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
        return too_many(request) if is_over(request) else view(request, *args, **kwargs)

    return guarded
