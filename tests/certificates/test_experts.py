"""The public register: only whom their holders let be seen, at once, by name, filters and rank of tones."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.door.closing import close_account
from accounts.models import AuditEvent, Membership, Organisation, Province
from certificates import throttle
from certificates.models import Listing, VisibilityChoice
from certificates.problems import NotReady
from certificates.rules.status import Event
from certificates.rules.visibility import CONSENT_VERSION, Purpose
from certificates.selectors.experts import Wanted, entries_of, experts
from certificates.services.visibility import choose_visibility, relist
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
ALL = frozenset(Purpose)
LISTED = frozenset({Purpose.LISTED})


def choose(holder, wanted=LISTED, version=CONSENT_VERSION):
    return choose_visibility(holder=holder, wanted=wanted, version=version, at=timezone.now())


def names(most=50, day=None, **wanted):
    day = day or timezone.localdate()
    found = experts(Wanted(**wanted), day=day, most=most)
    return [each.certificate.holder_name for each in entries_of(found.keys, day=day)]


@pytest.fixture
def officials():
    return factories.officials()


@pytest.fixture
def expert(officials):
    """An expert of Hà Nội in an enterprise; has chosen nothing."""
    hanoi = Province.objects.get(code="01")
    person = cast.person("Đặng Hữu Nghĩa", province=hanoi)
    firm = Organisation.objects.create(code="cty", name_vi="Cơ khí Bắc Hà", kind="enterprise")
    Membership.objects.create(person=person, organisation=firm, since=date(2020, 1, 1))
    factories.past(person, (2025, 3, 5), by=officials, field="green")
    return person


def test_nobody_is_found_who_did_not_choose_it_and_taking_it_back_works_at_once(expert):
    assert names(name="nghia") == []
    choose(expert)
    assert names(name="nghia") == ["Đặng Hữu Nghĩa"]
    choose(expert, frozenset())
    assert names(name="nghia") == []
    assert not Listing.objects.exists()


def test_every_word_is_kept_with_version_and_time_and_goes_into_the_trail(expert):
    choose(expert, ALL)
    choose(expert, LISTED)
    choose(expert, LISTED)
    said = list(VisibilityChoice.objects.values_list("purpose", "granted", "version"))
    assert [each[:2] for each in said] == [
        ("listed", True), ("province", True), ("organisation", True),
        ("province", False), ("organisation", False),
    ]  # fmt: skip
    assert {each[2] for each in said} == {CONSENT_VERSION}
    acts = AuditEvent.objects.filter(action="register.visibility_chosen").order_by("pk")
    assert [each.detail["shown"] for each in acts] == [
        ["listed", "organisation", "province"],
        ["listed"],
    ]


def test_a_choice_under_older_words_is_not_taken(expert):
    with pytest.raises(NotReady):
        choose(expert, version="2020-01")
    assert not VisibilityChoice.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "province", "organisation"),
    [
        (LISTED, "", ""),
        (LISTED | {Purpose.PROVINCE}, "Hà Nội", ""),
        (ALL, "Hà Nội", "Cơ khí Bắc Hà"),
    ],
    ids=["neither", "province", "both"],
)
def test_places_are_shown_and_found_only_if_chosen(expert, wanted, province, organisation):
    choose(expert, wanted)
    day = timezone.localdate()
    (entry,) = entries_of(experts(Wanted(name="nghia"), day=day, most=9).keys, day=day)
    assert entry.province.get("name_vi", "").removeprefix("Thành phố ") == province
    assert entry.organisation.get("name_vi", "") == organisation
    assert bool(names(province="01")) is bool(province)


def test_a_line_that_stands_by_mistake_shows_nothing(expert):
    choose(expert, ALL)
    VisibilityChoice.objects.create(
        person=expert, purpose="listed", granted=False, version="x", at=timezone.now()
    )
    assert Listing.objects.count() == 1
    assert names(name="nghia") == []


def test_a_closed_account_is_found_no_more(expert):
    choose(expert)
    close_account(person=expert)
    assert names(name="nghia") == []


def test_typed_tones_come_first_and_words_may_be_begun(officials):
    for name in ("Lê Thị Hòa", "Lê Thị Hoa", "Lê Thị Hóa"):
        person = cast.person(name)
        factories.past(person, (2025, 3, 5), by=officials)
        choose(person)
    assert names(name="le thi hoa") == ["Lê Thị Hoa", "Lê Thị Hòa", "Lê Thị Hóa"]
    assert names(name="Lê Thị Hóa")[0] == "Lê Thị Hóa"
    assert len(names(name="Lê Thị Hóa")) == 3
    assert names(name="hóa le")[0] == "Lê Thị Hóa"
    assert names(name="òa thị") == []
    assert len(names(name="%%%")) == len(names()) == 3


def test_no_more_names_than_asked_for_and_it_is_said_that_there_are_more(officials):
    for number in range(4):
        person = cast.person(f"Trần Văn {'ABCD'[number]}n")
        factories.past(person, (2025, 3, 5), by=officials)
        choose(person)
    found = experts(Wanted(name="tran van"), day=timezone.localdate(), most=3)
    assert (len(found.keys), found.more) == (3, True)
    toned = experts(Wanted(name="Trần"), day=timezone.localdate(), most=3)
    assert (len(toned.keys), toned.more) == (3, True)
    assert experts(Wanted(name="tran"), day=timezone.localdate(), most=4).more is False


@pytest.mark.parametrize("wanted", [{"field": "lean"}, {"level": "regional"}, {"province": "79"}])
def test_filters_leave_out_who_does_not_fit(expert, wanted):
    choose(expert, ALL)
    assert names(field="green", level="national", province="01") == ["Đặng Hữu Nghĩa"]
    assert names(**wanted) == []


def test_a_change_of_status_shows_at_once(officials):
    person = cast.person("Trần Thị Ổn")
    entry = factories.past(person, (2026, 4, 1), by=officials)
    choose(person)
    factories.changed(entry)
    assert (names(status="suspended"), names(status="valid")) == (["Trần Thị Ổn"], [])
    factories.changed(entry, Event.WITHDRAWN)
    assert (names(status="withdrawn"), names(status="suspended")) == (["Trần Thị Ổn"], [])
    late = entry.valid_until + timedelta(days=1)
    assert names(status="expired", day=late) == []


def test_what_has_expired_is_told_by_the_day(expert):
    choose(expert)
    ends = expert.certificates.get().valid_until
    assert names(status="valid", day=ends) == ["Đặng Hữu Nghĩa"]
    late = ends + timedelta(days=1)
    assert (names(status="expired", day=late), names(status="valid", day=late)) == (
        ["Đặng Hữu Nghĩa"],
        [],
    )


def test_a_new_certificate_of_a_listed_holder_is_listed_and_the_replaced_one_is_not(
    expert, officials
):
    choose(expert)
    renewed = factories.past(expert, (2026, 4, 1), by=officials, field="green")
    assert list(Listing.objects.values_list("certificate", flat=True)) == [renewed.pk]
    assert relist(holder=expert, at=timezone.now()) == 1


@pytest.mark.parametrize("count", [2, 12])
def test_a_question_costs_the_same_however_many_fit(officials, count):
    for _each in range(count):
        person = cast.person("Phạm Thị Hiền")
        factories.past(person, (2025, 3, 5), by=officials)
        choose(person)
    with CaptureQueriesContext(connection) as asked:
        assert len(names(name="Phạm Hiền")) == count
    assert len(asked) == 4


def test_programs_get_what_the_page_shows_and_no_more(client, expert):
    address = "/api/v1/experts"
    assert client.get(address, {"name": "nghia"}).json()["experts"] == []
    choose(expert)
    (facts,) = client.get(address, {"name": "nghia"}).json()["experts"]
    assert (facts["name"], facts["status"], facts["field"]) == ("Đặng Hữu Nghĩa", "valid", "green")
    assert (facts["province"], facts["organisation"]) == (None, None)
    choose(expert, ALL)
    (facts,) = client.get(address, {"field": "green"}).json()["experts"]
    assert facts["organisation"] == "Cơ khí Bắc Hà"
    choose(expert, frozenset())
    assert client.get(address, {"name": "nghia"}).json()["experts"] == []


def test_programs_are_held_to_the_same_rules(client, monkeypatch):
    address = "/api/v1/experts"
    for asked in ({}, {"name": "an"}, {"field": "khong-co"}):
        assert client.get(address, asked).status_code == 422
    monkeypatch.setattr(throttle, "NAMES", (3, 100))
    assert client.get(address, {"name": "abc"}).status_code == 429
