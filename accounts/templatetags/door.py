"""What the pages of the door show."""

import ipaddress
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _


register = template.Library()
# What a browser calls itself contains the names of those it descends from: the most particular come first.
BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Cốc Cốc"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS", "macOS"), ("Linux", "Linux"),
)  # fmt: skip


@register.filter
def browser_name(user_agent: str) -> str:
    """Return browser and system in words: "Firefox, Windows"."""
    found = [
        next((name for sign, name in family if sign in user_agent), "")
        for family in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, found)) or _("Unknown browser")


@register.filter
def passkeys_elsewhere(request: HttpRequest) -> str | None:
    """
    Return where the same page can use passkeys: None where it stands already, empty if nowhere is known.

    Browsers make passkeys for names, never for numbers (WebAuthn, 5.1.3: the RP ID is a domain).
    """
    here = urlsplit(f"//{request.get_host()}")
    number = _number(here.hostname or "")
    if number is None:
        return None
    if number.is_loopback:
        port = f":{here.port}" if here.port else ""
        return f"{request.scheme}://localhost{port}{request.get_full_path()}"
    known = _number(urlsplit(settings.SITE_URL).hostname or "") is None
    return f"{settings.SITE_URL}{request.get_full_path()}" if known else ""


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
