"""Who may call: tokens with scopes, so many calls a minute, each noted; and one shape for whatever goes wrong."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from certificates.models import ApiToken
from certificates.services.api_tokens import note_use, token_of


A_MINUTE = 60
CALLS_PER_MINUTE = 120
MOST_BODY = 1_000_000
WRONG_TOKEN = "Send a usable token: `Authorization: Bearer cg_...`."  # noqa: S105 - a sentence
TOO_OFTEN = "More than 120 calls a minute with this token. `Retry-After` says when to go on."


class Token(HttpBearer):
    """A token of the agency desk with a scope, made at /chung-chi/ma-truy-cap/."""

    openapi_bearerFormat = "cg_..."  # noqa: N815 - the name is ninja's

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """Return the token's row; None for one that opens nothing; raise HttpError 403 without the scope, 429 when over."""
        found = token_of(token, at=timezone.now())
        if found is None:
            return None
        request.api_token = found  # type: ignore[attr-defined]
        request.api_left = _left(found)  # type: ignore[attr-defined]
        if request.api_left < 0:  # type: ignore[attr-defined]
            raise HttpError(429, TOO_OFTEN)
        if self.scope not in found.scopes:
            raise HttpError(403, f"This token lacks the scope “{self.scope}”.")
        return found


def _left(token: ApiToken) -> int:
    """Count one more call and return how many are left in this minute; below zero is one too many."""
    key = f"api:{token.pk}:{int(time.time()) // A_MINUTE}"
    if cache.add(key, 1, timeout=2 * A_MINUTE):
        return CALLS_PER_MINUTE - 1
    try:
        return CALLS_PER_MINUTE - int(cache.incr(key))
    except ValueError:  # the entry lapsed between the two calls
        return CALLS_PER_MINUTE - 1


def noted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return the operation with its calls noted, the limit in headers, and a body of 1 MB at most."""

    @wraps(view)
    def metered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if int(request.headers.get("Content-Length") or 0) > MOST_BODY:
            response: HttpResponse = _fault(413, "The body is larger than 1 MB.")
        else:
            response = view(request, *args, **kwargs)
        token = getattr(request, "api_token", None)
        if token is None:
            return response
        left, ends = max(request.api_left, 0), A_MINUTE - int(time.time()) % A_MINUTE  # type: ignore[attr-defined]
        response["RateLimit-Policy"] = f'"token";q={CALLS_PER_MINUTE};w={A_MINUTE}'
        response["RateLimit"] = f'"token";r={left};t={ends}'
        if response.status_code == 429:
            response["Retry-After"] = str(ends)
        note_use(
            token=token,
            operation=f"{request.method} {request.resolver_match.route if request.resolver_match else ''}"[
                :60
            ],
            rows=getattr(request, "api_rows", 0),
            code=response.status_code,
            at=timezone.now(),
        )
        return response

    return metered


def _fault(code: int, sentence: str, errors: list[dict[str, str]] | None = None) -> HttpResponse:
    return JsonResponse({"detail": sentence, "errors": errors or []}, status=code)


def speak_plainly(api: NinjaAPI) -> None:
    """Let every fault of the API have one shape: `detail` is a sentence, `errors` names the fields; return nothing."""

    @api.exception_handler(ValidationError)
    def invalid(_request: HttpRequest, problem: ValidationError) -> HttpResponse:
        errors = [
            {"field": ".".join(str(part) for part in each["loc"][1:]), "problem": str(each["msg"])}
            for each in problem.errors
        ]
        return _fault(422, "Some fields cannot be used as they are.", errors)

    @api.exception_handler(AuthenticationError)
    def unknown(_request: HttpRequest, _problem: AuthenticationError) -> HttpResponse:
        response = _fault(401, WRONG_TOKEN)
        response["WWW-Authenticate"] = "Bearer"
        return response

    @api.exception_handler(HttpError)
    def refused(_request: HttpRequest, problem: HttpError) -> HttpResponse:
        return _fault(problem.status_code, str(problem))
