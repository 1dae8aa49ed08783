"""Files that people bring as evidence: how many, how large, and under which name they are shown."""

import unicodedata
from collections.abc import Collection
from typing import Final


MOST_BYTES: Final = 10 * 1024 * 1024
MOST_FILES: Final = 20
MOST_TOGETHER: Final = 40 * 1024 * 1024
LONGEST_NAME: Final = 100
ENDINGS: Final = {"pdf": ".pdf", "png": ".png", "jpeg": ".jpg"}
NO_NAME: Final = "tep"


def has_room(sizes: Collection[int], size: int) -> bool:
    """Return whether a file of that size fits beside files of those sizes."""
    return len(sizes) < MOST_FILES and sum(sizes) + size <= MOST_TOGETHER


def shown_name(name: str, kind: str) -> str:
    """
    Return the name under which a file is shown and saved: one line, no path, the ending of what it is.

    Signs that turn the direction of writing go: they can make `fdp.exe` look like `exe.pdf`.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem = plain.rpartition(".")[0] if "." in plain else plain
    words = " ".join(stem.replace('"', "").split())[:LONGEST_NAME].strip(" .")
    return (words or NO_NAME) + ENDINGS[kind]
