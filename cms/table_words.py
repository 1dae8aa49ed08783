"""
The words of a table, for translating a page side by side.

wagtail-localize asks a block for its words and later gives it their translations; it knows no typed
tables. A word is named by itself, not by its place: a row that moves keeps its translation, and a word
that stands in ten cells is translated once. Whole numbers are the same in every language; others are
not, since Vietnamese writes 1,5 where English writes 1.5.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final


Raw = dict[str, Any]
DIFFERS: Final = re.compile(r"[^\W\d_]|\d[.,]\d")


def key_of(text: str) -> str:
    """Return the name under which the translation of a text is kept."""
    return f"text-{sha256(text.encode()).hexdigest()[:12]}"


def words_of(raw: Raw) -> list[str]:
    """Return what there is to translate in a table, each text once, in reading order."""
    found: dict[str, None] = {}

    def note(text: str) -> str:
        found.setdefault(text)
        return text

    reworded(raw, note)
    return [text for text in found if DIFFERS.search(text)]


def reworded(raw: Raw, change: Callable[[str], str]) -> Raw:
    """Return the table with each of its texts changed by the function."""
    return {
        "caption": change(raw.get("caption") or ""),
        "columns": [
            {**column, "heading": change(column.get("heading") or "")} for column in raw["columns"]
        ],
        "rows": [
            {**row, "values": [change(str(cell or "")) for cell in row["values"]]}
            for row in raw["rows"]
        ],
    }
