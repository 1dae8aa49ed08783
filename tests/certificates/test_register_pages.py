from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Membership, Organisation, Province
from accounts.roles import Role
from certificates.models import StatusEvent, StatusProposal
from certificates.rules.status import Event
from certificates.services.status import propose_change
from tests import cast
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db
REGISTER = "/chung-chi/so-dang-ky/"


def found(client, **query):
    answer = client.get(REGISTER, query)
    assert answer.status_code == 200
    return {entry.holder_name for entry in answer.context["page"]}


@pytest.fixture
def people():
    """Two holders: one national of 2023 in an agency of Hà Nội, one of 2026 who is suspended."""
    by = factories.officials()
    hanoi = Province.objects.get(code="01")
    first = cast.person("Đặng Hữu Nghĩa", province=hanoi)
    agency = Organisation.objects.create(code="co-quan", name_vi="Cơ quan", kind="agency")
    Membership.objects.create(person=first, organisation=agency, since=date(2020, 1, 1))
    factories.past(first, (2023, 12, 5), by=by, field="green")
    factories.past(first, (2025, 3, 5), code="NSCL-KV", by=by, field="green")
    second = cast.person("Trần Thị Ổn")
    factories.changed(factories.past(second, (2026, 4, 1), by=by))
    return first, second


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "dang huu"}, {"Đặng Hữu Nghĩa"}),
        ({"q": "Ổn"}, {"Trần Thị Ổn"}),
        ({"q": "vnpq 2026"}, {"Trần Thị Ổn"}),
        ({"trang_thai": "suspended"}, {"Trần Thị Ổn"}),
        ({"trang_thai": "withdrawn"}, set()),
        ({"cap": "regional"}, {"Đặng Hữu Nghĩa"}),
        ({"chuong_trinh": "NSCL-KV"}, {"Đặng Hữu Nghĩa"}),
        ({"linh_vuc": "green"}, {"Đặng Hữu Nghĩa"}),
        ({"tinh": "01"}, {"Đặng Hữu Nghĩa"}),
        ({"tinh": "-"}, {"Trần Thị Ổn"}),
        ({"loai": "agency"}, {"Đặng Hữu Nghĩa"}),
        ({"loai": "-"}, {"Trần Thị Ổn"}),
        ({"nam": "2026"}, {"Trần Thị Ổn"}),
        ({"tinh_vao": "2021-2025"}, {"Đặng Hữu Nghĩa"}),
        ({"tinh_vao": "2021-2025", "bac_cao": "1"}, {"Đặng Hữu Nghĩa"}),
        ({"tinh_vao": "2026-2030", "bac_cao": "0"}, {"Trần Thị Ổn"}),
        ({"tinh_bac_cao": "2021-2025"}, {"Đặng Hữu Nghĩa"}),
        ({"cap": "galactic"}, {"Đặng Hữu Nghĩa", "Trần Thị Ổn"}),
    ],
)
def test_filters_narrow_the_register(client, sign_in, programme_officer, people, query, names):
    sign_in(programme_officer)
    assert found(client, **query) == names


def test_a_search_without_result_says_what_to_do(client, sign_in, programme_officer):
    sign_in(programme_officer)
    assert "viết tên không dấu" in client.get(REGISTER, {"q": "không ai"}).content.decode()


def test_the_list_is_paged_and_costs_the_same_for_many(client, sign_in, programme_officer):
    sign_in(programme_officer)
    by = factories.officials()
    for index in range(2):
        factories.past(cast.person(f"Nguyễn Văn {index}"), (2025, 1, 6), by=by)
    with CaptureQueriesContext(connection) as few:
        client.get(REGISTER)
    for index in range(28):
        factories.past(cast.person(f"Trần Thị {index}"), (2025, 1, 7), by=by)
    with CaptureQueriesContext(connection) as many:
        client.get(REGISTER)
    assert len(many) == len(few)
    assert len(client.get(REGISTER, {"trang": 2}).context["page"].object_list) == 5


def test_an_entry_shows_all_that_the_register_knows(client, sign_in, programme_officer, people):
    sign_in(programme_officer)
    entry = people[1].certificates.get()
    html = client.get(reverse("certificates:entry", args=[entry.number])).content.decode()
    assert "Chưa nộp báo cáo giám sát" in html
    assert "2026-2030" in html
    assert 'name="event"' not in html
    assert client.get(REGISTER + "VNPQ2026999901/").status_code == 404


def test_an_officer_proposes_and_a_council_member_settles(
    client, sign_in, certification_officer, council_member
):
    entry = factories.certificate()
    url = reverse("certificates:entry", args=[entry.number])
    sign_in(certification_officer)
    assert 'value="suspended"' in client.get(url).content.decode()
    answer = client.post(
        reverse("certificates:propose", args=[entry.number]),
        {"event": "withdrawn", "reason_vi": "Dùng sai phạm vi", "reason_en": ""},
    )
    assert answer.url == url
    proposal = StatusProposal.objects.get()
    assert 'name="event"' not in client.get(url).content.decode()
    settle = reverse("certificates:settle", args=[proposal.public_id])
    assert client.get(settle).status_code == 403

    sign_in(council_member)
    assert settle in client.get(url).content.decode()
    assert settle in client.get("/chung-chi/quyet-dinh/").content.decode()
    assert "Dùng sai phạm vi" in client.get(settle).content.decode()
    for _ in range(2):
        assert client.post(settle, {"outcome": "confirm"}).url == url
    assert StatusEvent.objects.filter(event="withdrawn").count() == 1
    assert "đã được quyết định" in client.get(settle).content.decode()
    assert client.post(settle, {"outcome": "reject"}).status_code == 409


def test_wrong_proposals_are_explained(client, sign_in, certification_officer, monkeypatch):
    entry = factories.certificate()
    sign_in(certification_officer)
    url = reverse("certificates:propose", args=[entry.number])
    assert client.post(url, {"event": "reinstated", "reason_vi": "x"}).status_code == 422
    assert client.post(url, {"event": "suspended", "reason_vi": ""}).status_code == 422
    client.post(url, {"event": "suspended", "reason_vi": "x"})
    answer = client.post(url, {"event": "suspended", "reason_vi": "x"})
    assert answer.status_code == 409
    assert "đang chờ Hội đồng" in answer.content.decode()


def test_whoever_proposed_sees_that_somebody_else_must_settle(client, sign_in):
    both = sign_in(cast.person("Vũ Đình Khải", Role.COUNCIL_MEMBER, Role.CERTIFICATION_OFFICER))
    proposal = propose_change(
        certificate=factories.certificate(),
        event=Event.SUSPENDED,
        reason_vi="x",
        proposed_by=both,
        at=NOON,
    )
    settle = reverse("certificates:settle", args=[proposal.public_id])
    html = client.get(settle).content.decode()
    assert "người khác phải quyết định" in html
    assert 'value="confirm"' not in html
    assert client.post(settle, {"outcome": "confirm"}).status_code == 409


def test_trainees_and_agencies_do_not_open_the_register(client, sign_in, trainee, agency):
    entry = factories.certificate(trainee)
    for person in (trainee, agency):
        sign_in(person)
        assert client.get(reverse("certificates:entry", args=[entry.number])).status_code == 403
        assert client.post(reverse("certificates:propose", args=[entry.number])).status_code == 403
