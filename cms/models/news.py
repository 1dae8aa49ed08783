"""News: an index by year and category, and its stories."""

import datetime
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from cms.blocks import HOW_TO_BUILD, BodyBlock
from cms.models.searching import holding
from cms.models.site_page import SitePage
from cms.queries import clean_query
from cms.topics import topic_figure


PER_PAGE = 20
NEIGHBOURS = 5
RELATED = 3
WORDS_A_MINUTE = 240  # syllables: Vietnamese writes each as a word of its own


class Category(models.TextChoices):
    PROGRAMME = "programme", _("The programme")
    TRAINING = "training", _("Training")
    CERTIFICATION = "certification", _("Certification")
    STANDARDS = "standards", _("Standards")
    PRACTICE = "practice", _("From practice")


class Topic(models.TextChoices):
    """Which drawing stands beside the story: those of the courses, or the band of birds."""

    NONE = "none", _("Band of birds")
    C01 = "C01", _("Productivity")
    C02 = "C02", _("5S and Kaizen")
    C03 = "C03", _("Quality control")
    C04 = "C04", _("Lean and TPM")
    C05 = "C05", _("Six Sigma")
    C06 = "C06", _("Management systems")
    C07 = "C07", _("Green productivity")
    C08 = "C08", _("Strategy and indicators")


class NewsQuerySet(PageQuerySet):
    def shown(self) -> "NewsQuerySet":
        """Return the stories that everyone may read, newest first."""
        return self.live().public().order_by("-date", "-pk")  # type: ignore[no-any-return]

    def newer_than(self, story: "NewsPage") -> "NewsQuerySet":
        """Return the stories of the same list that came after this one, the nearest first."""
        later = models.Q(date__gt=story.date)
        if story.pk:  # the preview of a story that is not saved yet has none
            later |= models.Q(date=story.date, pk__gt=story.pk)
        return self.shown().sibling_of(story).filter(later).order_by("date", "pk")  # type: ignore[no-any-return]

    def older_than(self, story: "NewsPage") -> "NewsQuerySet":
        """Return the stories of the same list that came before this one, the nearest first."""
        same_day = models.Q(date=story.date)
        if story.pk:
            same_day &= models.Q(pk__lt=story.pk)
        earlier = models.Q(date__lt=story.date) | same_day
        return self.shown().sibling_of(story).filter(earlier)  # type: ignore[no-any-return]

    def like(self, story: "NewsPage", *, besides: Iterable["NewsPage"]) -> "NewsQuerySet":
        """Return the stories of the same list and the same topic, then of the same category, newest first."""
        alike = models.Q(category=story.category)
        if story.topic != Topic.NONE:
            alike |= models.Q(topic=story.topic)
        nearness = models.Case(
            models.When(models.Q(topic=story.topic) & ~models.Q(topic=Topic.NONE), then=0),
            default=1,
        )
        left_out = [story.pk, *(other.pk for other in besides)]
        found = self.shown().sibling_of(story).filter(alike).exclude(pk__in=left_out)
        return found.order_by(nearness, "-date", "-pk")  # type: ignore[no-any-return]


NewsManager = PageManager.from_queryset(NewsQuerySet)


class NewsIndexPage(SitePage):
    kind_label = _("News")
    template = "cms/news_index_page.html"
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def stories(self) -> NewsQuerySet:
        """Return the stories of this list that everyone may read, newest first."""
        return NewsPage.objects.child_of(self).shown()  # type: ignore[no-any-return]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return one page of stories, of the year, the category and the words asked for."""
        asked, words = asked_filters(request), clean_query(request.GET.get("q", ""))
        stories = self.stories()
        years = [day.year for day in stories.dates("date", "year", order="DESC")]
        chosen = stories.filter(**{lookup: value for lookup, value in asked.items() if value})
        leaf = Paginator(holding(chosen, words), PER_PAGE).get_page(request.GET.get("trang"))
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "stories": leaf,
            "query": words,
            "years": _options(
                "date__year", [(str(year), str(year)) for year in years], asked, words
            ),
            "categories": _options("category", Category.choices, asked, words),
            "asked": {NAMES[name]: value for name, value in asked.items() if value},
            "filtered": bool(words) or any(asked.values()),
            "feed_category": asked["category"],
            # The words are left out: what is looked for makes no page of its own for search engines.
            "canonical_url": context["canonical_url"] + _address(asked, leaf.number),
        }


