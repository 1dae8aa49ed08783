"""
What an editor should look at again: plain rules about words, each with its reason.

They warn and never forbid. What makes a page unreadable for somebody (a figure without its description, an
image without alternative text) is refused by the blocks themselves when a page is submitted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, Literal


# English: a reader loses the thread beyond 25 to 30 words (GOV.UK allows 25). Vietnamese is written in
# syllables: our own two-language texts need 1.18 of them for one English word, so 30 words are 36 syllables;
# 98 of 100 sentences of this site's own stories stay below.
LONGEST: Final[Mapping[str, int]] = {"en": 30, "vi": 36}
# What a search engine shows of a summary before it cuts.
SUMMARY: Final = 200
VAGUE: Final = frozenset(
    {
        "tại đây", "ở đây", "đây", "xem thêm", "xem tại đây", "bấm vào đây", "nhấn vào đây", "chi tiết",
        "link", "click here", "here", "read more", "more", "this page", "this link", "learn more",
    }
)  # fmt: skip
WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+|\n+")
BLOCKS: Final = frozenset({"p", "li", "ul", "ol", "br", "h2", "h3", "h4", "h5", "h6"})

Kind = Literal["heading", "prose", "line"]
Code = Literal[
    "no_summary", "long_summary", "long_sentence", "vague_link", "shouting", "heading_order",
    "no_alternative",
]  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One text of a page: a heading, prose in HTML, or a plain line."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing to look at again: what is meant and where it stands."""

    code: Code
    excerpt: str = ""


class _Prose(HTMLParser):
    """Takes a text apart into its plain words, its links, its headings and its pictures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.plain: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.bare_pictures = 0
        self._open: str = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        picture = tag == "img" or given.get("embedtype") == "image"
        self.bare_pictures += picture and not (given.get("alt") or "").strip()
        if tag in BLOCKS:
            self.plain.append("\n")
        if tag == "a":
            self.links.append("")
        if re.fullmatch("h[2-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag == "a" or tag in BLOCKS:
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.plain.append("\n")
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        self.plain.append(data)
        if self._open == "a":
            self.links[-1] += data
        elif re.fullmatch("h[2-6]", self._open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)


def check(summary: str, pieces: Iterable[Piece], *, language: str) -> list[Finding]:
    """Return what to look at again in a page's summary and texts, in reading order."""
    texts = list(pieces)
    return [
        *_summary(summary, language),
        *(finding for piece in texts for finding in _piece(piece, language)),
        *_order(texts),
    ]


def _summary(summary: str, language: str) -> Iterator[Finding]:
    if not summary.strip():
        yield Finding("no_summary")
    elif len(summary) > SUMMARY:
        yield Finding("long_summary", _short(summary))
    yield from _sentences(summary, language)


def _piece(piece: Piece, language: str) -> Iterator[Finding]:
    if piece.kind == "heading":
        yield from _shouting(piece.text)
    elif piece.kind == "line":
        yield from _sentences(piece.text, language)
    else:
        prose = _Prose(piece.text)
        yield from _sentences("".join(prose.plain), language)
        yield from (Finding("vague_link", link) for link in prose.links if _is_vague(link))
        yield from (found for _level, text in prose.headings for found in _shouting(text))
        yield from (Finding("no_alternative") for _picture in range(prose.bare_pictures))


def _sentences(text: str, language: str) -> Iterator[Finding]:
    longest = LONGEST.get(language, LONGEST["en"])
    for sentence in SENTENCE_END.split(text):
        if len(WORD.findall(sentence)) > longest:
            yield Finding("long_sentence", _short(sentence))


def _shouting(text: str) -> Iterator[Finding]:
    words = [word for word in WORD.findall(text) if len(word) > 1]
    # Two words at least: "ISO 9001" and "OEE" are names, not shouting.
    if len(words) > 1 and sum(map(len, words)) > 8 and text.upper() == text:
        yield Finding("shouting", _short(text))


def _order(pieces: Iterable[Piece]) -> Iterator[Finding]:
    """A heading may stand one level below the one before it, not two."""
    before = 1
    for piece in pieces:
        here = [(2, piece.text)] if piece.kind == "heading" else []
        for level, text in here or (_Prose(piece.text).headings if piece.kind == "prose" else []):
            if level > before + 1:
                yield Finding("heading_order", _short(text))
            before = level


def _is_vague(link: str) -> bool:
    return " ".join(WORD.findall(link.lower())) in VAGUE


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 12 else " ".join(words[:12]) + " …"
