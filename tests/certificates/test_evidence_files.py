"""Files of an application: added, taken out and put back as a draft, evidence once handed in, opened by few."""

import hashlib
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.models import AuditEvent
from accounts.roles import Role
from certificates.documents.uploads import checked
from certificates.models import EvidenceFile, ExpertField, FileAbout
from certificates.models.documents import private_storage
from certificates.problems import NotEntitled, NotReady
from certificates.rules.dossiers import Act
from certificates.services.dossiers import check, declare, submit
from certificates.services.files import (
    Brought,
    add_to_dossier,
    file_evidence,
    keep_alone,
    remove_file,
    restore_file,
)
from tests import cast
from tests.certificates import brought, factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def paper(words="bằng", name="Bằng.pdf"):
    return Brought(name, checked(brought.pdf(b"/Lang (%s)" % words.encode())))


def added(dossier, words="bằng", about=FileAbout.EDUCATION):
    return add_to_dossier(
        dossier=dossier, by=dossier.applicant, brought=paper(words), about=about, at=NOON
    )


def with_file(person, *words):
    """An application that was handed in with a file for each word."""
    factories.enough_evidence(person)
    dossier = declare(dossier=factories.draft(person), declaration=factories.declaration())
    for each in words or ("bằng",):
        added(dossier, each)
    return submit(dossier=dossier, agreed=True, at=NOON)


def form(**changes):
    facts = {"field": ExpertField.objects.get(code="lean").pk, "education": "Đại học"}
    more = {"experience_years": "6", "project_count": "0"}
    return facts | more | changes


def upload(content=None, name="Bằng đại học.pdf"):
    return SimpleUploadedFile(name, content or brought.pdf())


def test_a_file_is_added_and_the_rest_of_the_form_is_kept(client, sign_in, trainee):
    dossier = factories.draft(sign_in(trainee))
    answer = client.post(
        dossier.get_absolute_url(), form(action="add", tep=upload(), chung_minh="education")
    )
    assert answer.url == f"{dossier.get_absolute_url()}#minh-chung"
    html = client.get(dossier.get_absolute_url()).content.decode()
    assert "Bằng đại học.pdf" in html
    assert "chứng minh nhân dân" not in html
    assert "căn cước" in html
    dossier.refresh_from_db()
    assert dossier.education == "Đại học"
    file = EvidenceFile.objects.get()
    assert file.file.name == f"evidence/{uuid.UUID(file.file.name[9:45])}.pdf"
    assert client.get(file.get_absolute_url()).content == brought.pdf()


