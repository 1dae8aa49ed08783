"""Views that are not pages: what robots ask for, the mark, pages without a translation."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms import drum


A_DAY = 24 * 3600
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# A drawing on its own takes its colour from nowhere else: the jade of the tokens.
MARK_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" color="#0B5D57" fill="none"'


@reads
@requires(anyone)
def untranslated(request: HttpRequest) -> HttpResponse:
    """Say that a page is not translated and lead back to where it can be read."""
    url = request.GET.get("tu", "")
    safe = url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    original = url if safe else "/"
    first = "en" if original.startswith("/en/") else settings.LANGUAGE_CODE
    context = {"original": original, "language_urls": {first: original}}
    return render(request, "cms/untranslated.html", context)


@reads
@requires(anyone)
@cache_control(public=True, max_age=A_DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """Return the mark as a drawing for the browser's tab."""
    mark = drum.drum_mark().replace("<svg", MARK_HEAD, 1)
    return HttpResponse(mark, content_type="image/svg+xml")


@reads
@requires(anyone)
@cache_control(public=True, max_age=A_DAY)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of a demonstration and out of desks; lead them to the list of pages."""
    # On a loopback address no robot but the owner's own tools can come: they see what a real site shows.
    closed = settings.DEMO and urlsplit(settings.SITE_URL).hostname not in LOOPBACK
    context = {"closed": closed, "sitemap": f"{settings.SITE_URL}/sitemap.xml"}
    return render(request, "cms/robots.txt", context, content_type="text/plain; charset=utf-8")
