"""What machines read: news as RSS and Atom, and the list of all pages for search engines."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as render_sitemap
from wagtail.models import Page

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms.feeds import NewsAtom, NewsFeed


@reads
@requires(anyone)
def rss(request: HttpRequest, category: str = "") -> HttpResponse:
    """Return the newest stories of a language as RSS, of one category or of all; 404 for an unknown one."""
    return NewsFeed()(request, category=category)


@reads
@requires(anyone)
def atom(request: HttpRequest, category: str = "") -> HttpResponse:
    """Return the newest stories of a language as Atom, of one category or of all; 404 for an unknown one."""
    return NewsAtom()(request, category=category)


class Pages(Sitemap):
    """All published pages of all languages: this house holds one site."""

    limit = 5000

    def items(self) -> Any:
        """Return the pages that everyone may read, in the order of the tree."""
        pages = Page.objects.live().public().filter(depth__gt=1, alias_of=None).order_by("path")
        return pages.select_related("locale")

    def get_urls(self, page: int = 1, site: Any = None, protocol: str | None = None) -> list[Any]:
        """Return address, day of the last change and translations of each page; two queries besides the site's."""
        self.latest_lastmod = None
        pages = list(self.paginator.page(page).object_list)
        keys = [each.translation_key for each in pages]
        twins: dict[Any, list[dict[str, str]]] = defaultdict(list)
        for twin in self.items().filter(translation_key__in=keys):
            twins[twin.translation_key].append(
                {"lang_code": twin.locale.language_code, "location": _whole(twin)}
            )
        return [_entry(each, twins[each.translation_key]) for each in pages]


def _entry(page: Page, twins: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "location": _whole(page),
        "lastmod": page.last_published_at or page.latest_revision_created_at,
        # A page alone in its language has nothing to point to.
        "alternates": twins if len(twins) > 1 else [],
    }


def _whole(page: Page) -> str:
    return f"{settings.SITE_URL}{page.get_url()}"


@reads
@requires(anyone)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return the addresses of all published pages for search engines."""
    response: HttpResponse = render_sitemap(request, {"pages": Pages})
    return response
