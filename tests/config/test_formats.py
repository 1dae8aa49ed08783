"""How Vietnam writes dates and numbers, and how its English pages do."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import timezone, translation
from django.utils.formats import date_format, get_format, localize, time_format


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.mark.parametrize(("language", "written"), [("vi", "1.234.567,5"), ("en", "1,234,567.5")])
def test_numbers_are_grouped_by_thousands(language, written):
    with translation.override(language):
        assert localize(1234567.5) == written
        assert forms.FloatField(localize=True).clean(written) == 1234567.5


@pytest.mark.parametrize(
    ("language", "written"), [("vi", "05/02/2026"), ("en", "5 February 2026")]
)
def test_a_day_is_written_day_first(language, written):
    with translation.override(language):
        assert date_format(date(2026, 2, 5)) == written
        assert date_format(date(2026, 2, 5), "SHORT_DATE_FORMAT") == "05/02/2026"


@pytest.mark.parametrize("typed", ["05/02/2026", "5-2-2026", "05.02.2026", "2026-02-05"])
def test_a_typed_day_is_read_day_first(language, typed):
    assert forms.DateField().clean(typed) == date(2026, 2, 5)


@pytest.mark.usefixtures("language")
def test_the_week_starts_on_monday():
    assert get_format("FIRST_DAY_OF_WEEK") == 1


def test_moments_are_written_by_the_24_hour_clock_of_vietnam():
    moment = timezone.localtime(datetime(2026, 2, 5, 7, 30, tzinfo=UTC))
    with translation.override("vi"):
        assert date_format(moment, "DATETIME_FORMAT") == "14:30 05/02/2026"
        assert time_format(moment.time()) == "14:30"
    with translation.override("en"):
        assert date_format(moment, "DATETIME_FORMAT") == "14:30, 5 February 2026"


@pytest.mark.parametrize("typed", ["14:30 05/02/2026", "05/02/2026 14:30", "2026-02-05T14:30"])
def test_a_typed_moment_is_read_in_the_usual_ways(typed):
    with translation.override("vi"):
        read = forms.DateTimeField().clean(typed)
    assert read.astimezone(UTC) == datetime(2026, 2, 5, 7, 30, tzinfo=UTC)


def test_a_month_is_written_in_words():
    with translation.override("vi"):
        assert date_format(date(2026, 2, 5), "YEAR_MONTH_FORMAT") == "tháng 02/2026"
        assert date_format(date(2026, 2, 5), "MONTH_DAY_FORMAT") == "05/02"
