"""What every answer carries."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from structlog.contextvars import get_contextvars

from config.middleware import AdminCSPMiddleware, HeadersMiddleware, RequestIdMiddleware


def _directives(response):
    parts = response["Content-Security-Policy"].split(";")
    return {words[0]: words[1:] for part in parts if (words := part.split())}


def test_a_request_has_an_id_in_its_answer_and_in_its_log_lines():
    seen = {}

    def view(request):
        seen.update(get_contextvars())
        return HttpResponse()

    first, second = (RequestIdMiddleware(view)(RequestFactory().get("/")) for _ in range(2))
    assert seen["request"] == second["X-Request-Id"]
    assert first["X-Request-Id"] != second["X-Request-Id"]
    assert "request" not in get_contextvars()


def test_a_page_may_run_only_our_own_scripts_and_stands_in_no_frame(client):
    response = client.get("/healthz")
    directives = _directives(response)
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == directives["style-src"] == ["'self'"]
    assert directives["frame-ancestors"] == ["'none'"]
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_only_the_page_editor_may_write_scripts_inline_and_frame_itself(client):
    response = client.get("/cms/")
    directives = _directives(response)
    assert "'unsafe-inline'" in directives["script-src"]
    assert "'unsafe-inline'" in directives["style-src"]
    assert directives["frame-ancestors"] == ["'self'"]
    assert directives["default-src"] == ["'none'"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("path", ["/", "/en/", "/tin-tuc/cms/", "/cms"])
def test_the_policy_is_not_relaxed_outside_the_page_editor(path):
    middleware = AdminCSPMiddleware(lambda request: HttpResponse())
    response = middleware(RequestFactory().get(path))
    assert not hasattr(response, "_csp_replace")
    assert "X-Frame-Options" not in response


def test_an_answer_keeps_other_sites_and_needless_devices_out(client):
    response = client.get("/healthz")
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "microphone=()" in response["Permissions-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_what_a_signed_in_person_sees_is_stored_nowhere(client, trainee, sign_in):
    assert "Cache-Control" not in client.get("/healthz")
    sign_in(trainee)
    assert client.get("/healthz")["Cache-Control"] == "no-store"


@pytest.mark.parametrize("user", [None, AnonymousUser()], ids=["no user", "a stranger"])
def test_what_strangers_see_may_be_stored(user):
    request = RequestFactory().get("/")
    if user is not None:
        request.user = user
    assert "Cache-Control" not in HeadersMiddleware(lambda request: HttpResponse())(request)


def test_a_view_that_set_its_own_headers_keeps_them(trainee):
    request = RequestFactory().get("/")
    request.user = trainee
    own = {
        "Cache-Control": "private, max-age=60",
        "Permissions-Policy": "camera=()",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    response = HeadersMiddleware(lambda request: HttpResponse(headers=own))(request)
    assert own.items() <= dict(response.items()).items()
