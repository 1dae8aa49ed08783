"""
Events as iCalendar (RFC 5545).

Times are written in UTC: Viet Nam has kept UTC+7 without change since 1975, and a time in UTC needs no
VTIMEZONE. The UID is the page's own, so a calendar that reads the file again changes the entry it has.
"""

from collections.abc import Iterable
from datetime import UTC

from icalendar import Calendar, Event, vUri

from cms.models import EventPage


DOMAIN = "chuyengia"


def calendar_of(events: Iterable[EventPage], *, name: str, site_url: str) -> bytes:
    """Return the events as one calendar, lines folded at 75 octets."""
    calendar = Calendar()
    calendar.add("prodid", "-//ChuyenGia//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_entry(event, site_url))
    return bytes(calendar.to_ical())


def _entry(page: EventPage, site_url: str) -> Event:
    address = f"{site_url}{page.get_url()}"
    changed = page.last_published_at or page.first_published_at or page.start
    entry = Event()
    entry.add("uid", f"{page.translation_key}-{page.locale.language_code}@{DOMAIN}")
    entry.add("dtstamp", changed.astimezone(UTC))
    entry.add("last-modified", changed.astimezone(UTC))
    entry.add("dtstart", page.start.astimezone(UTC))
    entry.add("dtend", page.end.astimezone(UTC))
    entry.add("summary", page.title)
    entry.add("description", "\n\n".join(part for part in (page.summary, address) if part))
    entry.add("url", vUri(address))
    if where := page.place or page.online_url:
        entry.add("location", where)
    return entry
