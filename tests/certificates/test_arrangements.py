"""Special arrangements: asked for with a reason, decided by an officer, forgotten in time."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent
from accounts.roles import Role
from accounts.workspace import waiting_for
from certificates import api
from certificates.documents.uploads import checked
from certificates.models import Arrangement, ArrangementKind, EvidenceFile
from certificates.models.documents import private_storage
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.services.arrangements import (
    ask_arrangement,
    decide_arrangement,
    forget_reasons,
    take_back_arrangement,
)
from certificates.services.files import Brought
from certificates.tasks import forget_arrangement_reasons
from tests import cast
from tests.certificates import brought
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db
PAGE, DESK = "/chung-chi/ho-tro/", "/chung-chi/ho-tro/xet/"


def asked(person=None, kind=ArrangementKind.EXTRA_TIME, **changes):
    facts = {"reason": "Thị lực kém, đọc chậm", "at": NOON}
    return ask_arrangement(person=person or cast.trainee(), kind=kind, **facts | changes)


def with_proof(person=None):
    return asked(person, proof=Brought("Giấy khám.pdf", checked(brought.pdf())))


def decided(request, by=None, **changes):
    facts = {"grant": True, "extra_percent": 25, "answer": "Theo giấy khám.", "at": NOON}
    officer = by or cast.certification_officer()
    return decide_arrangement(arrangement=request, by=officer, **facts | changes)


def test_a_person_asks_with_a_proof_and_an_officer_grants(client, sign_in, trainee):
    sign_in(trainee)
    assert "căn cước" in client.get(PAGE).content.decode()
    sent = {"kind": "extra_time", "reason": "Đọc chậm"}
    proof = SimpleUploadedFile("Giấy khám.pdf", brought.pdf())
    assert client.post(PAGE, sent | {"proof": proof}).url == PAGE
    request = Arrangement.objects.get()
    officer = sign_in(cast.certification_officer())
    assert "Nguyễn Thị Ngọc Ẩn" in client.get(DESK).content.decode()
    url = reverse("certificates:arrangement", args=[request.public_id])
    html = client.get(url).content.decode()
    assert "Đọc chậm" in html
    assert "Giấy khám.pdf" in html
    assert client.post(request.proof.get_absolute_url()).content == brought.pdf()
    assert AuditEvent.objects.get(action="file.opened").actor == officer
    answer = {"outcome": "grant", "extra_percent": "25", "answer": "Theo giấy khám."}
    assert client.post(url, answer).url == DESK
    assert api.extra_time(trainee) == 25
    assert 'name="outcome"' not in client.get(url).content.decode()
    sign_in(trainee)
    html = client.get(PAGE).content.decode()
    assert "+25 %" in html
    assert "Theo giấy khám." in html


def test_asking_twice_for_the_same_and_without_a_reason_is_refused_in_words(
    client, sign_in, trainee
):
    asked(sign_in(trainee))
    answer = client.post(PAGE, {"kind": "extra_time", "reason": "Lần nữa"})
    assert answer.status_code == 409
    assert "đang chờ" in answer.content.decode()
    assert client.post(PAGE, {"kind": "breaks", "reason": ""}).status_code == 422
    with pytest.raises(NotReady):
        asked(trainee, ArrangementKind.BREAKS, reason=" ")


def test_a_request_is_taken_back_until_it_is_decided(client, sign_in, trainee, stranger):
    request = asked(trainee)
    url = reverse("certificates:take_back_arrangement", args=[request.public_id])
    sign_in(stranger)
    assert client.post(url).status_code == 404
    with pytest.raises(NotEntitled):
        take_back_arrangement(arrangement=request, by=stranger, at=NOON)
    sign_in(trainee)
    for _ in range(2):
        client.post(url)
    request.refresh_from_db()
    assert request.state == "taken_back"
    late = decided(asked(trainee))
    url = reverse("certificates:take_back_arrangement", args=[late.public_id])
    assert "đã được giải quyết" in client.post(url, follow=True).content.decode()


def test_only_officers_decide_and_never_on_their_own(client, sign_in, trainee, stranger):
    officer = cast.certification_officer()
    with pytest.raises(NotEntitled):
        decided(asked(trainee), by=stranger)
    own = asked(officer)
    with pytest.raises(Conflicted):
        decided(own, by=officer)
    sign_in(officer)
    url = reverse("certificates:arrangement", args=[own.public_id])
    assert "người khác phải" in client.get(url).content.decode()


def test_a_decision_needs_words_the_amount_of_time_and_an_open_request(client, sign_in):
    officer, request = sign_in(cast.certification_officer()), asked()
    url = reverse("certificates:arrangement", args=[request.public_id])
    assert client.post(url, {"outcome": "grant", "answer": ""}).status_code == 422
    answer = client.post(url, {"outcome": "grant", "answer": "Đồng ý"})
    assert answer.status_code == 409
    assert "bao nhiêu" in answer.content.decode()
    with pytest.raises(NotReady):
        decided(request, by=officer, answer=" ")
    decided(request, by=officer, grant=False)
    with pytest.raises(NotReady):
        decided(request, by=officer)


def test_only_granted_extra_time_gives_time(trainee):
    decided(asked(trainee), grant=False)
    decided(asked(trainee, ArrangementKind.LARGE_PRINT))
    assert api.extra_time(trainee) == 0
    decided(asked(trainee), extra_percent=50)
    decided(asked(trainee))
    assert api.extra_time(trainee) == 50


@pytest.mark.parametrize("role", list(Role))
def test_requests_are_for_officers_alone(client, sign_in, role):
    file = with_proof().proof
    sign_in(cast.BY_ROLE[role]())
    allowed = role is Role.CERTIFICATION_OFFICER
    assert client.get(DESK).status_code == (200 if allowed else 403)
    url = reverse("certificates:arrangement", args=[file.arrangement.public_id])
    assert client.get(url).status_code == (200 if allowed else 403)
    assert client.post(file.get_absolute_url()).status_code == (200 if allowed else 404)


def test_reasons_and_proofs_are_deleted_after_120_days_and_the_decision_stays(
    django_capture_on_commit_callbacks, settings
):
    request = decided(with_proof())
    name = request.proof.file.name
    assert forget_reasons(at=NOON + timedelta(days=120)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_arrangement_reasons() == 1
    request.refresh_from_db()
    assert (request.reason, request.proof, request.extra_percent) == ("", None, 25)
    assert request.answer == "Theo giấy khám."
    assert not EvidenceFile.objects.exists()
    assert not private_storage().exists(name)
    assert forget_arrangement_reasons() == 0


def test_a_deleted_reason_is_said_to_be_deleted(client, sign_in):
    request = decided(asked(), at=NOON)
    forget_arrangement_reasons()
    sign_in(cast.certification_officer())
    html = client.get(reverse("certificates:arrangement", args=[request.public_id]))
    assert "Đã xóa theo thời hạn" in html.content.decode()


@pytest.mark.parametrize(
    "changes",
    [{"state": "asked", "ended_at": None}, {"extra_percent": 50}, {"answer": "Khác"}],
    ids=["open again", "more time", "other words"],
)
def test_the_database_keeps_decisions(changes):
    request = decided(asked())
    found = Arrangement.objects.filter(pk=request.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        found.update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        found._raw_delete("default")


def test_the_reason_does_not_stand_in_the_trail(trainee):
    decided(asked(trainee))
    details = AuditEvent.objects.filter(action__startswith="arrangement.")
    assert details.count() == 2
    assert "Thị lực" not in str(list(details.values_list("detail", flat=True)))


def test_today_tells_officers_and_the_desk_costs_the_same_for_many(client, sign_in):
    officer = sign_in(cast.certification_officer())

    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(DESK).status_code == 200
        return len(found)

    assert "<table" not in client.get(DESK).content.decode()
    asked(cast.person("Một Người"))
    few = queries()
    for number in range(20):
        asked(cast.person(f"Người {number}"))
    assert queries() == few
    (line,) = [each for each in waiting_for(officer, at=timezone.now()) if each.url == DESK]
    assert line.count == 21
