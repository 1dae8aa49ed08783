"""How wide words are, and where their lines break, before any browser has seen them."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final


# Advance widths of Be Vietnam Pro SemiBold in hundredths of the type size, from U+0020 to U+007E.
_WIDTHS: Final = (
    23, 32, 37, 83, 65, 86, 76, 21, 45, 45, 51, 64, 33, 61, 32, 53, 69, 69, 69, 69, 72, 67, 69, 69,
    69, 69, 32, 33, 57, 74, 57, 60, 101, 76, 70, 78, 74, 63, 64, 79, 72, 28, 48, 70, 64, 88, 74, 83,
    67, 82, 70, 66, 67, 73, 73, 104, 75, 70, 66, 49, 52, 49, 59, 72, 26, 65, 66, 62, 66, 61, 40, 65,
    60, 28, 29, 58, 28, 90, 59, 65, 66, 66, 42, 53, 43, 58, 59, 88, 59, 59, 51, 46, 43, 46, 48,
)  # fmt: skip
_OTHERS: Final = {
    "Đ": 79,
    "đ": 68,
    "\u00a0": 23,
    "−": 65,
    "×": 61,
    "–": 70,
    "—": 87,
    "…": 82,
    "’": 23,
}
_UNKNOWN: Final = 80
LEADING: Final = 1.36


def _advance(letter: str) -> int:
    if letter in _OTHERS:
        return _OTHERS[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    place = ord(base) - 0x20
    return _WIDTHS[place] if 0 <= place < len(_WIDTHS) else _UNKNOWN


def width(words: str, size: float) -> float:
    """Return how wide the words stand at a type size, in the units of the drawing."""
    return sum(_advance(letter) for letter in words) * size / 100


def widest(lines: Iterable[str], size: float) -> float:
    """Return the width of the widest of several texts."""
    return max((width(line, size) for line in lines), default=0.0)


def _cut(word: str, room: float, size: float) -> list[str]:
    """Cut a word that is wider than a whole line."""
    pieces, piece = [], ""
    for letter in word:
        if piece and width(piece + letter, size) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def wrap(words: str, room: float, size: float) -> list[str]:
    """Return the words in as few lines as the room allows, of about the same length."""
    lines = _greedy(words, room, size)
    least = widest(words.split(" "), size)
    while len(lines) > 1 and room - size / 2 >= least:
        room -= size / 2
        narrower = _greedy(words, room, size)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _greedy(words: str, room: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines += _cut(word, room, size)
    return lines


@dataclass(frozen=True)
class Fitted:
    """Texts broken into lines at one common size."""

    size: float
    blocks: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> int:
        """The lines of the longest text."""
        return max(len(block) for block in self.blocks)

    @property
    def leading(self) -> float:
        """The distance from line to line."""
        return self.size * LEADING


def fit(
    texts: Sequence[str], room: float, *, sizes: Sequence[float] = (13, 12, 11), lines: int = 3
) -> Fitted | None:
    """Return the texts at the largest size at which every word and every text fits, or None."""
    for size in sizes:
        if widest((word for text in texts for word in text.split(" ")), size) > room:
            continue
        blocks = tuple(tuple(wrap(text, room, size)) for text in texts)
        if max(len(block) for block in blocks) <= lines:
            return Fitted(size, blocks)
    return None
