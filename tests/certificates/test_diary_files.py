"""Files in the diary of development: added with an entry, opened by staff on the record, deleted by their owner."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import AuditEvent
from certificates.models import Activity, EvidenceFile
from certificates.models.documents import private_storage
from certificates.problems import NotEntitled
from certificates.services.files import add_to_activity
from tests import cast
from tests.certificates import brought, factories
from tests.certificates.test_evidence_files import paper


pytestmark = pytest.mark.django_db
WRITE = "/chung-chi/nhat-ky/them/"


def entry(**changes):
    facts = {"day": "12/11/2026", "kind": "event", "hours": "4", "title": "Hội thảo Kaizen"}
    return facts | {"learned": "Cách chạy Kaizen", "reference": ""} | changes


def upload(name="Giấy mời.pdf", content=None):
    return SimpleUploadedFile(name, content or brought.pdf())


@pytest.fixture
def file(client, sign_in, trainee):
    sign_in(trainee)
    client.post(WRITE, entry(tep=upload()))
    return EvidenceFile.objects.get()


def test_a_file_comes_with_its_entry_and_more_can_follow(client, file):
    assert "Giấy mời.pdf" in client.get("/chung-chi/nhat-ky/").content.decode()
    url = file.activity.get_absolute_url()
    more = upload("Ảnh.png", brought.picture())
    assert client.post(url, entry(tep=more)).url == "/chung-chi/nhat-ky/"
    html = client.get(url).content.decode()
    assert "Giấy mời.pdf" in html
    assert "Ảnh.png" in html
    assert client.post(url, entry(tep=upload())).status_code == 302
    assert EvidenceFile.objects.count() == 2


def test_a_hostile_file_is_refused_and_nothing_is_written(client, sign_in, trainee):
    sign_in(trainee)
    answer = client.post(WRITE, entry(tep=upload(content=brought.hostile()["SVG"][1])))
    assert answer.status_code == 422
    assert not Activity.objects.exists()


def test_without_room_the_entry_stands_and_the_reason_is_said(
    client, sign_in, trainee, monkeypatch
):
    monkeypatch.setattr("certificates.rules.files.MOST_FILES", 0)
    sign_in(trainee)
    answer = client.post(WRITE, entry(tep=upload()), follow=True)
    assert "20 tệp" in answer.content.decode()
    found = Activity.objects.get()
    answer = client.post(found.get_absolute_url(), entry(tep=upload()), follow=True)
    assert "20 tệp" in answer.content.decode()


def test_a_file_is_deleted_by_its_owner_only_and_with_its_entry(
    client, sign_in, file, stranger, django_capture_on_commit_callbacks
):
    url = f"/chung-chi/nhat-ky/tep/{file.public_id}/xoa/"
    with pytest.raises(NotEntitled):
        add_to_activity(activity=file.activity, by=stranger, brought=paper(), at=factories.NOON)
    sign_in(stranger)
    assert client.post(url).status_code == 404
    sign_in(file.owner)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url).url == file.activity.get_absolute_url()
    assert not EvidenceFile.objects.exists()
    assert not private_storage().exists(file.file.name)
    client.post(file.activity.get_absolute_url(), entry(tep=upload()))
    client.post(f"/chung-chi/nhat-ky/{file.activity.public_id}/xoa/")
    assert not EvidenceFile.objects.exists()
    assert not Activity.objects.exists()


def test_staff_open_it_beside_the_certificate_and_the_trail_knows(client, sign_in, file):
    certificate = factories.certificate(file.owner)
    member = sign_in(cast.council_member())
    html = client.get(f"/chung-chi/so-dang-ky/{certificate.number}/nhat-ky/").content.decode()
    assert "Giấy mời.pdf" in html
    assert client.post(file.get_absolute_url()).status_code == 200
    assert AuditEvent.objects.get(action="file.opened").actor == member
    sign_in(cast.stranger())
    assert client.post(file.get_absolute_url()).status_code == 404
