"""When something is not as it should be, the page says what happened and what to do."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from accounts import roles
from config.errors import fault, roles_that_pass


pytestmark = pytest.mark.django_db


@pytest.fixture
def flag(settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "var" / "maintenance"
    cache.clear()  # questions that other tests have asked the register count here, too
    return settings.MAINTENANCE_FILE


def test_maintenance_closes_every_page_but_health_and_opens_again(client, flag):
    call_command("maintenance", "on")
    for address in ("/", "/tra-cuu/", "/en/tra-cuu/", "/cms/", "/api/v1/progress"):
        response = client.get(address)
        assert response.status_code == 503, address
        assert response["Retry-After"] == "300"
        assert response["Cache-Control"] == "no-store"
    assert client.get("/healthz").status_code == 200
    call_command("maintenance", "off")
    assert client.get("/tra-cuu/").status_code == 200
    call_command("maintenance", "off")


def test_the_maintenance_page_speaks_the_language_of_the_address(client, flag):
    call_command("maintenance", "on")
    assert '<html lang="vi">' in client.get("/tra-cuu/").content.decode()
    assert "We are working on the site" in client.get("/en/tra-cuu/").content.decode()


def test_the_maintenance_page_needs_no_database(client, flag, django_assert_num_queries):
    call_command("maintenance", "on")
    with django_assert_num_queries(0):
        client.get("/")


def test_who_may_not_is_told_who_may(client, sign_in, trainee):
    sign_in(trainee)
    page = client.get("/en/ky-thi/cham-bai/")
    assert page.status_code == 403
    words = page.content.decode()
    assert "<li>Examiner</li>" in words
    assert "<li>Agency</li>" not in words


def test_a_page_for_everyone_signed_in_names_no_roles():
    assert roles_that_pass(roles.is_signed_in) == []
    assert roles_that_pass(None) == []
    assert roles_that_pass(roles.may_examine) == ["Giám khảo"]


def test_a_stale_form_is_told_from_a_missing_right(trainee):
    client = Client(enforce_csrf_checks=True)
    client.force_login(trainee)
    answer = client.post("/en/chung-chi/NSCL-QG/nop/")
    assert answer.status_code == 403
    words = answer.content.decode()
    assert "Please send the form again" in words
    assert "Nothing was stored" in words


def test_a_fault_is_told_with_the_number_it_is_recorded_under(rf):
    request = rf.get("/")
    request.request_id = "abc123"
    answer = fault(request)
    assert answer.status_code == 500
    assert "abc123" in answer.content.decode()


def test_a_view_that_breaks_answers_with_the_number_of_its_log_lines(monkeypatch):
    def breaks(*_args, **_kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("config.health.JsonResponse", breaks)
    answer = Client(raise_request_exception=False).get("/readyz")
    assert answer.status_code == 500
    assert answer["X-Request-Id"] in answer.content.decode()
