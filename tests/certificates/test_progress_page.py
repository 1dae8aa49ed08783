import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Membership, Organisation
from certificates.models import Target
from certificates.rules.status import Event
from certificates.selectors import progress
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
PAGE = "/tien-do/"


@pytest.fixture
def world():
    """Three people of 2021-2025, one of them also regional; two of 2026, one regional since; one withdrawn."""
    by = factories.officials()
    people = [cast.person(f"Nguyễn Văn {word}") for word in ("Một", "Hai", "Ba", "Bốn", "Năm")]
    body = Organisation.objects.create(code="bo", name_vi="Bộ", kind="ministry")
    for person in people[:2]:
        Membership.objects.create(person=person, organisation=body, since=date(2020, 1, 1))
    for person, day in zip(people[:3], ((2022, 3, 1), (2023, 6, 1), (2025, 2, 3)), strict=True):
        factories.past(person, day, by=by)
    factories.past(people[1], (2024, 6, 3), code="NSCL-KV", by=by)
    factories.past(people[2], (2026, 3, 2), by=by)  # a renewal: counts nowhere
    withdrawn = factories.past(people[3], (2026, 3, 3), by=by, field="green")
    factories.past(people[4], (2026, 3, 4), by=by)
    factories.past(people[4], (2026, 9, 4), code="NSCL-KV", by=by, field="digital")
    factories.changed(withdrawn, Event.WITHDRAWN)
    return people


def text(answer):
    return " ".join(
        unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\xa0", " ").split()
    )


def test_people_are_counted_once_a_period(world):
    first, second = progress.periods(day=date(2026, 11, 23))
    assert (first.count.total, first.count.higher, first.totals) == (3, 1, [0, 1, 2, 2, 3])
    assert (second.count.total, second.count.higher, second.withdrawn) == (2, 1, 1)
    assert second.totals == [2, None, None, None, None]
    assert second.percent == 0.2


def test_the_page_words_the_targets_as_the_decision_does(client, world):
    words = text(client.get(PAGE))
    assert "2 chuyên gia được chứng nhận trong giai đoạn 2026–2030" in words
    assert "3 / khoảng 600" in words
    assert "2 / khoảng 1.000" in words
    assert "1 / khoảng 200" in words
    assert "Số liệu minh họa" in words
    assert "Chưa có số liệu báo cáo" in words
    assert "ít nhất 100 doanh nghiệp" in words.lower()


def test_the_periods_are_never_added_up(client, world):
    words = text(client.get(PAGE))
    assert "1.600" not in words
    assert "5 chuyên gia" not in words
    assert "Đến năm 2030" not in words


def test_outside_the_demonstration_nothing_is_called_illustrative(client, world, settings):
    settings.DEMO = False
    assert "Số liệu minh họa" not in text(client.get(PAGE))


def links(client, url=PAGE):
    html = client.get(url).content.decode()
    return re.findall(r'href="(/chung-chi/so-dang-ky/\?[^"]+)">([\d.]+)<', html)


def test_every_number_opens_exactly_its_entries(client, sign_in, programme_officer, world):
    sign_in(programme_officer)
    for period in ("2021-2025", "2026-2030"):
        shown = links(client, f"{PAGE}?giai_doan={period}")
        assert len(shown) > 8
        for address, number in shown:
            page = client.get(unescape(address)).context["page"]
            assert page.paginator.count == int(number), address


def test_the_public_reads_the_numbers_without_links(client, world):
    assert links(client) == []


def test_the_page_costs_the_same_with_many_entries(client, world):
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    by = factories.officials()
    for index in range(28):
        factories.past(
            cast.person(f"Trần Thị {index}"), date(2026, 4, 1) + timedelta(days=index), by=by
        )
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)
    assert len(many) == len(few)


def test_the_200_are_part_of_the_1000():
    higher = Target.objects.get(code="experts-higher-2026-2030")
    assert (higher.parent.code, higher.low, higher.qualifier) == (
        "experts-2026-2030",
        200,
        "about",
    )
    ranges = Target.objects.get(code="harmonisation-2026-2030")
    assert (ranges.low, ranges.high, str(ranges)) == (70, 75, "harmonisation-2026-2030")


def test_after_the_programme_its_last_period_heads_the_page(client, world, fixed_day):
    fixed_day.move_to(date(2031, 2, 1))
    assert "giai đoạn 2026–2030" in text(client.get(PAGE))
