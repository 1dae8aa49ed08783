"""From a certificate's frozen facts to the page that is printed."""

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import segno
from django.template import Context, Engine, Template

from certificates.rules.numbers import grouped


FOLDER = Path(__file__).parent
NAME_STEPS = (
    (30, ""),
    (40, " name--long"),
    (58, " name--longer"),
    (float("inf"), " name--longest"),
)


@cache
def _template() -> Template:
    # The page is its own small world: no context processors, no loaders, only autoescaping.
    return Engine().from_string((FOLDER / "certificate.html").read_text(encoding="utf-8"))


def date_vi(day: date) -> str:
    """Return a date as Decree 30/2020/NĐ-CP writes it: days below 10 and months 1 and 2 are padded."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def date_en(day: date) -> str:
    """Return a date as 14 May 2026."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def verify_url(number: str, *, site_url: str) -> str:
    """Return the short address that is printed beside the QR code."""
    return f"{site_url}/v/{number}"


def qr_image(text: str) -> str:
    """Return a QR code as a one-bit PNG in a data address; the mask is fixed, which is four times as fast."""
    code = segno.make(text, error="m", boost_error=False, micro=False, mask=2)
    return str(code.png_data_uri(scale=4, border=0, dark="#14211e", light="#ffffff"))


def name_step(name: str) -> str:
    """Return the size step that keeps a name on one line, up to the 120 letters that a name may have."""
    return next(step for most, step in NAME_STEPS if len(name) <= most)


def token_url(token: str, *, site_url: str) -> str:
    """Return the address in the QR code: what stands behind the # is never sent, so it can be read without a network."""
    return f"{site_url}/v#{token}"


def _from(snapshot: Mapping[str, Any], written: Callable[[date], str]) -> str:
    """Return the first day of a certificate that begins after its issue; empty for any other."""
    begins = snapshot.get("valid_from", snapshot["issued_on"])
    return "" if begins == snapshot["issued_on"] else written(date.fromisoformat(begins))


def _corrects(snapshot: Mapping[str, Any]) -> dict[str, str]:
    """Return what a corrected certificate takes the place of, and by which decision; empty for any other."""
    succeeds = snapshot.get("succeeds", {})
    if succeeds.get("ground") != "correction":
        return {}
    decided = date.fromisoformat(succeeds["date"])
    return {
        "number": grouped(succeeds["number"]),
        "decision": succeeds["decision"],
        "day": date_vi(decided),
    }


def page(
    snapshot: Mapping[str, Any], *, number: str, site_url: str, specimen: bool, token: str
) -> str:
    """Return the certificate as one HTML page; raise KeyError when the snapshot lacks a fact."""
    issued = date.fromisoformat(snapshot["issued_on"])
    until = date.fromisoformat(snapshot["valid_until"])
    decided = date.fromisoformat(snapshot["decision"]["date"])
    address = verify_url(number, site_url=site_url)
    return _template().render(
        Context(
            {
                "number": grouped(number),
                "name": snapshot["name"],
                "name_step": name_step(snapshot["name"]),
                "scheme": snapshot["scheme"],
                "field": snapshot["field"],
                "decision": snapshot["decision"],
                "issuer": snapshot["issuer"],
                "decided_vi": date_vi(decided),
                "issued_vi": date_vi(issued),
                "issued_en": date_en(issued),
                "from_vi": _from(snapshot, date_vi),
                "from_en": _from(snapshot, date_en),
                "corrects": _corrects(snapshot),
                "until_vi": date_vi(until),
                "until_en": date_en(until),
                "qr": qr_image(token_url(token, site_url=site_url)),
                "verify_at": address.partition("://")[2],
                "specimen": specimen,
            }
        )
    )
