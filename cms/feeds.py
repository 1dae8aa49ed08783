"""News as RSS 2.0 and Atom 1.0, one for each language and category."""

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import get_language, gettext as _

from cms.models import Category, NewsPage


STORIES = 30


def site_address(path: str) -> str:
    """Return a path with the site's own address: feeds are read away from it."""
    return f"{settings.SITE_URL}{path}"


class NewsFeed(Feed):  # type: ignore[type-arg]
    """The newest stories of a language, of one category or of all."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    name = "cms:news_rss"

    def get_object(self, request: HttpRequest, category: str = "") -> str:
        """Return the category asked for; raise Http404 if there is none of that name."""
        if category and category not in Category.values:
            raise Http404(category)
        return category

    def title(self, category: str) -> str:
        """Return the name of the feed."""
        kind = Category(category).label if category else _("News")
        return f"{kind} | {settings.WAGTAIL_SITE_NAME}"

    def description(self, category: str) -> str:
        """Return what the feed brings."""
        return _("What happens in the programme, and how practitioners improve their daily work.")

    subtitle = description

    def link(self, category: str) -> str:
        """Return the address of the list of news."""
        prefix = "" if _code() == settings.LANGUAGE_CODE else f"/{_code()}"
        return site_address(f"{prefix}/tin-tuc/")

    def feed_url(self, category: str) -> str:
        """Return the feed's own address."""
        return site_address(
            reverse(self.name, kwargs={"category": category}) if category else reverse(self.name)
        )

    def items(self, category: str) -> list[NewsPage]:
        """Return the newest stories."""
        stories = NewsPage.objects.shown().filter(locale__language_code=_code())
        if category:
            stories = stories.filter(category=category)
        return list(stories.select_related("locale").defer_streamfields()[:STORIES])

    def item_title(self, item: Any) -> str:
        """Return the title of a story."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Return the whole summary of a story."""
        return str(item.summary)

    def item_link(self, item: Any) -> str:
        """Return the address of a story."""
        return site_address(item.get_url() or "/")

    def item_guid(self, item: Any) -> str:
        """Return a name of the story that stays when its address changes."""
        return f"urn:uuid:{item.translation_key}#{item.locale.language_code}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime:
        """Return the morning of the story's day."""
        return timezone.make_aware(datetime.combine(item.date, time(8)))

    def item_updateddate(self, item: Any) -> datetime:
        """Return when the story last changed."""
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item: Any) -> list[str]:
        """Return the story's category."""
        return [str(item.get_category_display())]


class NewsAtom(NewsFeed):
    feed_type = Atom1Feed
    name = "cms:news_atom"


def _code() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]
