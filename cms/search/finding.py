"""
Finds pages that hold every word of a query, with tones or without, the same on both databases.

A page is the better the nearer the words stand to its head and the more truly they are written: title with
the typed tones (whole words first), title without tones, summary and text with tones, then without. Equally
good pages stand newest first.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.core.paginator import Page as Leaf, Paginator
from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from wagtail.models import Page

from cms.models import SearchEntry, SitePage
from cms.models.searching import holds
from cms.queries import folded_words, wanted_words
from cms.search.marking import Piece, excerpt, marked


PER_PAGE: Final = 20
SUGGESTIONS: Final = 8
SHORTEST_SUGGESTED: Final = 2


@dataclass(frozen=True)
class Hit:
    """A page that was found."""

    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    kind: str
    url: str


@dataclass(frozen=True)
class KindCount:
    """A kind of pages and how many of those found are of it."""

    name: str
    label: str
    count: int


@cache
def kinds() -> dict[str, Any]:
    """Return the label of each kind, from the page types of all apps, in the order of their names."""
    pages = (model for model in apps.get_models() if issubclass(model, SitePage))
    plain = {SitePage.search_kind: SitePage.kind_label}
    named = {
        model.search_kind: model.kind_label
        for model in pages
        if model.search_kind != SitePage.search_kind
    }
    return dict(sorted(named.items())) | plain


def entries_holding(
    query: str, *, language: str, field: str = "all_folded"
) -> QuerySet[SearchEntry]:
    """Return what everyone may read in a language and holds every word of the query in a text, in no order."""
    words = [word for each in wanted_words(query) for word in folded_words(each)]
    if not words:
        return SearchEntry.objects.none()
    readable = Page.objects.live().public().filter(alias_of=None)
    held = SearchEntry.objects.filter(holds(field, words), language=language)
    return held.filter(page__in=readable)


def best_first(entries: QuerySet[SearchEntry], query: str) -> QuerySet[SearchEntry]:
    """Return the entries in the order in which they are shown."""
    typed = wanted_words(query)
    folded = [word for each in typed for word in folded_words(each)]
    if not folded:
        return entries.none()
    ladder = [
        holds("title_words", typed, whole=True),
        holds("title_words", typed),
        holds("title_folded", folded, whole=True),
        holds("title_folded", folded),
        holds("summary_words", typed),
        holds("summary_folded", folded),
        holds("all_words", typed),
    ]
    steps = [When(condition, then=Value(place)) for place, condition in enumerate(ladder)]
    rank = Case(*steps, default=Value(len(ladder)), output_field=IntegerField())
    return entries.annotate(rank=rank).order_by("rank", F("date").desc(nulls_last=True), "-pk")


def search_pages(
    query: str, *, language: str, count: int, kind: str = "", number: Any = 1
) -> Leaf:  # type: ignore[type-arg]
    """Return one leaf of the `count` entries that hold every word of the query, best first; one query."""
    entries = entries_holding(query, language=language)
    if kind:
        entries = entries.filter(kind=kind)
    shown = best_first(entries, query).select_related("page__locale")
    shown = shown.defer("title_words", "title_folded", "summary_words", "summary_folded")
    leaves = Paginator(shown.defer("all_words", "all_folded"), PER_PAGE)
    leaves.count = (
        count  # known from counting the kinds: counting again would read every text again
    )
    return leaves.get_page(number)


def counts_by_kind(query: str, *, language: str) -> list[KindCount]:
    """Return how many pages of each kind were found, without the kinds of which there are none; one query."""
    found = entries_holding(query, language=language).values("kind").order_by("kind")
    numbers = dict(found.annotate(number=Count("pk")).values_list("kind", "number"))
    return [
        KindCount(name, str(label), numbers[name])
        for name, label in kinds().items()
        if name in numbers
    ]


def suggested(query: str, *, language: str) -> list[Page]:
    """Return up to eight pages whose titles hold the words, best first; none before the second letter."""
    folded = [word for each in wanted_words(query) for word in folded_words(each)]
    if len("".join(folded)) < SHORTEST_SUGGESTED:
        return []
    entries = entries_holding(query, language=language, field="title_folded")
    shown = best_first(entries, query).select_related("page__locale")
    return [entry.page for entry in shown[:SUGGESTIONS]]


def as_hit(entry: SearchEntry, query: str) -> Hit:
    """Return how a found page is shown."""
    page = entry.page
    return Hit(
        title=marked(page.title, query),
        excerpt=marked(excerpt(entry.summary, query), query),
        kind=str(kinds().get(entry.kind, SitePage.kind_label)),
        url=page.get_url() or "",
    )
