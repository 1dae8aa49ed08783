"""Keeps the words of each page beside it, as they stand in the published page."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import strip_tags
from wagtail.models import Page

from cms.models import SearchEntry, SitePage
from cms.queries import folded_words, spaced, words_of


LEFT_OUT = 2  # the root and the front doors lead everywhere and answer nothing
BATCH = 200


def entry_of(page: SitePage) -> SearchEntry:
    """Return the words of a page, not stored yet."""
    summary = str(page.summary or page.search_description)
    everything = f"{page.title} {summary} {strip_tags(page.body_words)}"
    return SearchEntry(
        page_id=page.pk,
        kind=page.search_kind,
        language=page.locale.language_code,
        date=page.search_date,
        summary=summary,
        title_words=spaced(words_of(page.title)),
        title_folded=spaced(folded_words(page.title)),
        summary_words=spaced(words_of(summary)),
        summary_folded=spaced(folded_words(summary)),
        all_words=spaced(words_of(everything)),
        all_folded=spaced(folded_words(everything)),
    )


def index_pages(*, pages: Iterable[SitePage]) -> None:
    """Store the words of these pages in place of those stored before."""
    fields = [
        field.name
        for field in SearchEntry._meta.fields  # noqa: SLF001 - Django's documented model API
        if not field.primary_key
    ]
    SearchEntry.objects.bulk_create(
        [entry_of(page) for page in pages],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=fields,
    )


def index_missing() -> int:
    """Store the words of the pages that have none yet, and return how many there were."""
    missing = Page.objects.filter(depth__gt=LEFT_OUT, search_entry=None)
    pages = [page for page in missing.specific() if isinstance(page, SitePage)]
    index_pages(pages=pages)
    return len(pages)


def follow_page(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """
    Store the words of a page that was saved.

    A draft is saved through an instance that holds words which nobody may read yet (Wagtail then names the few
    fields it writes), so such a save is passed over and the page is read again from the database.
    """
    if not issubclass(sender, SitePage) or kwargs.get("raw") or kwargs.get("update_fields"):
        return
    page = (
        sender.objects.filter(pk=instance.pk, depth__gt=LEFT_OUT).select_related("locale").first()
    )
    if page is not None:
        index_pages(pages=[page])
