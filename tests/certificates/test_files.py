import pytest
from django.urls import reverse

from certificates import tasks
from certificates.models import CertificateDocument
from tests.certificates import factories


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(quick_paper):
    """No test here looks at the page."""


def file(certificate):
    return reverse("certificates:file", args=[certificate.number])


def test_the_holder_waits_and_then_downloads(client, sign_in, trainee, worker):
    certificate = factories.certificate(sign_in(trainee))
    waiting = client.get(file(certificate))
    assert waiting.status_code == 202
    assert f"/chung-chi/tep/{certificate.number}.pdf" in waiting.content.decode()
    worker()
    tasks.sweep_documents()
    answer = client.get(file(certificate))
    assert (answer.status_code, answer["Content-Type"], answer.content) == (
        200,
        "application/pdf",
        b"%PDF-" + certificate.number.encode() + b" sealed",
    )
    assert answer["Content-Disposition"] == f'attachment; filename="{certificate.number}.pdf"'


def test_a_pdf_on_request_is_asked_for_by_a_button(client, sign_in, trainee):
    certificate = factories.certificate(sign_in(trainee), produce=False)
    assert "Tạo bản PDF" in client.get(file(certificate)).content.decode()
    assert CertificateDocument.objects.get().state == "on_request"
    answer = client.post(reverse("certificates:request_file", args=[certificate.number]))
    assert answer.url == file(certificate)
    assert CertificateDocument.objects.get().state == "pending"


def test_a_failed_pdf_can_be_asked_for_again(client, sign_in, trainee):
    certificate = factories.certificate(sign_in(trainee))
    CertificateDocument.objects.update(state="failed", attempts=5)
    assert "Chưa tạo được" in client.get(file(certificate)).content.decode()


def test_only_the_holder_and_register_staff_download(
    client, sign_in, trainee, stranger, agency, programme_officer, worker
):
    certificate = factories.certificate(trainee)
    worker()
    tasks.sweep_documents()
    for person, code in ((trainee, 200), (programme_officer, 200), (stranger, 404), (agency, 404)):
        sign_in(person)
        assert client.get(file(certificate)).status_code == code
    assert (
        client.post(reverse("certificates:request_file", args=[certificate.number])).status_code
        == 404
    )
    sign_in(trainee)
    assert client.get("/chung-chi/tep/VNPQ2026999901.pdf").status_code == 404
    client.logout()
    assert client.get(file(certificate)).status_code == 302
