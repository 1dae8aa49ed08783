"""Line icons on a square of 24 units, in the colour of the text around them."""

from types import MappingProxyType
from typing import Final

from django.utils.safestring import SafeString


_LINES: Final = MappingProxyType(
    {
        "arrow": "M5 12h13M13 6.5 18.5 12 13 17.5",
        "back": "M19 12H6M11 6.5 5.5 12l5.5 5.5",
        "bell": "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4",
        "calendar": "M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4",
        "check": "m5 12.5 4.5 4.5L19 7.5",
        "clock": "M12 3.8a8.2 8.2 0 1 0 .01 0zM12 7.4V12l3 2",
        "close": "m6.5 6.5 11 11M17.5 6.5l-11 11",
        "cross": "m6.5 6.5 11 11M17.5 6.5l-11 11",
        "device": "M5.5 4.5h13a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 14.5V6a1.5 1.5 0 0 1 1.5-1.5zM2.5 19.5h19M12 7.5v3.2M12 13v.1",
        "document": "M6.5 3.5h7.5l4 4v13h-11.5zM14 3.5v4h4M9.5 12h5.5M9.5 15.5h5.5",
        "down": "m6 9.5 6 6 6-6",
        "download": "M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14",
        "flag": "M6 21V4h11.5l-2.6 4.2 2.6 4.3H6",
        "help": "M12 2.5a9.5 9.5 0 1 0 .01 0zM9.3 9.5c.2-1.6 1.3-2.4 2.7-2.4 1.5 0 2.6.9 2.6 2.3 0 2-2.6 2.1-2.6 4.1M12 16.8v.1",
        "info": "M12 2.5a9.5 9.5 0 1 0 .01 0zM12 11v6M12 7.3v.1",
        "lock": "M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
        "mail": "M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5",
        "pause": "M9.3 6.5v11M14.7 6.5v11",
        "person": "M12 4.5a3.7 3.7 0 1 0 .01 0zM4.8 20c.8-4 3.6-6 7.2-6s6.4 2 7.2 6",
        "plus": "M12 5.5v13M5.5 12h13",
        "print": "M7 8.5v-5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z",
        "qr": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5M20 14v2.5M14 17v3h2.5M19.5 20h.5M17 17.5h3",
        "saved": "M7 18.5a4.5 4.5 0 0 1-.6-8.96A6 6 0 0 1 18 10.6a4 4 0 0 1-.6 7.9zM9 13.6l2.2 2.2 4-4.2",
        "search": "M10.5 4.5a6 6 0 1 0 .01 0zM15 15l5 5",
        "shield": "M12 3 19 5.5v6c0 4.5-3 7.8-7 9.5-4-1.7-7-5-7-9.5v-6zM8.5 12l2.6 2.6 4.6-5",
        "strike": "M4 12h16M16.5 7.2C15.8 5.4 14 4.5 12 4.5c-2.6 0-4.6 1.3-4.6 3.6 0 .9.3 1.6.8 2.1M7 16.2c.8 2.1 2.6 3.3 5 3.3 2.8 0 4.9-1.4 4.9-3.8 0-.5-.1-1-.3-1.4",
        "upload": "M12 15.5V4.5M7.5 9 12 4.5 16.5 9M5 19.5h14",
        "up": "m6 14.5 6-6 6 6",
        "warning": "M12 3.5 22 20.5H2zM12 10v5M12 17.6v.1",
    }
)

# Status signs: a filled or outlined disc with its stroke, told apart by shape as well as colour.
_FULL, _OPEN = (
    '<circle class="f" cx="12" cy="12" r="11"/>',
    '<circle class="o" cx="12" cy="12" r="10"/>',
)
_SIGNS: Final = MappingProxyType(
    {
        "sign-ok": f'{_FULL}<path class="k" d="m7 12.4 3.4 3.4L17.2 9"/>',
        "sign-warn": f'{_FULL}<path class="k" d="M9.3 7.8v8.4M14.7 7.8v8.4"/>',
        "sign-bad": f'{_FULL}<path class="k" d="m8 8 8 8M16 8l-8 8"/>',
        "sign-ended": f'{_OPEN}<path class="o" d="M12 6.5V12l3.5 2.5"/>',
        "sign-replaced": f'{_OPEN}<path class="o" d="M7.5 12H16M12.8 8.6 16.2 12l-3.4 3.4"/>',
        "sign-none": f'{_OPEN}<path class="o" d="M9.4 9.5c.2-1.6 1.3-2.4 2.7-2.4 1.5 0 2.6.9 2.6 2.3 0 2-2.6 2.1-2.6 4.1M12 16.8v.1"/>',
    }
)

# The state of a lesson in an outline.
_STATES: Final = MappingProxyType(
    {
        "done": '<circle cx="12" cy="12" r="10"/><path d="m7.5 12.4 3 3 6-6.4"/>',
        "now": '<circle cx="12" cy="12" r="9"/><circle class="dot" cx="12" cy="12" r="4.2"/>',
        "todo": '<circle cx="12" cy="12" r="9"/>',
    }
)

NAMES: Final = frozenset({*_LINES, *_SIGNS, *_STATES})


def _parts(name: str) -> tuple[str, str]:
    if name in _STATES:
        return ("state" if name == "todo" else f"state state--{name}"), _STATES[name]
    if name in _SIGNS:
        return "sign", _SIGNS[name]
    return "ico", f'<path d="{_LINES[name]}"/>'


def icon_svg(name: str) -> SafeString:
    """
    Return the icon as decorative inline SVG; the words beside it carry the meaning.

    :raises KeyError: if there is no such icon
    """
    cls, body = _parts(name)
    return SafeString(
        f'<svg viewBox="0 0 24 24" class="{cls}" aria-hidden="true" focusable="false">{body}</svg>'
    )