def test_what_is_right_is_kept_when_the_rest_is_not_yet_right(client, sign_in, trainee):
    dossier = factories.draft(sign_in(trainee))
    added(dossier)
    declare(dossier=dossier, declaration=factories.declaration())
    sent = form(action="add", education="", experience="Nhà máy", tep=upload(), chung_minh="other")
    html = client.post(dossier.get_absolute_url(), sent, follow=True).content.decode()
    dossier.refresh_from_db()
    assert dossier.education == factories.declaration().education
    assert "Nhà máy" in html
    assert "Bằng đại học.pdf" in html


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"tep": ""}, "bắt buộc"),
        ({"chung_minh": ""}, "bắt buộc"),
        ({"code": "locked"}, "khóa bằng mật khẩu"),
        ({"code": "SVG"}, "Chỉ nhận PDF, JPEG và PNG"),
        ({"code": "nothing"}, "Tệp rỗng"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_in_words(client, sign_in, trainee, changes, words):
    dossier = factories.draft(sign_in(trainee))
    sent = form(action="add", tep=upload(), chung_minh="education")
    if code := changes.pop("code", None):
        sent["tep"] = SimpleUploadedFile("a.pdf", brought.hostile()[code][1])
    answer = client.post(dossier.get_absolute_url(), sent | changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not EvidenceFile.objects.exists()


def test_a_file_is_taken_out_put_back_and_gone_once_handed_in(client, sign_in, trainee):
    factories.enough_evidence(trainee)
    dossier = declare(
        dossier=factories.draft(sign_in(trainee)), declaration=factories.declaration()
    )
    one, other = added(dossier, "một"), added(dossier, "hai")
    url = dossier.get_absolute_url()
    client.post(url, form(action=f"remove:{one.public_id}"))
    assert "Đặt lại" in client.get(url).content.decode()
    client.post(url, form(action=f"restore:{one.public_id}"))
    client.post(url, form(action=f"remove:{other.public_id}"))
    one.refresh_from_db()
    assert one.removed_at is None
    submit(dossier=dossier, agreed=True, at=NOON)
    assert [each.pk for each in EvidenceFile.objects.all()] == [one.pk]
    acts = AuditEvent.objects.filter(subject=str(one.public_id)).values_list("action", flat=True)
    assert set(acts) == {"file.added", "file.removed", "file.restored"}


def test_the_content_of_a_forgotten_file_goes_with_its_row(
    trainee, django_capture_on_commit_callbacks
):
    dossier = factories.draft(trainee)
    file = added(dossier)
    assert private_storage().exists(file.file.name)
    remove_file(file=file, by=trainee, at=NOON)
    with django_capture_on_commit_callbacks(execute=True):
        file_evidence(dossier=dossier, at=NOON)
    assert not private_storage().exists(file.file.name)


def test_an_act_on_a_file_of_another_application_finds_nothing(client, sign_in, trainee):
    other = added(factories.draft(cast.person("Lê Văn Tám")))
    url = factories.draft(sign_in(trainee)).get_absolute_url()
    for which in (other.public_id, uuid.uuid4(), "x"):
        assert client.post(url, form(action=f"remove:{which}")).status_code == 404


def test_the_same_file_twice_is_there_once(trainee):
    dossier = factories.draft(trainee)
    first = added(dossier)
    assert added(dossier).pk == first.pk
    remove_file(file=first, by=trainee, at=NOON)
    remove_file(file=first, by=trainee, at=NOON)
    assert added(dossier).removed_at is None
    assert EvidenceFile.objects.count() == 1


def test_there_is_room_for_so_many_files_and_no_more(trainee, monkeypatch):
    monkeypatch.setattr("certificates.rules.files.MOST_FILES", 1)
    dossier = factories.draft(trainee)
    first = added(dossier)
    with pytest.raises(NotReady, match="20 tệp"):
        added(dossier, "hai")
    remove_file(file=first, by=trainee, at=NOON)
    added(dossier, "hai")
    with pytest.raises(NotReady, match="20 tệp"):
        restore_file(file=first, by=trainee, at=NOON)


def test_nobody_adds_to_the_application_of_another(trainee, stranger):
    with pytest.raises(NotEntitled):
        add_to_dossier(
            dossier=factories.draft(trainee),
            by=stranger,
            brought=paper(),
            about=FileAbout.OTHER,
            at=NOON,
        )


def test_after_handing_in_files_stay_and_later_ones_can_be_added_when_asked_for(
    trainee, certification_officer
):
    dossier = with_file(trainee)
    file = dossier.files.get()
    with pytest.raises(NotReady):
        added(dossier, "hai")
    check(dossier=dossier, act=Act.ASK_FOR_MORE, by=certification_officer, at=NOON, note="Thêm")
    with pytest.raises(NotReady, match="minh chứng"):
        remove_file(file=file, by=trainee, at=NOON)
    assert added(dossier, "hai").filed_at is None


@pytest.mark.parametrize(
    "changes",
    [{"removed_at": NOON}, {"sha256": "0" * 64}, {"file": "x"}, {"filed_at": None}],
    ids=["taken out", "other content", "other place", "no longer filed"],
)
def test_the_database_keeps_evidence_as_it_is(trainee, changes):
    files = with_file(trainee).files.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        files.update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        files.all()._raw_delete("default")


def test_the_database_lets_no_file_into_the_application_of_another_or_a_closed_one(trainee):
    file = keep_alone(brought=paper(), owner=trainee, about=FileAbout.OTHER, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceFile.objects.filter(pk=file.pk).update(dossier=factories.draft(trainee))
    facts = {
        name: getattr(file, name)
        for name in ("about", "name", "kind", "size", "sha256", "file", "added_at")
    }
    for dossier in (factories.draft(cast.person("Lê Văn Tám")), with_file(trainee)):
        with pytest.raises(IntegrityError), transaction.atomic():
            EvidenceFile.objects.create(owner=trainee, dossier=dossier, **facts)


def opened(client, file):
    return client.get(file.get_absolute_url()), client.post(file.get_absolute_url())


def test_strangers_and_other_staff_find_no_file(client, sign_in, trainee):
    file = with_file(trainee).files.get()
    may = {Role.CERTIFICATION_OFFICER}
    for role, make in cast.BY_ROLE.items():
        sign_in(make())
        codes = [answer.status_code for answer in opened(client, file)]
        assert codes == ([405, 200] if role in may else [404, 404]), role
    client.logout()
    assert client.get(file.get_absolute_url()).status_code == 302
    assert client.get(f"/chung-chi/minh-chung/{uuid.uuid4()}/").status_code == 302


def test_the_council_opens_files_once_the_application_is_before_it(client, sign_in, trainee):
    dossier = with_file(trainee)
    check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=cast.certification_officer(), at=NOON)
    file, member, teacher = dossier.files.get(), cast.council_member(), cast.council_member()
    factories.evidence(trainee, trained_by=[teacher], on=NOON.date())
    for person, code in ((member, 200), (teacher, 404)):
        sign_in(person)
        assert opened(client, file)[1].status_code == code
        html = client.get(f"/chung-chi/quyet-dinh/{dossier.public_id}/").content.decode()
        assert (file.name in html) is (code == 200)


def test_each_opening_by_staff_is_in_the_trail(client, sign_in, trainee, certification_officer):
    dossier = with_file(trainee)
    file = dossier.files.get()
    sign_in(certification_officer)
    assert file.name in client.get(f"/chung-chi/xet-ho-so/{dossier.public_id}/").content.decode()
    client.post(file.get_absolute_url())
    entry = AuditEvent.objects.get(action="file.opened")
    assert (entry.actor, entry.subject) == (certification_officer, str(file.public_id))
    sign_in(trainee)
    client.get(file.get_absolute_url())
    assert AuditEvent.objects.filter(action="file.opened").count() == 1


def test_a_file_is_sent_so_that_no_browser_runs_it(client, sign_in, trainee):
    answer = client.get(added(factories.draft(sign_in(trainee))).get_absolute_url())
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/pdf"


def test_files_not_handed_in_are_for_their_owner_alone(client, sign_in, trainee):
    dossier = with_file(trainee)
    officer = cast.certification_officer()
    check(dossier=dossier, act=Act.ASK_FOR_MORE, by=officer, at=NOON, note="Thêm")
    later = added(dossier, "hai")
    sign_in(officer)
    assert opened(client, later)[1].status_code == 404


def test_a_page_with_many_files_asks_no_more_than_one_with_two(client, sign_in, trainee):
    dossier = factories.draft(sign_in(trainee))

    def asked():
        with CaptureQueriesContext(connection) as found:
            client.get(dossier.get_absolute_url())
        return len(found)

    added(dossier, "1")
    few = asked()
    for number in range(2, 20):
        added(dossier, str(number))
    assert asked() == few


def test_the_agreement_is_kept_with_the_words_the_language_and_the_time(trainee):
    with translation.override("en"):
        agreement = with_file(trainee).agreements.get()
    words = agreement.dossier.scheme_version.code_of_conduct_en
    assert agreement.sha256 == hashlib.sha256(words.strip().encode()).hexdigest()
    assert (agreement.language, agreement.at) == ("en", NOON)
    assert agreement.version == agreement.dossier.conduct_version
