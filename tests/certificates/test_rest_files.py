"""Programs send a file and get the points that people get, with codes that stay."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from certificates.documents.badge import badge
from certificates.selectors.log import credential_of
from tests.certificates import hostile
from tests.certificates.factories import certificate


pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/files"


@pytest.fixture
def entry(worker):
    made = certificate()
    worker()
    return made


def send(client, content, **more):
    return client.post(ADDRESS, {"file": SimpleUploadedFile("x", content), **more})


def codes(answer):
    return {point["about"]: point["code"] for point in answer.json()["points"]}


def test_a_genuine_file_holds_in_every_point(client, entry):
    content = credential_of(entry.number).document
    answer = send(client, content.encode(), name=entry.holder_name)
    facts = answer.json()
    assert answer.status_code == 200
    assert (facts["genuine"], facts["number"]) == (True, entry.number)
    assert all(point["holds"] for point in facts["points"])
    assert codes(answer) == {
        "signature": "signed", "log": "logged", "list": "counts", "name": "same",
    }  # fmt: skip
    assert facts["answer"]["status"] == "valid"
    assert facts["answer"]["means"]["en"].startswith("The holder may use the title")
    picture = badge(entry.snapshot, number=entry.number, credential=content)
    assert send(client, picture).json()["genuine"]


def test_a_changed_one_says_in_which_point(client, entry):
    document = json.loads(credential_of(entry.number).document)
    changed = json.dumps({**document, "validUntil": "2039-01-01T00:00:00Z"}).encode()
    answer = send(client, changed, name="Ai Đó")
    assert codes(answer) == {"signature": "altered", "log": "not_logged", "name": "differs"}
    assert answer.json()["genuine"] is False


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"nothing", "unreadable"),
        (hostile.png_of((b"IEND", b"")), "empty"),
        (b'{"a":' + b"[" * 90_000, "outsized"),
        (b"x" * (5 * 1024 * 1024 + 1), "oversized"),
    ],
)
def test_what_is_no_certificate_is_refused_with_a_stable_code(client, content, code):
    answer = send(client, content)
    assert answer.status_code == 422
    assert answer.json()["code"] == code
    assert answer.json()["detail"].startswith("The file")


def test_without_a_file_and_too_often(client):
    assert client.post(ADDRESS).status_code == 422
    for _ in range(60):
        answer = send(client, b"nothing")
    assert answer.status_code == 422
    assert send(client, b"nothing").status_code == 429
    assert client.get("/api/v1/answers").status_code == 429
