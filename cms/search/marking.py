"""Where the words stand: pieces of text, marked or not, and the part of a text around the first of them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from accounts.names import fold


EXCERPT: Final = 220
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Piece:
    """A piece of text and whether it is what was looked for."""

    text: str
    hit: bool


def marked(text: str, query: str) -> tuple[Piece, ...]:
    """
    Return the text in pieces, those words marked that begin with a word of the query.

    Tones and capitals make no difference: 'nang suat' marks 'Năng suất'. The pieces joined are the text.
    """
    wanted = tuple(fold(word) for word in WORD.findall(unicodedata.normalize("NFC", query)))
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
