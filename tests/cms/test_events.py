"""Events: what comes, what has been, and the file for one's own calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import Context, Template
from icalendar import Calendar

from cms.models import EventIndexPage, EventPage
from cms.sitetree import ensure_site, load_events
from tests.cms import factories


@pytest.fixture
def events(news):
    with time_machine.travel("2026-11-23T03:00:00+00:00", tick=False):
        yield factories.section(news["vi"], EventIndexPage, "su-kien", "Sự kiện")


def test_events_to_come_stand_next_first_and_past_ones_latest_first(client, events):
    for title, day in (("Sau", 20), ("Trước", 5)):
        factories.event(events, title, day=date(2026, 12, day))
    for title, month in (("Xa", 3), ("Gần", 10)):
        factories.event(events, title, day=date(2026, month, 1))
    context = client.get("/su-kien/").context
    assert [page.title for page in context["coming"]] == ["Trước", "Sau"]
    assert [page.title for page in context["past"]] == ["Gần", "Xa"]


def test_events_to_come_are_paged_beside_those_that_are_over(client, events):
    for day in range(1, 15):
        factories.event(events, f"Buổi {day:02}", day=date(2026, 12, day))
    factories.event(events, "Xa", day=date(2026, 3, 1))
    first = client.get("/su-kien/")
    assert [page.title for page in first.context["coming"]][::11] == ["Buổi 01", "Buổi 12"]
    assert 'href="?toi=2"' in first.text
    second = client.get("/su-kien/?toi=2")
    assert [page.title for page in second.context["coming"]] == ["Buổi 13", "Buổi 14"]
    assert 'href="?toi=1"' in second.text
    assert [page.title for page in second.context["past"]] == ["Xa"]
    assert len(client.get("/su-kien/?toi=không").context["coming"]) == 12


def test_an_event_that_is_running_is_still_to_come(client, events):
    factories.event(events, "Đang diễn ra", day=date(2026, 11, 23))
    assert len(client.get("/su-kien/").context["coming"]) == 1


def test_an_event_says_when_where_by_whom_and_how_to_register(client, events):
    page = factories.event(events, registration_url="https://example.org/dang-ky")
    html = client.get(page.url).content.decode()
    for words in ("10/12/2026", "08:30", "11:30", "Hà Nội", "Ban tổ chức", "example.org/dang-ky"):
        assert words in html


def test_nobody_is_sent_to_register_for_what_is_over(client, events):
    page = factories.event(
        events, day=date(2026, 10, 1), registration_url="https://example.org/dang-ky"
    )
    response = client.get(page.url)
    assert response.context["over"]
    assert "example.org/dang-ky" not in response.content.decode()


def test_one_event_is_a_calendar_file_in_utc_with_folded_lines(client, events):
    title = "Hội thảo về năng suất, chất lượng; và rất nhiều điều khác nữa mà ai cũng nên biết"
    page = factories.event(events, title)
    response = client.get(f"/su-kien/{page.translation_key}.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert entry["summary"] == title
    assert entry.decoded("dtstart") == datetime(2026, 12, 10, 1, 30, tzinfo=UTC)
    assert entry.decoded("dtend") - entry.decoded("dtstart") == timedelta(hours=3)
    assert b"DTSTART:20261210T013000Z" in response.content
    assert entry["url"] == f"http://127.0.0.1:8000{page.url}"


def test_the_uid_stays_when_the_event_moves(client, events):
    page = factories.event(events)
    url = f"/su-kien/{page.translation_key}.ics"
    (before,) = Calendar.from_ical(client.get(url).content).walk("VEVENT")
    page.start += timedelta(days=1)
    page.end += timedelta(days=1)
    page.slug = "ten-khac"
    page.save()
    (after,) = Calendar.from_ical(client.get(url).content).walk("VEVENT")
    assert after["uid"] == before["uid"]
    assert after.decoded("dtstart") != before.decoded("dtstart")


def test_the_feed_holds_all_published_events_of_the_language(client, events):
    factories.event(events, "Một")
    factories.event(events, "Hai")
    factories.event(events, "Nháp", live=False)
    entries = Calendar.from_ical(client.get("/su-kien/lich.ics").content).walk("VEVENT")
    assert {str(entry["summary"]) for entry in entries} == {"Một", "Hai"}
    english = Calendar.from_ical(client.get("/en/su-kien/lich.ics").content)
    assert english.walk("VEVENT") == []


def test_a_draft_gives_no_file(client, events):
    page = factories.event(events, live=False)
    assert client.get(f"/su-kien/{page.translation_key}.ics").status_code == 404


def test_an_event_cannot_end_before_it_begins(events):
    page = factories.event(events)
    page.end = page.start - timedelta(hours=1)
    with pytest.raises(ValidationError, match=r"bắt đầu|begins"):
        page.clean()
    with pytest.raises(IntegrityError, match="event_ends_after_start"), transaction.atomic():
        EventPage.objects.filter(pk=page.pk).update(end=page.end)


def test_the_next_events_can_stand_on_other_pages(events):
    for day in (1, 2, 3):
        factories.event(events, f"Ngày {day}", day=date(2026, 12, day))
    html = Template("{% load cms_tags %}{% upcoming_events 2 %}").render(Context())
    assert html.index("Ngày\u00a01" if "Ngày\u00a01" in html else "Ngày 1") > 0
    assert "Ngày 3" not in html.replace("\u00a0", " ")


def test_the_events_of_the_demonstration_say_that_they_are_examples(client, db):
    ensure_site()
    load_events()
    pages = EventPage.objects.all()
    assert len(pages) == 8
    for page in pages:
        assert "minh họa" in page.summary or "example" in page.summary
        assert client.get(page.url).status_code == 200
    load_events()
    assert EventPage.objects.count() == 8
