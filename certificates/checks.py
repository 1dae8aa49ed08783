"""System checks: a missing library is one clear sentence at start, not a failure at the first certificate."""

from typing import Any

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
