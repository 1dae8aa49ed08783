"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the colour scheme, whether this is a demonstration, and the site's name."""
    scheme = request.COOKIES.get("scheme", "")
    return {
        "scheme": scheme if scheme in {"light", "dark"} else "",
        "demo_mode": settings.DEMO,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
    }
