"""System checks: a missing library is one clear sentence at start, not a failure at the first certificate."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks

from certificates.documents.render import PANGO_HINT


@checks.register()
def pango_is_installed(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Return a warning with the command that helps when WeasyPrint cannot be loaded."""
    try:
        import weasyprint  # noqa: F401 - only whether it loads
    except OSError:
        return [
            checks.Warning(
                "Certificates cannot be printed: the library pango is missing.",
                hint=PANGO_HINT,
                id="certificates.W001",
            )
        ]
    return []


@checks.register(deploy=True)
def keys_are_kept_apart(**_kwargs: Any) -> list[checks.CheckMessage]:
    """Return an error for each private key that others than its owner may read, and a warning if no state is kept."""
    folder = Path(settings.KEYS_DIR)
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    found: list[checks.CheckMessage] = [
        checks.Error(
            f"Others than its owner can read {path}.",
            hint=f"chmod 0400 {path}",
            id="certificates.E001",
        )
        for path in files
        if path.stat().st_mode & 0o077
    ]
    if not settings.LOG_KEPT:
        found.append(
            checks.Warning(
                "The newest state of the log is kept nowhere but in the database: a restored older copy goes unnoticed.",
                hint="Set LOG_KEPT to a file on another disk than the database.",
                id="certificates.W002",
            )
        )
    return found
