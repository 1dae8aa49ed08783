from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.rules.status import Event
from certificates.services.publication import publish_register
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def page(client, number, **query):
    return client.get(reverse("certificates:verify", args=[number]), query)


def test_a_typed_number_leads_to_its_answer(client):
    certificate = factories.certificate()
    answer = client.get("/tra-cuu/", {"so": f" {certificate.grouped_number.lower()} "})
    assert (answer.status_code, answer.url) == (302, f"/tra-cuu/{certificate.number}/")


def test_the_empty_form_and_a_text_that_is_no_number(client):
    assert client.get("/tra-cuu/").status_code == 200
    answer = client.get("/tra-cuu/", {"so": "xin chào"})
    assert answer.status_code == 422
    assert "VNPQ 2026 0471 10" in answer.content.decode()


def test_the_verdict_comes_first_and_the_facts_follow(client):
    certificate = factories.certificate()
    html = page(client, certificate.number).content.decode()
    assert (
        html.index("Chứng chỉ còn") < html.index("Nguyễn Thị Ngọc Ẩn") < html.index("01/QĐ-HĐCN")
    )
    assert "10:00" in html
    assert "23/11/2026" in html
    assert certificate.grouped_number in html


def test_the_page_is_light_and_shows_nothing_more_about_the_person(client, trainee):
    certificate = factories.certificate(trainee)
    answer = page(client, certificate.number)
    html = answer.content.decode()
    assert len(answer.content) <= 20 * 1024
    for secret in (trainee.email, str(trainee.public_id), "Bách khoa", "Nhà máy"):
        assert secret not in html


@pytest.mark.parametrize(
    ("event", "words"), [(Event.SUSPENDED, "đang bị đình chỉ"), (Event.WITHDRAWN, "đã bị thu hồi")]
)
def test_a_change_shows_with_day_and_decision_but_not_its_reason(client, event, words):
    certificate = factories.certificate()
    factories.changed(certificate, event)
    html = page(client, certificate.number).content.decode()
    assert words in html.replace("\xa0", " ")
    assert "13/06/2026" in html
    assert "02/QĐ-HĐCN" in html
    assert "Chưa nộp báo cáo" not in html


def test_an_expired_and_a_replaced_certificate_say_so(client, trainee):
    expired = factories.past(trainee, (2022, 3, 1))
    first = factories.certificate(trainee)
    second = factories.certificate(trainee, at=NOON + timedelta(days=30))
    assert "hết hiệu lực" in page(client, expired.number).content.decode().replace("\xa0", " ")
    html = page(client, first.number).content.decode()
    assert second.grouped_number in html
    assert f"/tra-cuu/{second.number}/" in html


def test_a_day_of_the_past_is_answered_for_that_day(client):
    certificate = factories.certificate()
    factories.changed(certificate, Event.WITHDRAWN)
    html = (
        page(client, certificate.number, ngay="01/06/2026").content.decode().replace("\xa0", " ")
    )
    assert "còn hiệu lực" in html
    assert "Tính đến ngày 01/06/2026" in html
    html = (
        page(client, certificate.number, ngay="01/05/2026").content.decode().replace("\xa0", " ")
    )
    assert "khi đó chưa được cấp" in html


@pytest.mark.parametrize("day", ["24/11/2026", "31/02/2026", "hôm qua"])
def test_a_day_that_cannot_be_answered_is_explained(client, day):
    certificate = factories.certificate()
    assert page(client, certificate.number, ngay=day).status_code == 422


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("VNPQ2026000259", "không có trong sổ đăng ký"),
        ("VNPQ2026000161", "gõ sai"),
        ("VNPQ", "không phải số chứng chỉ"),
    ],
)
def test_a_number_without_entry_is_a_404_that_names_nobody(client, number, words):
    factories.certificate()
    answer = page(client, number)
    html = answer.content.decode().replace("\xa0", " ")
    assert answer.status_code == 404
    assert words in html or words.capitalize() in html
    assert "Nguyễn Thị" not in html


