"""
What search reads of a page: its words once with tones and once without.

Neither SQLite's nor PostgreSQL's full-text search finds "đào tạo" by "dao tao", and each cuts words in its own
way. A row of plain words beside each page, asked by LIKE, gives the same answers on both.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.queries import folded_words, wanted_words


class SearchEntry(models.Model):
    """The words of one page. Each text begins and ends with a space and has one space between words."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    kind = models.CharField(_("kind"), max_length=20)
    language = models.CharField(_("language"), max_length=12)
    date = models.DateField(_("date"), null=True)
    summary = models.TextField(_("summary"), blank=True)
    title_words = models.TextField(blank=True)
    title_folded = models.TextField(blank=True)
    summary_words = models.TextField(blank=True)
    summary_folded = models.TextField(blank=True)
    all_words = models.TextField(blank=True)
    all_folded = models.TextField(blank=True)

    class Meta:
        verbose_name = _("words for search")
        verbose_name_plural = _("words for search")
        indexes = [models.Index(fields=["language", "kind"], name="search_by_kind")]

    def __str__(self) -> str:
        return self.title_words.strip()


def holds(field: str, words: list[str], *, whole: bool = False) -> Q:
    """Return the condition that a text has, for every word, one that begins with it (or is it, if `whole`)."""
    end = " " if whole else ""
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__contains": f" {word}{end}"})
    return condition


def holding(pages: Any, query: str) -> Any:
    """Return those pages that hold every word of a query, tones or not; all of them for an empty query."""
    words = [word for each in wanted_words(query) for word in folded_words(each)]
    if not query:
        return pages
    return pages.filter(holds("search_entry__all_folded", words)) if words else pages.none()
