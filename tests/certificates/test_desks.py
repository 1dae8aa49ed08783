import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from certificates.models import Certificate, Decision, Dossier
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_officers_list_filters_by_state_and_costs_the_same_for_many(
    client, sign_in, certification_officer
):
    sign_in(certification_officer)
    for index in range(2):
        factories.submitted(cast.person(f"Nguyễn Văn {index}"))
    few = queries(client, "/chung-chi/xet-ho-so/")
    for index in range(28):
        factories.submitted(cast.person(f"Trần Thị {index}"))
    assert queries(client, "/chung-chi/xet-ho-so/") == few
    html = client.get("/chung-chi/xet-ho-so/?trang=2").content.decode()
    assert html.count("<tr>") == 6
    assert (
        "Nguyễn Văn 0"
        not in client.get("/chung-chi/xet-ho-so/?trang_thai=eligible").content.decode()
    )
    assert "Nguyễn Văn 0" in client.get("/chung-chi/xet-ho-so/?trang_thai=").content.decode()


def test_an_officer_finds_an_application_eligible(client, sign_in, certification_officer):
    dossier = factories.submitted()
    sign_in(certification_officer)
    url = reverse("certificates:check", args=[dossier.public_id])
    assert "Nguyễn Thị Ngọc Ẩn" in client.get(url).content.decode()
    answer = client.post(url, {"act": "find_eligible", "note": ""})
    assert answer.url == "/chung-chi/xet-ho-so/"
    assert Dossier.objects.get().state == "eligible"


def test_an_incomplete_finding_is_explained(client, sign_in, certification_officer):
    url = reverse("certificates:check", args=[factories.submitted().public_id])
    sign_in(certification_officer)
    assert client.post(url, {"act": "grant"}).status_code == 422
    answer = client.post(url, {"act": "ask_for_more", "note": ""})
    assert answer.status_code == 409
    assert "còn thiếu gì" in answer.content.decode()


def test_an_officer_sees_that_the_own_application_is_not_theirs(
    client, sign_in, certification_officer
):
    dossier = factories.submitted(sign_in(certification_officer))
    html = client.get(reverse("certificates:check", args=[dossier.public_id])).content.decode()
    assert "người khác phải thẩm xét" in html
    assert 'name="act"' not in html


def test_the_councils_list_says_beforehand_what_is_barred_and_costs_the_same_for_many(
    client, sign_in, council_member
):
    sign_in(council_member)
    officer = cast.certification_officer()
    factories.eligible(cast.person("Lê Văn Một"), officer)
    factories.eligible(cast.person("Lê Văn Hai"), officer, trained_by=[council_member])
    html = client.get("/chung-chi/quyet-dinh/").content.decode()
    assert "Bạn đã dạy người này trong 24 tháng qua" in html
    assert "Bạn được quyết định" in html
    few = queries(client, "/chung-chi/quyet-dinh/")
    for index in range(28):
        factories.eligible(cast.person(f"Trần Thị {index}"), officer)
    assert queries(client, "/chung-chi/quyet-dinh/") == few


def test_a_council_member_reads_once_more_and_grants(client, sign_in, council_member):
    dossier = factories.eligible()
    sign_in(council_member)
    url = reverse("certificates:decide", args=[dossier.public_id])
    assert client.get(url).status_code == 200
    first = client.post(url, {"outcome": "grant", "reason": ""})
    assert "Cấp chứng chỉ cho Nguyễn Thị Ngọc Ẩn?" in first.content.decode()
    assert not Decision.objects.exists()
    for _ in range(2):
        answer = client.post(url, {"outcome": "grant", "reason": "", "confirmed": "1"})
        assert answer.url == url
    html = client.get(url).content.decode()
    assert Certificate.objects.get().grouped_number in html
    assert Decision.objects.count() == 1
    assert "01/QĐ-HĐCN" in client.get("/chung-chi/quyet-dinh/").content.decode()


def test_a_refusal_asks_for_its_reason(client, sign_in, council_member):
    url = reverse("certificates:decide", args=[factories.eligible().public_id])
    sign_in(council_member)
    assert client.post(url, {"outcome": "refuse", "reason": " "}).status_code == 422
    shown = client.post(url, {"outcome": "refuse", "reason": "Thiếu minh chứng"}).content.decode()
    assert "Thiếu minh chứng" in shown
    client.post(url, {"outcome": "refuse", "reason": "Thiếu minh chứng", "confirmed": "1"})
    assert Dossier.objects.get().state == "refused"


def test_a_barred_member_is_refused_even_with_a_made_up_form(client, sign_in, council_member):
    dossier = factories.eligible(examined_by=[council_member])
    url = reverse("certificates:decide", args=[dossier.public_id])
    sign_in(council_member)
    assert 'name="outcome"' not in client.get(url).content.decode()
    answer = client.post(url, {"outcome": "grant", "confirmed": "1"})
    assert answer.status_code == 409
    assert "đã chấm thi người này" in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("/chung-chi/xet-ho-so/", {Role.CERTIFICATION_OFFICER}),
        ("/chung-chi/quyet-dinh/", {Role.COUNCIL_MEMBER}),
        ("/chung-chi/danh-sach/", {Role.AGENCY}),
        (
            "/chung-chi/so-dang-ky/",
            {
                Role.PROGRAMME_OFFICER,
                Role.CERTIFICATION_OFFICER,
                Role.COUNCIL_MEMBER,
                Role.OPERATOR,
            },
        ),
    ],
)
def test_each_desk_is_open_to_its_roles_only(client, sign_in, address, allowed):
    for role, make in cast.BY_ROLE.items():
        sign_in(make())
        assert client.get(address).status_code == (200 if role in allowed else 403), role
    client.logout()
    assert client.get(address).status_code == 302
