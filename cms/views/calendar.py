"""Events for people's own calendars."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, gettext as _

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms.calendar import calendar_of
from cms.models import EventPage


MOST = 500


def _answer(events: list[EventPage], name: str, file: str) -> HttpResponse:
    text = calendar_of(events, name=name, site_url=settings.SITE_URL)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file}.ics"'
    return response


@reads
@requires(anyone)
def event_file(request: HttpRequest, key: UUID) -> HttpResponse:
    """Return one published event in the language of the address; 404 if there is none."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    shown = EventPage.objects.shown().filter(locale__language_code=language)
    event = get_object_or_404(shown, translation_key=key)
    return _answer([event], event.title, event.slug)


@reads
@requires(anyone)
def event_feed(request: HttpRequest) -> HttpResponse:
    """Return all published events of a language, for a calendar that asks again from time to time."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    shown = EventPage.objects.shown().filter(locale__language_code=language)
    events = list(shown.select_related("locale").order_by("-start", "-pk")[:MOST])
    return _answer(events, _("Events"), "su-kien")
