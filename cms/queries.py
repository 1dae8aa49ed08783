"""What people type into a search box, and the words in it."""

import re
import unicodedata
from typing import Final

from accounts.names import fold


MAX_LENGTH: Final = 100
MAX_WORDS: Final = 8
WORD: Final = re.compile(r"[^\W_]+")


def clean_query(text: str) -> str:
    """Return the words of a query in single spaces, at most 100 characters, no control characters."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(printable.split())[:MAX_LENGTH].strip()


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, with their tones, NFC."""
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def folded_words(text: str) -> list[str]:
    """Return the words of a text without tones: 'Đào tạo 5S' gives dao, tao, 5s."""
    return WORD.findall(fold(text))


def wanted_words(query: str) -> list[str]:
    """Return the different words of a query with their tones, at most eight."""
    return list(dict.fromkeys(words_of(query)))[:MAX_WORDS]


def spaced(words: list[str]) -> str:
    """Return the words as one text in which each stands between spaces, ready for `LIKE '% word%'`."""
    return f" {' '.join(words)} " if words else ""