NAMES = {"date__year": "nam", "category": "chuyen-muc"}


def asked_filters(request: HttpRequest) -> dict[str, str]:
    """Return the year and the category of the address, empty where there is none that can be meant."""
    year, category = (request.GET.get(name, "") for name in NAMES.values())
    return {
        "date__year": year if year.isascii() and year.isdigit() and len(year) == 4 else "",
        "category": category if category in Category.values else "",
    }


def _address(asked: dict[str, str], number: int) -> str:
    """Return the one query string of a filtered leaf, always in the same order."""
    parts = {NAMES[name]: value for name, value in sorted(asked.items()) if value}
    if number > 1:
        parts["trang"] = str(number)
    return f"?{urlencode(parts)}" if parts else ""


def _options(
    lookup: str, choices: list[tuple[str, Any]], asked: dict[str, str], words: str
) -> list[dict[str, Any]]:
    """Return the links of one filter; each keeps the other filter and the words."""
    kept = {NAMES[name]: value for name, value in asked.items() if value and name != lookup}
    if words:
        kept["q"] = words
    return [
        {
            "label": label,
            "url": "?" + urlencode({**kept, **({NAMES[lookup]: value} if value else {})}),
            "current": asked[lookup] == value,
        }
        for value, label in [("", gettext("All")), *choices]
    ]


class NewsPage(SitePage):
    kind_label = _("News")
    search_kind = "tin-tuc"
    about = _(
        "What happened on a day, with its source. It goes through an editor and a publisher."
    )
    template = "cms/news_page.html"
    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types: list[str] = []

    date = models.DateField(_("date"))
    category = models.CharField(_("category"), max_length=20, choices=Category.choices)
    topic = models.CharField(_("drawing"), max_length=4, choices=Topic.choices, default=Topic.NONE)
    author = models.CharField(_("author"), max_length=150, blank=True)
    source = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        help_text=_("Who said it first, shown under the story."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    objects = NewsManager()
    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel(
            [
                FieldPanel("date", help_text=_("The day it happened; lists are in this order.")),
                FieldPanel("category", help_text=_("Under which heading readers look for it.")),
                FieldPanel("topic", help_text=_("Stands above the story; it decorates only.")),
            ]
        ),
        FieldPanel("body", help_text=HOW_TO_BUILD),
        FieldRowPanel(
            [
                FieldPanel("author", help_text=_("Who wrote it; empty for the editorial office.")),
                FieldPanel("source"),
            ]
        ),
    ]

    class Meta:
        verbose_name = _("news story")
        verbose_name_plural = _("news stories")
        indexes = [models.Index(fields=["-date", "category"], name="news_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(category__in=Category.values), name="news_category_known"
            ),
            models.CheckConstraint(
                condition=models.Q(topic__in=Topic.values), name="news_drawing_known"
            ),
        ]

    @cached_property
    def figure(self) -> SafeString | None:
        """The drawing of the story's topic; none where the band of birds stands in."""
        return None if self.topic == Topic.NONE else topic_figure(self.topic)

    @property
    def search_date(self) -> datetime.date:
        """The day of the story, by which equally good finds are put in order."""
        return self.date

    @property
    def reading_minutes(self) -> int:
        """How long reading takes, in whole minutes, at least one."""
        return max(1, round(len(self.body_words.split()) / WORDS_A_MINUTE))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the story with its newer and older neighbours, newest first in both lists."""
        newer = list(NewsPage.objects.newer_than(self)[:NEIGHBOURS])
        older = list(NewsPage.objects.older_than(self)[:NEIGHBOURS])
        beside = [*newer, *older]
        return {
            **super().get_context(request, *args, **kwargs),
            "newer": newer[::-1],
            "older": older,
            "related": list(NewsPage.objects.like(self, besides=beside)[:RELATED]),
        }