def test_other_spellings_lead_to_one_address(client):
    assert page(client, "vnpq 2026 0001 62").url == "/tra-cuu/VNPQ2026000162/"
    assert page(client, "---").url == "/tra-cuu/-/"


def test_the_printed_qr_leads_to_the_answer(client):
    assert client.get("/v/VNPQ2026000162").url == "/tra-cuu/VNPQ2026000162/"
    assert client.get("/v/...").url == "/tra-cuu/-/"


def test_machines_get_the_same_answer_as_json(client):
    certificate = factories.certificate()
    answer = client.get(f"/tra-cuu/{certificate.number}/", headers={"accept": "application/json"})
    facts = answer.json()
    assert answer["Vary"].startswith("Accept")
    assert (facts["status"], facts["certificate"]["name"]) == ("valid", "Nguyễn Thị Ngọc Ẩn")
    assert facts["history"] == [
        {
            "event": "issued",
            "effective_on": "2026-05-14",
            "decision": "01/QĐ-HĐCN",
            "replaced_by": None,
        }
    ]
    missing = client.get("/tra-cuu/VNPQ2026000259/", headers={"accept": "application/json"})
    assert (missing.status_code, missing.json()["status"]) == (404, "unknown")


def test_machines_that_ask_about_no_day_get_no_answer_about_today(client):
    certificate = factories.certificate()
    address = f"/tra-cuu/{certificate.number}/"
    for day in ("24/11/2026", "soon"):
        answer = client.get(address, {"ngay": day}, headers={"accept": "application/json"})
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_day")
    answer = client.get(address, {"ngay": "2026-06-01"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["on"]) == (200, "2026-06-01")


def test_english_pages_answer_in_english(client):
    certificate = factories.certificate()
    html = client.get(f"/en/tra-cuu/{certificate.number}/").content.decode().replace("\xa0", " ")
    assert "This certificate is valid" in html
    assert "Lean management and Kaizen improvement" in html


def test_an_answer_takes_few_queries(client, store, django_assert_max_num_queries):
    certificate = factories.certificate()
    publish_register(store=store, at=timezone.now())
    with django_assert_max_num_queries(9):  # five of them compute the proof from the log
        page(client, certificate.number)


def test_the_sixty_first_question_of_a_minute_waits(client, fixed_day):
    certificate = factories.certificate()
    codes = [page(client, certificate.number).status_code for _ in range(61)]
    assert codes == [200] * 60 + [429]
    answer = page(client, certificate.number)
    assert answer["Retry-After"] == "60"
    assert page(client, certificate.number, REMOTE_ADDR="x").status_code == 429
    fixed_day.shift(timedelta(minutes=1))
    assert page(client, certificate.number).status_code == 200


def test_clients_are_counted_apart_behind_a_trusted_proxy(client, settings):
    certificate = factories.certificate()
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    address = f"/tra-cuu/{certificate.number}/"
    for _ in range(60):
        client.get(address, headers={"x-forwarded-for": "9.9.9.9, 1.1.1.1"})
    assert client.get(address, headers={"x-forwarded-for": "9.9.9.9, 1.1.1.1"}).status_code == 429
    assert client.get(address, headers={"x-forwarded-for": "1.1.1.1, 2.2.2.2"}).status_code == 200
    assert client.get(address).status_code == 200


def test_a_counter_that_lapses_in_between_lets_the_question_pass(client, monkeypatch):
    from django.core.cache import cache

    certificate = factories.certificate()
    page(client, certificate.number)

    def lapsed(_key):
        raise ValueError

    monkeypatch.setattr(cache, "incr", lapsed)
    assert page(client, certificate.number).status_code == 200


def test_on_paper_the_answer_says_where_to_ask_again(client):
    certificate = factories.certificate()
    html = page(client, certificate.number).content.decode()
    assert f"/v/{certificate.number}</p>" in html
    assert '<img class="only-print" src="data:image/png;base64,' in html
