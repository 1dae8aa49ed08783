"""Headers and identifiers that every answer carries."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from structlog.contextvars import bound_contextvars

from config.errors import maintenance


Next = Callable[[HttpRequest], HttpResponse]
OWN_PAGES = "/cms/components/"  # ours among the admin's addresses: the strict policy holds


class RequestIdMiddleware:
    """Gives every request an id that its log lines and its answer carry."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = uuid4().hex[:12]
        request.request_id = request_id  # type: ignore[attr-defined]
        with bound_contextvars(request=request_id):
            response = self.get_response(request)
        response["X-Request-Id"] = request_id
        return response


class MaintenanceMiddleware:
    """
    Answers everything but health with the maintenance page while a file stands at MAINTENANCE_FILE.

    A file, so that all processes see it at once, without a restart and without the database.
    """

    OPEN = ("/healthz", "/readyz")

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path in self.OPEN or not Path(settings.MAINTENANCE_FILE).exists():
            return self.get_response(request)
        with override("en" if request.path.startswith("/en/") else settings.LANGUAGE_CODE):
            return maintenance()


class AdminCSPMiddleware:
    """
    Relaxes the content security policy for the Wagtail admin only.

    Its date pickers and inline panels write inline scripts and styles (wagtail issue 1288), and its
    preview is a frame of this site.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(("/cms/", "/en/cms/")) and not request.path.startswith(
            OWN_PAGES
        ):
            # A preview answers by asking the site itself, and brings the public page's policy along.
            response.headers.pop("Content-Security-Policy", None)
            inline = [SELF, UNSAFE_INLINE]
            response._csp_replace = {  # type: ignore[attr-defined]  # noqa: SLF001 - the attribute django-csp's own decorators set
                "script-src": inline,
                "style-src": inline,
                "frame-src": [SELF],
                "frame-ancestors": [SELF],
                "img-src": [SELF, "data:", "blob:"],
            }
            response["X-Frame-Options"] = "SAMEORIGIN"
        return response


class HeadersMiddleware:
    """Keeps signed-in pages out of every cache and other sites out of our resources."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            response.setdefault("Cache-Control", "no-store")
        return response
