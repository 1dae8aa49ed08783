"""What a page says to networks that show links."""

from typing import Any

from django import template
from django.conf import settings

from cms.share import share_image_url


register = template.Library()


@register.simple_tag
def share_image(page: Any) -> str:
    """Return the whole address of a page's picture; empty for a page that is not stored yet."""
    return f"{settings.SITE_URL}{share_image_url(page)}" if page.pk else ""
