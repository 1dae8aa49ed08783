"""
The newest signed state of the log, kept in a file outside the database.

Whoever restores an older copy of the database restores no file: the two no longer agree, and that is noticed before
anything is issued or signed.
"""

import os
from pathlib import Path

from django.conf import settings


def kept_note() -> str | None:
    """Return the checkpoint that was kept, or None if none was or none is to be kept (`LOG_KEPT` is empty)."""
    path = settings.LOG_KEPT
    if not path or not Path(path).exists():
        return None
    return Path(path).read_text(encoding="utf-8", errors="replace")


def keep_note(note: str) -> None:
    """Keep a checkpoint in place of the one before, whole or not at all, whenever the power fails; return nothing."""
    if not settings.LOG_KEPT:
        return
    path = Path(settings.LOG_KEPT)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(note)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def forget_note() -> None:
    """Keep no checkpoint any more; return nothing."""
    if settings.LOG_KEPT:
        Path(settings.LOG_KEPT).unlink(missing_ok=True)
