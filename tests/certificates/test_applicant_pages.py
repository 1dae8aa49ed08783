import pytest
from django.urls import reverse

from certificates.models import Dossier
from certificates.rules.decisions import Outcome
from certificates.rules.dossiers import Act
from certificates.services.decisions import decide
from certificates.services.dossiers import check
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def answers(**changes):
    return {
        "field": factories.ExpertField.objects.get(code="lean").pk,
        "education": "Đại học",
        "experience_years": "6",
        "experience": "",
        "project_count": "0",
        "projects": "",
        "note": "",
        **changes,
    }


def test_everybody_sees_schemes_and_their_requirements(client):
    html = client.get("/chung-chi/").content.decode()
    assert [code in html for code in ("NSCL-QG", "NSCL-KV", "NSCL-QT")] == [True] * 3
    html = client.get("/chung-chi/NSCL-QG/").content.decode()
    assert "Ít nhất 32 giờ đào tạo" in html
    assert "mức đề xuất" in html
    assert client.get("/chung-chi/NSCL-XX/").status_code == 404


def test_signed_in_people_see_how_far_they_have_come(client, sign_in, trainee):
    sign_in(trainee)
    factories.evidence(trainee, value=12)
    html = client.get("/chung-chi/NSCL-QG/").content.decode()
    assert "Còn thiếu 20 giờ" in html
    factories.draft(trainee)
    assert "Mở hồ sơ của tôi" in client.get("/chung-chi/NSCL-QG/").content.decode()


def test_strangers_sign_in_before_they_apply(client):
    answer = client.post("/chung-chi/NSCL-QG/nop/")
    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/accounts/login/")


def test_applying_twice_leads_to_the_same_dossier(client, sign_in, trainee):
    sign_in(trainee)
    urls = {client.post("/chung-chi/NSCL-QG/nop/").url for _ in range(2)}
    assert urls == {Dossier.objects.get().get_absolute_url()}


def test_a_suspension_is_said_before_applying(client, sign_in, trainee):
    factories.changed(factories.certificate(trainee))
    sign_in(trainee)
    answer = client.post("/chung-chi/NSCL-QG/nop/", follow=True)
    assert "đang bị đình chỉ" in answer.content.decode()


def test_from_draft_to_handed_in(client, sign_in, trainee):
    factories.enough_evidence(trainee)
    dossier = factories.draft(sign_in(trainee))
    url = dossier.get_absolute_url()
    assert client.get(url).status_code == 200
    client.post(url, answers(action="save"))
    dossier.refresh_from_db()
    assert (dossier.state, dossier.education) == ("draft", "Đại học")
    answer = client.post(url, answers(action="submit", agreed="on"), follow=True)
    dossier.refresh_from_db()
    assert dossier.state == "submitted"
    assert "Cán bộ sẽ thẩm xét" in answer.content.decode()


def test_a_second_click_changes_nothing(client, sign_in, trainee):
    dossier = factories.submitted(sign_in(trainee))
    answer = client.post(
        dossier.get_absolute_url(), answers(action="submit", education="khác"), follow=True
    )
    dossier.refresh_from_db()
    assert dossier.education.startswith("Kỹ sư")
    assert "không sửa được" in answer.content.decode()


def test_what_is_missing_is_said_and_what_was_typed_is_kept(client, sign_in, trainee):
    dossier = factories.draft(sign_in(trainee))
    answer = client.post(dossier.get_absolute_url(), answers(action="submit", agreed="on"))
    assert answer.status_code == 409
    assert "Còn thiếu" in answer.content.decode()
    dossier.refresh_from_db()
    assert (dossier.state, dossier.education) == ("draft", "Đại học")


def test_a_wrong_answer_is_pointed_out(client, sign_in, trainee):
    dossier = factories.draft(sign_in(trainee))
    answer = client.post(dossier.get_absolute_url(), answers(education="", action="save"))
    assert answer.status_code == 422
    assert "#id_education" in answer.content.decode()


def test_the_officers_words_and_the_answer(client, sign_in, trainee, certification_officer):
    dossier = factories.submitted(sign_in(trainee))
    check(
        dossier=dossier,
        act=Act.ASK_FOR_MORE,
        by=certification_officer,
        at=NOON,
        note="Nêu rõ đơn vị",
    )
    html = client.get(dossier.get_absolute_url()).content.decode()
    assert "Nêu rõ đơn vị" in html
    assert 'name="note"' in html


def test_a_refusal_is_explained(client, sign_in, trainee, council_member):
    dossier = factories.eligible(sign_in(trainee))
    decide(
        dossier=dossier,
        outcome=Outcome.REFUSE,
        decided_by=council_member,
        at=NOON,
        reason="Thiếu minh chứng",
    )
    html = client.get(dossier.get_absolute_url()).content.decode()
    assert "Thiếu minh chứng" in html
    assert "xem xét lại" in html


def test_a_grant_leads_to_the_certificate(client, sign_in, trainee):
    certificate = factories.certificate(sign_in(trainee))
    html = client.get(certificate.dossier.get_absolute_url()).content.decode()
    assert certificate.grouped_number in html
    assert reverse("certificates:file", args=[certificate.number]) in html


def test_only_applicant_officers_and_council_open_a_dossier(
    client, sign_in, trainee, stranger, council_member, certification_officer, agency
):
    url = factories.submitted(trainee).get_absolute_url()
    for person, code in (
        (trainee, 200),
        (council_member, 200),
        (certification_officer, 200),
        (stranger, 404),
        (agency, 404),
    ):
        sign_in(person)
        assert client.get(url).status_code == code
    assert client.get(url.replace(url[-6], "0" if url[-6] != "0" else "1")).status_code == 404


def test_a_draft_is_its_applicants_alone(client, sign_in, trainee, certification_officer):
    url = factories.draft(trainee).get_absolute_url()
    sign_in(certification_officer)
    assert client.get(url).status_code == 404


def test_officers_read_but_do_not_write_for_the_applicant(
    client, sign_in, trainee, certification_officer
):
    dossier = factories.submitted(trainee)
    sign_in(certification_officer)
    assert client.post(dossier.get_absolute_url(), answers(action="save")).status_code == 404
