"""What `manage.py check --deploy` asks of a house that opens to the public."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def demonstration_is_off(**_kwargs: Any) -> list[CheckMessage]:
    """Return an error while the demonstration is on: it signs anyone in as anyone."""
    if not settings.DEMO:
        return []
    return [
        Error(
            "The demonstration is on: one click signs anyone in as any made-up person.",
            hint="Set DEMO=0 where real people are served.",
            id="config.E001",
        )
    ]
