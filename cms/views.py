"""Views that are not pages: search, what robots ask for, the mark, pages without a translation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as render_sitemap
from wagtail.models import Page

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms import drum
from cms.search import as_hit, clean_query, search_pages


A_DAY = 24 * 3600
# A drawing on its own takes its colour from nowhere else: the jade of the tokens.
MARK_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" color="#0B5D57" fill="none"'


@reads
@requires(anyone)
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that hold the words looked for, in the language of the address."""
    query = clean_query(request.GET.get("q", ""))
    context: dict[str, Any] = {"query": query}
    if query:
        language = _language()
        found = search_pages(query, language=language, number=request.GET.get("trang"))
        context |= {"found": found, "hits": [as_hit(page, query) for page in found]}
        if not found.paginator.count:
            context["elsewhere"] = _elsewhere(query, language)
    return render(request, "cms/search.html", context)


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def _elsewhere(query: str, language: str) -> int:
    """Return how many pages of the other languages hold the words."""
    return sum(
        search_pages(query, language=code).paginator.count
        for code, _name in settings.LANGUAGES
        if code != language
    )


@reads
@requires(anyone)
def untranslated(request: HttpRequest) -> HttpResponse:
    """Say that a page is not translated and lead back to where it can be read."""
    url = request.GET.get("tu", "")
    safe = url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    original = url if safe else "/"
    context = {"original": original, "language_urls": {"vi": original}}
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
    return render(
        request, "cms/robots.txt", {"sitemap": f"{settings.SITE_URL}/sitemap.xml"},
        content_type="text/plain; charset=utf-8",
    )  # fmt: skip


class Pages(Sitemap):
    """All published pages of all languages: this house holds one site."""

    limit = 5000

    def items(self) -> Any:
        """Return the pages that everyone may read, in the order of the tree."""
        pages = Page.objects.live().public().filter(depth__gt=1).order_by("path")
        return pages.defer_streamfields().specific()


@reads
@requires(anyone)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return the addresses of all published pages for search engines."""
    response: HttpResponse = render_sitemap(request, {"pages": Pages})
    return response
