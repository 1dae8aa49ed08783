"""Views that are not pages: what robots ask for, the mark, pages without a translation."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import cache_control

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms import drum
from cms.marks import SIDES, mark_icon


A_DAY = 24 * 3600
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# A drawing on its own takes its colour from nowhere else: the jade of the tokens.
PAPER, BRAND = "#ffffff", drum.INK
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
def icon(request: HttpRequest) -> HttpResponse:
    """Return the mark as an icon file, for whoever asks for one without reading the page first."""
    return HttpResponse(mark_icon(), content_type="image/x-icon")


@reads
@requires(anyone)
@cache_control(public=True, max_age=A_DAY)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of a demonstration and out of desks; lead them to the list of pages."""
    # On a loopback address no robot but the owner's own tools can come: they see what a real site shows.
    closed = settings.DEMO and urlsplit(settings.SITE_URL).hostname not in LOOPBACK
    context = {"closed": closed, "sitemap": f"{settings.SITE_URL}/sitemap.xml"}
    return render(request, "cms/robots.txt", context, content_type="text/plain; charset=utf-8")


@reads
@requires(anyone)
@cache_control(public=True, max_age=A_DAY)
def manifest(request: HttpRequest) -> HttpResponse:
    """Return what a phone needs to keep the site on its home screen, in the language of the address."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    start = "/" if language == settings.LANGUAGE_CODE[:2] else f"/{language}/"
    pictures = [
        {"src": static(f"img/mark-{side}.png"), "sizes": f"{side}x{side}", "type": "image/png"}
        for side in SIDES[1:]
    ]
    drawing = {"src": static("img/mark.svg"), "sizes": "any", "type": "image/svg+xml"}
    answer = {
        "id": "/",
        "name": _("Productivity and Quality Vietnam"),
        "short_name": settings.WAGTAIL_SITE_NAME,
        "description": _("National programme 2021–2030"),
        "lang": language,
        "dir": "ltr",
        "start_url": start,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": BRAND,
        "icons": [drawing, *pictures],
    }
    return JsonResponse(answer, content_type="application/manifest+json")
