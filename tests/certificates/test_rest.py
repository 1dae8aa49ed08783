import pytest

from certificates.rules.status import Event
from tests.certificates import factories


pytestmark = pytest.mark.django_db
API = "/api/v1"


def test_a_certificate_is_verified(client):
    certificate = factories.certificate()
    answer = client.get(f"{API}/certificates/{certificate.grouped_number}")
    facts = answer.json()
    assert answer.status_code == 200
    assert (facts["status"], facts["on"]) == ("valid", "2026-11-23")
    assert facts["certificate"]["decision"] == {"number": "01/QĐ-HĐCN", "date": "2026-05-14"}
    assert set(facts["certificate"]) == {
        "number", "name", "scheme", "field", "issued_on", "valid_from",
        "valid_until", "succeeds", "decision", "issuer",
    }  # fmt: skip


def test_a_past_day_is_answered_and_a_future_one_refused(client):
    certificate = factories.certificate()
    factories.changed(certificate, Event.WITHDRAWN)
    address = f"{API}/certificates/{certificate.number}"
    assert client.get(address).json()["status"] == "withdrawn"
    assert client.get(address, {"on": "2026-06-01"}).json()["status"] == "valid"
    assert client.get(address, {"on": "2026-11-24"}).status_code == 422
    assert client.get(address, {"on": "soon"}).status_code == 422


@pytest.mark.parametrize(
    ("number", "status"),
    [("VNPQ2026000162", "unknown"), ("VNPQ2026000161", "mistyped"), ("hello", "malformed")],
)
def test_a_number_without_entry_is_a_404_with_the_same_answer(client, number, status):
    answer = client.get(f"{API}/certificates/{number}")
    assert (answer.status_code, answer.json()["status"]) == (404, status)
    assert answer.json()["certificate"] is None


def test_progress_gives_each_period_by_itself(client):
    factories.certificate()
    facts = client.get(f"{API}/progress").json()
    assert facts["illustrative"] is True
    first, second = facts["periods"]
    assert (first["certified"], first["target"]["low"], first["higher_target"]) == (0, 600, None)
    assert (second["certified"], second["target"]["qualifier"]) == (1, "about")
    assert second["higher_target"]["low"] == 200
    assert second["by_year"] == {"2026": 1, "2027": None, "2028": None, "2029": None, "2030": None}


@pytest.mark.parametrize("address", ["certificates/VNPQ2026000162", "progress"])
def test_clients_that_ask_too_often_wait(client, address):
    codes = {client.get(f"{API}/{address}").status_code for _ in range(60)}
    assert 429 not in codes
    assert client.get(f"{API}/{address}").status_code == 429


def test_the_description_names_every_answer(client):
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    verify = paths["/api/v1/certificates/{number}"]["get"]["responses"]
    assert set(verify) == {"200", "404", "422", "429"}
    files = paths.pop("/api/v1/files")
    assert set(files["post"]["responses"]) == {"200", "422", "429"}
    assert list(files) == ["post"]
    for path in paths.values():
        assert all(act == "get" or "security" in facts for act, facts in path.items())
