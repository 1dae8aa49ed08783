"""
Side by side for a translation that was written without it: its sentences are laid beside the original's.

Pages of the first seed, and pages that somebody wrote in English by hand, are translations of their original
but unknown to wagtail-localize. They are taken over only where each sentence of one page has its place in the
other, so that the page rebuilt from the sentences says what it said before.
"""

import re
from collections import defaultdict
from typing import Final

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


# A table's words are named by themselves: their place is what both languages share.
NAMED: Final = re.compile(r"text-[0-9a-f]{12}$")


class UnlikeError(Exception):
    """The two pages are built differently, so their sentences cannot be laid side by side."""


def original_of(page: Page) -> Page | None:
    """Return the page of the main language that a page translates, unless both are side by side already."""
    known = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    )
    if page.alias_of_id or page.locale.language_code == settings.LANGUAGE_CODE or known.exists():
        return None
    found: Page | None = (
        Page.objects.filter(
            translation_key=page.translation_key,
            locale__language_code=settings.LANGUAGE_CODE,
            alias_of=None,
        )
        .specific()
        .first()
    )
    return found


@transaction.atomic
def adopt(*, page: Page, original: Page) -> Translation:
    """
    Lay a translation beside its original as that was when the translation was published; return it.

    What changed in the original since then is brought over afterwards, and so shows as not yet translated.

    :raises UnlikeError: if a sentence of one page has no place in the other; then nothing is changed
    """
    page = Page.objects.get(pk=page.pk).specific
    then = as_translated(original, page)
    words = pairs(then, page)
    source, _new = TranslationSource.update_or_create_from_instance(then)
    translation, _new = Translation.objects.get_or_create(source=source, target_locale=page.locale)
    _store(translation, words)
    rebuilt = source.get_ephemeral_translated_instance(page.locale, fallback=True)
    if _said(rebuilt) != _said(page):
        raise UnlikeError
    if then is not original:
        source.update_from_db()
    return translation


def as_translated(original: Page, page: Page) -> Page:
    """Return the original as it was when the translation was published for the last time."""
    if not page.last_published_at or (
        original.last_published_at and original.last_published_at <= page.last_published_at
    ):
        return original
    known = Revision.page_revisions.filter(
        object_id=str(original.pk), created_at__lte=page.last_published_at
    )
    revision = known.order_by("-created_at", "-pk").first()
    then: Page = revision.as_object() if revision else original
    return then


def pairs(original: Page, translated: Page) -> dict[tuple[str, int], str]:
    """
    Return for each sentence of the original, by its path and number there, what the translation says.

    :raises UnlikeError: if the two have not the same sentences in the same places
    """
    mine, theirs = _by_place(original), _by_place(translated)
    if {place: len(found) for place, found in mine.items()} != {
        place: len(found) for place, found in theirs.items()
    }:
        raise UnlikeError
    return {
        (segment.path, segment.order): other.string.data
        for place, found in mine.items()
        for segment, other in zip(found, theirs[place], strict=True)
    }


def _strings(page: Page) -> list[StringSegmentValue]:
    return [
        segment
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue) and not segment.is_empty()
    ]


def _by_place(page: Page) -> dict[str, list[StringSegmentValue]]:
    places: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in _strings(page):
        places[NAMED.sub("text", segment.path)].append(segment)
    return places


def _said(page: Page) -> list[str]:
    return [segment.render_html() for segment in _strings(page)]


def _store(translation: Translation, words: dict[tuple[str, int], str]) -> None:
    """Keep the words under the names that wagtail-localize gave the original's sentences."""
    segments = translation.source.stringsegment_set.select_related("context", "string")
    held = [
        StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=words[segment.context.path, segment.order],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for segment in segments
    ]
    StringTranslation.objects.bulk_create(held, ignore_conflicts=True)
