"""Reviews and complaints in the browser: who sees what, what bad input does, what a desk shows."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from certificates.models import Case
from certificates.rules.cases import CaseOutcome
from certificates.rules.decisions import Outcome
from certificates.services import cases, decisions
from certificates.services.cases import Lodger, Words
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
COMPLAINT = {
    "subject": "Về một chuyên gia",
    "statement": "Ông ấy nói sai về chứng chỉ của mình.",
    "name": "Lò Văn Páo",
    "email": "pao@example.vn",
}


def complaint(**facts):
    lodger = Lodger(**(facts or {"user": cast.trainee()}))
    return cases.complain(
        lodger=lodger, words=Words("Về kỳ thi", "Phòng thi ồn."), at=timezone.now()
    )


def refused(applicant=None):
    return decisions.decide(
        dossier=factories.eligible(applicant),
        outcome=Outcome.REFUSE,
        decided_by=cast.council_member(),
        at=timezone.now(),
        reason="Thiếu dự án.",
    )


def test_the_procedure_is_public_and_every_footer_leads_to_it(client):
    page = client.get(reverse("certificates:cases"))
    assert page.status_code == 200
    for days in ("90", "30"):
        assert days in page.text
    assert reverse("certificates:complain") in page.text
    assert reverse("certificates:cases") in client.get(reverse("certificates:schemes")).text


def test_a_stranger_complains_and_is_asked_to_confirm(client):
    answer = client.post(reverse("certificates:complain"), COMPLAINT)
    assert answer.status_code == 200
    assert "pao@example.vn" in answer.text
    case = Case.objects.get()
    assert case.state == "unconfirmed"
    page = client.get(case.get_absolute_url())
    assert (page.status_code, Case.objects.get().state) == (200, "unconfirmed"), (
        "looking confirms nothing"
    )
    assert page["X-Robots-Tag"].startswith("noindex")
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "same-origin"
    client.post(case.get_absolute_url(), {"action": "confirm"})
    assert Case.objects.get().reference == "KN-2026-0001"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"statement": ""}, "statement"),
        ({"email": "không phải thư"}, "email"),
        ({"number": "VNPQ 2026 0001 00"}, "number"),
        ({"website": "https://spam.example"}, "website"),
        ({"subject": "x" * 161}, "subject"),
    ],
)
def test_a_faulty_complaint_is_refused_at_its_field_and_keeps_the_words(client, change, field):
    answer = client.post(reverse("certificates:complain"), COMPLAINT | change)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert COMPLAINT["name"] in answer.text
    assert not Case.objects.exists()


def test_one_client_does_not_flood_the_desk(client):
    cache.clear()
    for _time in range(5):
        assert client.post(reverse("certificates:complain"), COMPLAINT).status_code == 200
    answer = client.post(reverse("certificates:complain"), COMPLAINT)
    assert answer.status_code == 429
    assert COMPLAINT["statement"] in answer.text
    assert Case.objects.count() == 5


def test_a_complaint_about_a_certified_person_knows_whom_it_concerns(client, sign_in):
    entry = factories.certificate()
    sign_in(cast.stranger())
    client.post(reverse("certificates:complain"), COMPLAINT | {"number": entry.grouped_number})
    case = Case.objects.get()
    assert case.dossier == entry.dossier
    assert case.state == "received"


def test_the_applicant_finds_the_review_on_the_refused_application(client, sign_in):
    refusal = refused()
    way = reverse("certificates:review", args=[refusal.dossier.public_id])
    sign_in(refusal.dossier.applicant)
    assert way in client.get(refusal.dossier.get_absolute_url()).text
    assert "Thiếu dự án." in client.get(way).text
    assert client.post(way, {"statement": ""}).status_code == 422
    answer = client.post(way, {"statement": "Tôi có hai dự án."})
    case = Case.objects.get()
    assert answer.url == case.get_absolute_url()
    assert client.get(way).url == case.get_absolute_url(), "one review at a time"
    assert case.reference in client.get(refusal.dossier.get_absolute_url()).text
    assert case.reference in client.get(reverse("accounts:mine")).text


def test_nobody_else_reaches_the_form_of_a_review(client, sign_in):
    refusal = refused()
    sign_in(cast.stranger())
    way = reverse("certificates:review", args=[refusal.dossier.public_id])
    assert client.get(way).status_code == 404
    assert client.post(way, {"statement": "x"}).status_code == 404


def test_the_holder_of_a_suspended_certificate_finds_the_review(client, sign_in):
    entry = factories.certificate()
    way = reverse("certificates:review_status", args=[entry.number])
    sign_in(entry.holder)
    assert client.get(way).status_code == 404, "nothing to review while it is valid"
    factories.changed(entry, at=timezone.now())
    assert way in client.get(reverse("accounts:mine")).text
    answer = client.post(way, {"statement": "Tôi đã nộp báo cáo."})
    assert Case.objects.get().event.event == "suspended"
    assert answer.url == Case.objects.get().get_absolute_url()


def test_whoever_has_the_address_adds_words_and_takes_the_case_back(client):
    case = complaint()
    url = case.get_absolute_url()
    assert client.post(url, {"action": "say", "note": " "}).status_code == 422
    client.post(url, {"action": "say", "note": "Thêm một điều."})
    assert "Thêm một điều." in client.get(url).text
    client.post(url, {"action": "take_back"})
    assert Case.objects.get().state == "taken_back"
    assert client.post(url, {"action": "say", "note": "Nữa."}).status_code == 409


def test_an_unknown_address_leads_nowhere(client):
    unknown = reverse("certificates:case_follow", args=["00000000-0000-4000-8000-000000000000"])
    assert client.get(unknown).status_code == 404
    assert client.post(unknown, {"action": "confirm"}).status_code == 404


def test_an_officer_takes_up_asks_and_a_council_member_decides(client, sign_in):
    case = complaint()
    page = reverse("certificates:case", args=[case.public_id])
    officer, member = cast.certification_officer(), cast.council_member()
    sign_in(officer)
    assert reverse("certificates:case_desk") in client.get(reverse("accounts:mine")).text
    client.post(page, {"action": "acknowledge"})
    assert client.post(page, {"action": "ask", "note": ""}).status_code == 422
    client.post(page, {"action": "ask", "note": "Phòng nào?"})
    assert (
        client.post(page, {"action": "decide", "outcome": "upheld", "reason": "x"}).status_code
        == 409
    )
    sign_in(member)
    assert client.post(page, {"action": "decide", "outcome": "upheld"}).status_code == 422
    client.post(page, {"action": "decide", "outcome": "upheld", "reason": "Đúng là ồn."})
    case.refresh_from_db()
    assert (case.outcome, case.handler, case.decided_by) == (CaseOutcome.UPHELD, officer, member)
    assert "Đúng là ồn." in client.get(case.get_absolute_url()).text


def test_the_involved_are_told_so_and_get_no_button(client, sign_in):
    refusal = refused()
    case = cases.ask_for_review(
        decision=refusal,
        by=refusal.dossier.applicant,
        words=Words("Xem lại", "Sót minh chứng."),
        at=timezone.now(),
    )
    page = reverse("certificates:case", args=[case.public_id])
    sign_in(refusal.dossier.checked_by)
    assert client.get(page).context["involved"]
    assert 'value="acknowledge"' not in client.get(page).text
    assert client.post(page, {"action": "acknowledge"}).status_code == 409
    sign_in(cast.certification_officer())
    assert 'value="acknowledge"' in client.get(page).text


def test_an_unconfirmed_complaint_is_not_on_the_desk(client, sign_in):
    case = complaint(name="Páo", email="pao@example.vn")
    sign_in(cast.certification_officer())
    assert not client.get(reverse("certificates:case_desk")).context["rows"]
    assert client.get(reverse("certificates:case", args=[case.public_id])).status_code == 404


@pytest.mark.parametrize("who", [cast.trainee, cast.examiner, cast.editor, cast.agency])
def test_only_officers_and_the_council_open_the_desk(client, sign_in, who):
    case = complaint()
    sign_in(who())
    for page in (
        reverse("certificates:case_desk"),
        reverse("certificates:case", args=[case.public_id]),
    ):
        assert client.get(page).status_code == 403


def test_the_desk_is_paged_and_asks_as_often_for_one_as_for_thirty(client, sign_in):
    complaint()
    sign_in(cast.certification_officer())
    desk = reverse("certificates:case_desk")
    client.get(desk)
    with CaptureQueriesContext(connection) as few:
        client.get(desk)
    for _number in range(29):
        complaint()
    with CaptureQueriesContext(connection) as many:
        page = client.get(desk)
    assert len(page.context["rows"]) == 25
    assert len(many) <= len(few)
    assert len(client.get(desk, {"trang_thai": "decided"}).context["rows"]) == 0


def test_what_is_late_is_marked_and_counted(client, sign_in, fixed_day):
    complaint()
    sign_in(cast.certification_officer())
    fixed_day.shift(40 * 86_400)
    sign_in(cast.certification_officer())
    assert client.get(reverse("certificates:case_desk")).context["rows"][0][1] is True
    texts = [link["title"] for link in client.get(reverse("accounts:mine")).context["today"]]
    assert len(texts) >= 2
