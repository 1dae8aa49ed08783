"""What every page of the site has in common: summary, search without tones, its other language."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _, override
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from accounts.names import fold
from cms.editing.checking import ChecksPanel


class SitePage(Page):
    """
    A page of the site.

    Its words are indexed twice, as written and without tones: neither SQLite's nor PostgreSQL's full-text
    search finds "đào tạo" by "dao tao" by itself. The query is then left as it was typed.
    """

    kind_label: ClassVar[Any] = _("Page")
    about: ClassVar[Any] = ""
    """What such a page is for, in a sentence that editors read before they choose it."""
    # Under which kind search finds it; an app adds a kind by naming it on its page.
    search_kind: ClassVar[str] = "trang"

    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences, also shown in search results and when shared."),
    )

    content_panels = [
        ChecksPanel(),
        TitleFieldPanel(
            "title", help_text=_("Says what the page is about; at most about sixty characters.")
        ),
        FieldPanel("summary"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("title_folded", boost=2),
        index.AutocompleteField("title_folded"),
        index.SearchField("summary"),
        index.SearchField("body_words"),
        index.SearchField("body_folded"),
    ]

    # Both languages share the last part of the address; a translator may still give another.
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True

    @classmethod
    def get_page_description(cls) -> str:
        """Return what such a page is for, as Wagtail shows it beside the kind's name."""
        return str(cls.about)

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """The sizes in which an editor sees the page: first a small phone, the narrowest that most people hold."""
        phone, *others = Page.DEFAULT_PREVIEW_SIZES
        return [{**phone, "device_width": 360}, *others]

    @property
    def title_folded(self) -> str:
        """The title without tones, for the search index."""
        return fold(self.title)

    @cached_property
    def body_words(self) -> str:
        """All words of the page's streams, for the search index."""
        streams = [field for field in self._meta.get_fields() if isinstance(field, StreamField)]
        return " ".join(
            str(piece)
            for field in streams
            for piece in field.get_searchable_content(field.value_from_object(self))
        )

    @property
    def body_folded(self) -> str:
        """Summary and words without tones, for the search index."""
        return fold(f"{self.summary} {self.body_words}")

    @property
    def search_date(self) -> date | None:
        """The day by which equally good finds are put in order, newest first."""
        return self.last_published_at.date() if self.last_published_at else None

    @property
    def share_description(self) -> str:
        """What a search engine or a shared link says about the page."""
        return str(self.search_description or self.summary)

    def ways_up(self) -> list[tuple[str, str]]:
        """Return title and address of the pages between the home page and this one."""
        above = self.get_ancestors().filter(depth__gt=2)
        return [(page.title, page.get_url()) for page in above]

    def translated_urls(self) -> dict[str, str]:
        """Return the page's address by language, for the languages in which everyone may read it."""
        # An alias shows the words of another page: it is no translation.
        pages = self.get_translations(inclusive=True).live().public().filter(alias_of=None)
        return {
            page.locale.language_code: page.get_url() for page in pages.select_related("locale")
        }

    def language_urls(self, found: Mapping[str, str]) -> dict[str, str]:
        """Return addresses for all languages: one that is not among the found leads to a page that says so."""
        missing = {
            code: untranslated_url(code, self.get_url())
            for code, _name in settings.LANGUAGES
            if code not in found
        }
        return {**found, **missing}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return what the page's template shows, the way up and the other language included."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        found = self.translated_urls()
        return {
            **context,
            "crumbs": self.ways_up(),
            "language_urls": self.language_urls(found),
            "translations": set(found),
            "canonical_url": self.get_full_url(request),
        }


def untranslated_url(language: str, url: str) -> str:
    """Return the address that says, in that language, that the page at `url` is not translated."""
    with override(language):
        return f"{reverse('cms:untranslated')}?{urlencode({'tu': url})}"
