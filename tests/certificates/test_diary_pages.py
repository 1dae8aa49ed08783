"""The diary of development in the browser: who reads and writes what."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from certificates.models import Activity, ActivityKind
from certificates.services.diary import Entry, write_activity
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
DIARY = "certificates:diary"
POSTED = {
    "day": "12/10/2026",
    "kind": "event",
    "hours": "6.5",
    "title": "Hội thảo sơ đồ chuỗi giá trị",
    "learned": "Vẽ được dòng chảy của phân xưởng hàn.",
    "reference": "https://example.vn/hoi-thao",
}


def written(person, title="Đọc sách về Kaizen", times=1):
    entry = Entry(date(2026, 10, 1), ActivityKind.SELF_STUDY, Decimal(2), title, "Đã áp dụng.")
    return [
        write_activity(person=person, entry=entry, at=factories.NOON.replace(month=11))
        for _ in range(times)
    ][-1]


@pytest.fixture
def holder(client):
    entry = factories.certificate()
    client.force_login(entry.holder)
    return entry.holder


def test_a_holder_writes_an_entry_and_sees_it_count(client, holder):
    answer = client.post(reverse("certificates:write_activity"), POSTED, follow=True)
    assert answer.redirect_chain[-1][0] == reverse(DIARY)
    assert Activity.objects.get(person=holder).hours == Decimal("6.5")
    assert POSTED["title"] in answer.text
    assert 'href="https://example.vn/hoi-thao"' in answer.text
    (standing,) = answer.context["standings"]
    assert standing.cycle.reached == Decimal("6.5")


@pytest.mark.parametrize(
    ("field", "value"),
    [("day", "24/11/2026"), ("hours", "0"), ("hours", "201"), ("kind", "sleep"), ("title", "")],
)
def test_a_mistake_is_named_at_its_field_and_nothing_is_kept(client, holder, field, value):
    page = client.post(reverse("certificates:write_activity"), POSTED | {field: value})
    assert page.status_code == 422
    assert f'id="id_{field}_error"' in page.text
    assert not Activity.objects.exists()


def test_an_entry_is_changed_and_deleted_after_asking_once_more(client, holder):
    activity = written(holder)
    page = client.get(activity.get_absolute_url())
    removal = reverse("certificates:remove_activity", args=[activity.public_id])
    assert f'action="{removal}"' in page.text
    client.post(activity.get_absolute_url(), POSTED)
    activity.refresh_from_db()
    assert activity.title == POSTED["title"]
    client.post(removal)
    assert not Activity.objects.exists()


def test_a_stranger_finds_no_entry_of_another(client, holder):
    activity = written(holder)
    client.force_login(cast.stranger())
    removal = reverse("certificates:remove_activity", args=[activity.public_id])
    assert client.get(activity.get_absolute_url()).status_code == 404
    assert client.post(activity.get_absolute_url(), POSTED).status_code == 404
    assert client.post(removal).status_code == 404
    assert Activity.objects.get().title == "Đọc sách về Kaizen"


def test_whoever_holds_no_certificate_may_write_and_learns_what_it_is_for(client):
    client.force_login(cast.trainee())
    page = client.get(reverse(DIARY))
    assert page.context["standings"] == []
    assert reverse("certificates:schemes") in page.text
    assert reverse("certificates:write_activity") in page.text


def test_my_page_leads_to_the_diary(client, holder):
    assert reverse(DIARY) in client.get(reverse("accounts:mine")).text


def test_officers_and_council_read_the_diary_from_the_entry_others_do_not(client, holder):
    written(holder)
    number = holder.certificates.get().number
    address = reverse("certificates:diary_of", args=[number])
    for reader in (cast.certification_officer(), cast.council_member()):
        client.force_login(reader)
        assert address in client.get(reverse("certificates:entry", args=[number])).text
        page = client.get(address)
        assert "Đọc sách về Kaizen" in page.text
        assert Activity.objects.get().get_absolute_url() not in page.text
    client.force_login(cast.programme_officer())
    assert address not in client.get(reverse("certificates:entry", args=[number])).text
    assert client.get(address).status_code == 403


def test_the_sheet_holds_every_line_and_no_formula(client, holder):
    written(holder, title="=1+1")
    factories.evidence(holder, value=12, on=date(2026, 9, 1))
    sheet = client.get(reverse("certificates:diary_sheet")).content.decode("utf-8-sig")
    rows = sheet.strip().splitlines()
    # one's own, the two courses of the application and after, and the head
    assert len(rows) == 4
    assert "'=1+1" in sheet
    assert "12,00" in sheet


def test_a_long_diary_comes_in_pages_at_the_same_cost(client, holder):
    written(holder)
    costs = []
    for more in (0, 40):
        if more:
            written(holder, times=more)
        with CaptureQueriesContext(
            connection,
        ) as found:
            page = client.get(reverse(DIARY))
        costs.append(len(found))
    assert costs[0] == costs[1]
    assert len(page.context["page"].object_list) == 25
