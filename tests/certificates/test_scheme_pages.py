"""Schemes in the browser: writing a version in rows and words, comparing it, publishing it, reading it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from accounts.workspace import waiting_for
from certificates.models import SchemeVersion
from certificates.scheme_forms import by_code
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
CODE = "NSCL-KV"


def url(name, *args):
    return reverse(f"certificates:{name}", args=args)


def typed(answer):
    """What a browser would send back of the form on a page, untouched."""
    editor = answer.context["editor"]
    forms = [editor.version, *editor.requirements, *editor.competences]
    sent = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value is None:
                continue
            if hasattr(value, "strftime"):
                value = value.strftime("%d/%m/%Y")
            sent[field.html_name] = [getattr(v, "pk", v) for v in value] if isinstance(value, list) else value  # fmt: skip
    for rows in (editor.requirements, editor.competences):
        management = rows.management_form
        sent |= {field.html_name: field.value() for field in management if field.value() is not None}  # fmt: skip
    return sent


@pytest.fixture
def writing(client, sign_in, programme_officer):
    sign_in(programme_officer)
    client.post(url("begin_draft", CODE))
    return client.get(url("edit_draft", CODE))


WHOLE = {
    "body_name": "Tổ chức Năng suất châu Á",
    "body_country": "Nhật Bản",
    "body_site": "https://www.apo-tokyo.org",
    "body_evidence": "Thỏa thuận số 12, ngày 02/03/2026",
    "job_analysis_vi": "Khảo sát 40 chuyên gia",
    "job_analysis_on": "02/03/2026",
    "job_analysis_review_on": "02/03/2029",
    "participants_vi": "Hội đồng, hiệp hội doanh nghiệp",
}


def test_a_form_sent_back_untouched_changes_nothing(client, writing):
    answer = client.post(url("edit_draft", CODE), typed(writing), follow=True)
    assert answer.status_code == 200
    draft = SchemeVersion.objects.drafts().get()
    before = factories.version(CODE)
    assert draft.requirements == before.requirements
    assert [str(c) for c in draft.competences.all()] == [str(c) for c in before.competences.all()]
    compared = client.get(url("scheme_draft", CODE))
    assert compared.context["changes"] == []
    assert "Chưa có gì khác" in compared.text


def test_rows_are_added_changed_and_taken_away(client, writing):
    sent = typed(writing)
    new = len(SchemeVersion.objects.drafts().get().competences.all())
    sent |= {
        "yeu-cau-0-kind": "",
        "yeu-cau-1-minimum": "96.5",
        f"nang-luc-{new}-code": "PE-5.10",
        f"nang-luc-{new}-name_vi": "Điều phối dự án xuyên biên giới",
        f"nang-luc-{new}-name_en": "Runs projects across borders",
        "nang-luc-0-code": "",
        "nang-luc-0-name_vi": "",
        "nang-luc-0-name_en": "",
    }
    assert client.post(url("edit_draft", CODE), sent).status_code == 302
    draft = SchemeVersion.objects.drafts().get()
    assert [line["kind"] for line in draft.requirements][:1] == ["training_hours"]
    assert draft.requirements[0]["minimum"] == "96.5"
    assert [c.code for c in draft.competences.all()] == ["PE-5.2", "PE-5.3", "PE-5.4", "PE-5.10"]
    page = client.get(url("scheme_draft", CODE)).text
    assert "Điều phối dự án xuyên biên giới" in page
    assert "<del>" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"yeu-cau-0-label_en": ""}, "Hãy điền ô này"),
        ({"yeu-cau-0-reference": "KHONG-CO"}, "Không có chương trình nào"),
        ({"nang-luc-0-code": "abc"}, "PE-2.3"),
        ({"nang-luc-0-name_en": ""}, "để trống cả dòng"),
        ({"nang-luc-0-code": "PE-5.2"}, "trùng mã"),
        ({"validity_months": "0"}, "ít nhất một tháng"),
        ({"surveillance_months": "0"}, "ít nhất một tháng"),
    ],
)
def test_bad_input_is_answered_in_words_at_its_place(client, writing, change, words):
    answer = client.post(url("edit_draft", CODE), typed(writing) | change)
    assert answer.status_code == 422
    assert words in answer.text
    assert SchemeVersion.objects.drafts().get().validity_months == 36


def test_what_lacks_is_said_and_saved_all_the_same(client, writing):
    sent = typed(writing) | {"body_name": "APO", "action": "hand_over"}
    answer = client.post(url("edit_draft", CODE), sent, follow=True)
    assert "Đã lưu dự thảo" in answer.text
    assert "Tổ chức công nhận" in answer.text
    draft = SchemeVersion.objects.drafts().get()
    assert (draft.body_name, draft.handed_over_at) == ("APO", None)


def test_a_version_goes_from_the_draft_to_the_public(client, writing, sign_in, council_member):
    sent = typed(writing) | WHOLE | {"action": "hand_over", "validity_months": "24"}
    handed = client.post(url("edit_draft", CODE), sent, follow=True)
    assert handed.redirect_chain[-1][0] == url("scheme_draft", CODE)
    assert "Nhật Bản" in handed.text
    assert client.get(url("publish_draft", CODE)).status_code == 403
    sign_in(council_member)
    (job,) = [each for each in waiting_for(council_member, at=factories.NOON) if each.count]
    assert job.url == url("scheme_desk")
    asked = client.get(url("publish_draft", CODE))
    answer = client.post(url("publish_draft", CODE), {"seen": asked.context["seen"]}, follow=True)
    assert answer.redirect_chain[-1][0] == url("scheme", CODE)
    client.logout()
    public = client.get(url("scheme", CODE)).text
    for words in ("2026-2", "24 tháng", "PE-5.1", "Tổ chức Năng suất châu Á", "Khảo sát 40"):
        assert words in public
    earlier = client.get(url("scheme_version", CODE, "2026-1"))
    assert "36 tháng" in earlier.text
    assert "đã được thay" in earlier.text
    assert "/nop/" not in earlier.text
    assert client.get(url("scheme_version", CODE, "2026-9")).status_code == 404


def test_an_outdated_confirmation_publishes_nothing(client, sign_in, council_member):
    factories.handed_over(cast.programme_officer(), "NSCL-QG")
    sign_in(council_member)
    answer = client.post(url("publish_draft", "NSCL-QG"), {"seen": "2020"})
    assert answer.status_code == 409
    assert "đọc lại" in answer.text
    assert SchemeVersion.objects.drafts().exists()


def test_a_council_member_who_wrote_is_told_beforehand(client, sign_in):
    both = sign_in(cast.person("Hai Vai", Role.PROGRAMME_OFFICER, Role.COUNCIL_MEMBER))
    factories.handed_over(both, "NSCL-QG")
    assert "thành viên Hội đồng khác" in client.get(url("publish_draft", "NSCL-QG")).text
    assert not list(waiting_for(both, at=factories.NOON))


def test_an_unfinished_draft_is_not_offered_for_publication(
    client, writing, sign_in, council_member
):
    sign_in(council_member)
    assert url("publish_draft", CODE) not in client.get(url("scheme_draft", CODE)).text
    assert "sau khi" in client.get(url("publish_draft", CODE)).text


def test_a_draft_is_not_public(client, writing):
    client.logout()
    assert client.get(url("scheme_version", CODE, "2026-2")).status_code == 404


def test_a_draft_is_discarded(client, writing):
    answer = client.post(url("discard_draft", CODE), follow=True)
    assert "Đã bỏ dự thảo" in answer.text
    assert client.get(url("edit_draft", CODE)).status_code == 404


def test_a_scheme_is_opened(client, sign_in, programme_officer):
    sign_in(programme_officer)
    facts = {"code": "DG-QG", "letters": "VNAS", "name_vi": "Đánh giá", "name_en": "Assessor"}
    assert client.post(url("new_scheme"), facts | {"code": "dg"}).status_code == 422
    assert client.post(url("new_scheme"), facts | {"code": "NSCL-QG"}).status_code == 409
    answer = client.post(url("new_scheme"), facts, follow=True)
    assert answer.redirect_chain[-1][0] == url("edit_draft", "DG-QG")
    assert "chưa có" in client.get(url("scheme_desk")).text
    assert "Đánh giá" in client.get(url("scheme_draft", "DG-QG")).text


def test_the_desk_costs_the_same_with_many_versions(client, sign_in, programme_officer):
    sign_in(programme_officer)
    with CaptureQueriesContext(connection) as few:
        client.get(url("scheme_desk"))
    council = cast.council_member()
    for _ in range(5):
        factories.published(by=programme_officer, council=council)
    factories.handed_over(programme_officer, "NSCL-KV", body_name="APO", body_country="Nhật Bản", body_site="https://x.vn", body_evidence="12")  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        assert "2026-5" in client.get(url("scheme_desk")).text
    assert len(many) == len(few)


def test_codes_are_sorted_as_people_count():
    assert sorted(["PE-2.10", "PE-2.3", "PE-10.1"], key=by_code) == [
        "PE-2.3",
        "PE-2.10",
        "PE-10.1",
    ]
