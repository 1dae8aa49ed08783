"""
Search over all pages, with tones or without them.

Pages are indexed as written and without tones (cms.models.site_page), so the query is left as typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as Leaf, Paginator
from django.utils.translation import gettext
from wagtail.models import Locale, Page

from accounts.names import fold


MAX_LENGTH = 100
PER_PAGE = 20
EXCERPT = 220
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Piece:
    """A piece of text and whether it is what was looked for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Hit:
    """A page that was found."""

    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    kind: str
    url: str


def clean_query(text: str) -> str:
    """Return the words of a query in single spaces, at most 100 characters, no control characters."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(printable.split())[:MAX_LENGTH].strip()


def marked(text: str, query: str) -> tuple[Piece, ...]:
    """
    Return the text in pieces, those words marked that begin with a word of the query.

    Tones and capitals make no difference: 'nang suat' marks 'Năng suất'. The pieces joined are the text.
    """
    wanted = tuple(fold(word) for word in WORD.findall(query))
    pieces: list[Piece] = []
    for text_piece, hit in _words(text, wanted):
        if pieces and pieces[-1].hit == hit:
            pieces[-1] = Piece(pieces[-1].text + text_piece, hit)
        else:
            pieces.append(Piece(text_piece, hit))
    return tuple(pieces)


def _words(text: str, wanted: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    end = 0
    for word in WORD.finditer(text):
        if word.start() > end:
            yield text[end : word.start()], False
        yield word[0], bool(wanted) and fold(word[0]).startswith(wanted)
        end = word.end()
    if end < len(text):
        yield text[end:], False


def excerpt(text: str, query: str) -> str:
    """Return the part of the text around the first word that was looked for, cut between words."""
    if len(text) <= EXCERPT:
        return text
    first = next((len(p) for p in _before_hit(text, query)), 0)
    start = text.rfind(" ", 0, max(0, first - EXCERPT // 3)) + 1
    end = text.rfind(" ", start, start + EXCERPT)
    end = end if end > start else start + EXCERPT
    return f"{'… ' if start else ''}{text[start:end]} …"


def _before_hit(text: str, query: str) -> Iterator[str]:
    before = ""
    for piece in marked(text, query):
        if piece.hit:
            yield before
        before += piece.text


def search_pages(query: str, *, language: str, number: Any = 1) -> Leaf:  # type: ignore[type-arg]
    """
    Return one leaf of the pages of a language that hold every word of the query, best first.

    Home pages are left out. Queries: for the locale and private sections, one to count, one for the
    leaf and one for each kind of page on it.
    """
    locale = Locale.objects.filter(language_code=language).first()
    pages = Page.objects.live().public().filter(locale=locale, depth__gt=2).specific()
    found = pages.search(query) if locale and WORD.search(query) else pages.none()
    return Paginator(found, PER_PAGE).get_page(number)


def as_hit(page: Any, query: str) -> Hit:
    """Return how a found page is shown."""
    text = getattr(page, "summary", "") or page.search_description
    return Hit(
        title=marked(page.title, query),
        excerpt=marked(excerpt(text, query), query),
        kind=str(getattr(page, "kind_label", gettext("Page"))),
        url=page.get_url() or "",
    )
