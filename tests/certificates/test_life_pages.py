"""The pages of a certificate's life: what a holder can do next, and what an officer does with it."""

from datetime import date, timedelta

import pytest

from certificates.models import Correction, Dossier, Report, StatusProposal
from certificates.rules.dossiers import Act
from certificates.rules.surveillance import ReportAct
from certificates.services.dossiers import check
from certificates.services.surveillance import file_report, open_reports, review_report
from tests import cast
from tests.certificates import factories
from tests.certificates.conftest import TODAY
from tests.certificates.test_corrections import RIGHT, corrected, requested
from tests.certificates.test_renewals import holding, learned


pytestmark = pytest.mark.django_db


def text(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode().replace("\xa0", " ")


def page(certificate):
    return f"/chung-chi/cua-toi/{certificate.number}/"


def form_of(certificate, **changes):
    printed = certificate.snapshot
    return {
        "name": printed["name"],
        "field": printed["field"]["code"],
        "title_vi": printed["scheme"]["name_vi"],
        "title_en": printed["scheme"]["name_en"],
        "awarded_on": certificate.decision.decided_on.strftime("%d/%m/%Y"),
        "valid_until": certificate.valid_until.strftime("%d/%m/%Y"),
        "reason": "Sai dấu",
        "evidence": "Bằng đại học số 1",
    } | changes


def test_a_holder_sees_the_certificate_its_life_and_what_to_do(client, sign_in):
    entry = holding()
    sign_in(entry.holder)
    assert page(entry) in text(client.get("/cua-toi/"))
    said = text(client.get(page(entry)))
    for words in ("Đề nghị chứng nhận lại", "0 trên 48 giờ", "Đề nghị đính chính", "Cấp"):
        assert words in said


def test_nobody_else_sees_it(client, sign_in, certification_officer):
    entry = factories.certificate()
    sign_in(certification_officer)
    assert client.get(page(entry)).status_code == 404
    assert client.get("/chung-chi/cua-toi/VNPQ2026999999/").status_code == 404


def test_a_suspended_holder_reads_what_to_stop_and_what_to_do(client, sign_in):
    entry = factories.certificate()
    factories.changed(entry, at=TODAY)
    sign_in(entry.holder)
    said = text(client.get(page(entry)))
    assert "không được tự giới thiệu là người đã được chứng nhận" in said
    assert "Đề nghị đính chính" not in said


def test_a_renewal_is_opened_from_the_page_and_gone_on_with(client, sign_in):
    entry = holding()
    sign_in(entry.holder)
    opened = client.post(f"{page(entry)}chung-nhan-lai/")
    dossier = Dossier.objects.get(renewal__certificate=entry)
    assert opened.url == dossier.get_absolute_url()
    said = text(client.get(opened.url))
    assert "Hồ sơ chứng nhận lại của tôi" in said
    assert "Số giờ phát triển nghề nghiệp" in said
    assert "Tiếp tục hồ sơ chứng nhận lại" in text(client.get(page(entry)))


def test_out_of_season_the_page_says_when(client, sign_in):
    entry = factories.certificate()
    sign_in(entry.holder)
    assert "Đề nghị chứng nhận lại" not in text(client.get(page(entry)))
    said = text(client.post(f"{page(entry)}chung-nhan-lai/", follow=True))
    assert "Hồ sơ chứng nhận lại được mở từ ngày" in said


def test_an_officer_and_the_council_see_a_renewal_as_one(client, sign_in, certification_officer):
    entry = holding()
    learned(entry.holder)
    sign_in(entry.holder)
    client.post(f"{page(entry)}chung-nhan-lai/")
    dossier = Dossier.objects.get(renewal__certificate=entry)
    facts = {
        "field": dossier.field_id,
        "education": "Kỹ sư",
        "experience_years": "5",
        "experience": "",
        "project_count": "0",
        "projects": "",
        "agreed": "on",
        "note": "",
        "action": "submit",
    }
    client.post(dossier.get_absolute_url(), facts)
    sign_in(certification_officer)
    said = text(client.get(f"/chung-chi/xet-ho-so/{dossier.public_id}/"))
    assert "Chứng nhận lại chứng chỉ" in said
    assert "48 trên 48 giờ" in said


def test_a_holder_asks_for_a_correction_and_follows_it(client, sign_in):
    entry = factories.certificate()
    sign_in(entry.holder)
    form = f"/chung-chi/dinh-chinh/{entry.number}/"
    assert 'value="Nguyễn Thị Ngọc Ẩn"' in text(client.get(form))
    asked = client.post(form, form_of(entry, name=RIGHT))
    dossier = Correction.objects.get().dossier
    assert asked.url == dossier.get_absolute_url()
    said = text(client.get(asked.url))
    assert "Đề nghị đính chính của tôi" in said
    assert f"<strong>{RIGHT}</strong>" in said
    assert "Đề nghị đính chính của bạn đang được giải quyết" in text(client.get(page(entry)))


def test_a_correction_that_changes_nothing_is_refused_in_words(client, sign_in):
    entry = factories.certificate()
    sign_in(entry.holder)
    form = f"/chung-chi/dinh-chinh/{entry.number}/"
    assert "Không có nội dung nào khác" in text(client.post(form, form_of(entry)), 409)
    assert "field--bad" in text(client.post(form, form_of(entry, name="")), 422)


def test_an_officer_asks_for_a_correction_from_the_entry(client, sign_in, certification_officer):
    entry = factories.certificate()
    sign_in(certification_officer)
    form = f"/chung-chi/dinh-chinh/{entry.number}/"
    assert form in text(client.get(f"/chung-chi/so-dang-ky/{entry.number}/"))
    asked = client.post(form, form_of(entry, name=RIGHT))
    said = text(client.get(asked.url))
    assert "Nội dung đề nghị đính chính" in said


def test_a_stranger_asks_for_none(client, sign_in, stranger):
    entry = factories.certificate()
    sign_in(stranger)
    assert client.get(f"/chung-chi/dinh-chinh/{entry.number}/").status_code == 404


def test_words_that_an_officer_asked_for_are_added_to_a_correction(client, sign_in):
    dossier = requested(factories.certificate())
    check(
        dossier=dossier,
        act=Act.ASK_FOR_MORE,
        by=cast.certification_officer(),
        at=TODAY,
        note="Xin số bằng",
    )
    sign_in(dossier.applicant)
    address = dossier.get_absolute_url()
    said = text(client.get(address))
    assert 'name="note"' in said
    assert 'name="education"' not in said
    assert "Hãy viết vài chữ" in text(client.post(address, {"note": " "}), 422)
    client.post(address, {"note": "Số 123"})
    dossier.refresh_from_db()
    assert dossier.state == "submitted"


def test_entry_and_register_show_a_corrected_certificate(client, sign_in, certification_officer):
    entry = factories.certificate()
    new = corrected(entry)
    sign_in(certification_officer)
    said = text(client.get(f"/chung-chi/so-dang-ky/{new.number}/"))
    assert "Thay cho chứng chỉ" in said
    assert "đính chính nội dung" in said
    sign_in(entry.holder)
    assert "Thay cho chứng chỉ" in text(client.get(page(new)))


@pytest.fixture
def owed():
    """A report that its holder owes."""
    factories.past(cast.trainee(), date(2025, 12, 4))
    open_reports(at=TODAY)
    return Report.objects.get()


def test_a_holder_hands_a_report_in(client, sign_in, owed):
    sign_in(owed.certificate.holder)
    assert owed.get_absolute_url() in text(client.get("/cua-toi/"))
    assert owed.get_absolute_url() in text(client.get(page(owed.certificate)))
    assert "0 trên 16 giờ" in text(client.get(owed.get_absolute_url()))
    assert "field--bad" in text(client.post(owed.get_absolute_url(), {"statement": ""}), 422)
    client.post(owed.get_absolute_url(), {"statement": "Dẫn dắt một dự án."})
    owed.refresh_from_db()
    assert owed.state == "filed"
    said = text(client.get(owed.get_absolute_url()))
    assert 'name="statement"' not in said
    again = client.post(owed.get_absolute_url(), {"statement": "Lại"})
    assert "trạng thái" in text(again, 409)


def test_a_report_is_nobody_elses(client, sign_in, owed, stranger):
    sign_in(stranger)
    assert client.get(owed.get_absolute_url()).status_code == 404


def test_an_officer_judges_and_proposes_the_suspension_in_one_click(
    client, sign_in, owed, certification_officer
):
    file_report(report=owed, statement="Ít việc", by=owed.certificate.holder, at=TODAY)
    sign_in(certification_officer)
    assert "Báo cáo giám sát chờ đánh giá" in text(client.get("/cua-toi/"))
    desk = text(client.get("/chung-chi/giam-sat/"))
    address = f"/chung-chi/giam-sat/{owed.public_id}/"
    assert address in desk
    assert "Ít việc" in text(client.get(address))
    assert "còn thiếu gì" in text(client.post(address, {"act": "fail", "note": ""}), 409)
    assert "field--bad" in text(client.post(address, {"act": "open"}), 422)
    client.post(address, {"act": "fail", "note": "Không có giờ nào"})
    said = text(client.get(address))
    assert "Đề nghị đình chỉ" in said
    hidden = {
        "event": "suspended",
        "reason_vi": "Báo cáo giám sát kỳ 1 không đạt yêu cầu.",
        "reason_en": "The surveillance report number 1 is not fulfilled.",
    }
    assert all(f'value="{value}"' in said for value in hidden.values())
    client.post(f"/chung-chi/so-dang-ky/{owed.certificate.number}/de-nghi/", hidden)
    assert StatusProposal.objects.get().event == "suspended"
    assert "Đề nghị đình chỉ" not in text(client.get(address))


def test_the_desk_lists_the_overdue_and_suspensions_left_open(
    client, sign_in, owed, certification_officer, fixed_day
):
    factories.changed(factories.certificate(cast.person("Lò Thị Mẩy")), at=TODAY)
    fixed_day.move_to(TODAY + timedelta(days=200))
    sign_in(certification_officer)
    said = text(client.get("/chung-chi/giam-sat/?trang_thai=overdue"))
    assert owed.certificate.holder_name in said
    assert "Lò Thị Mẩy" in said
    assert 'class="empty' in text(client.get("/chung-chi/giam-sat/"))
    waiting = text(client.get("/cua-toi/"))
    assert "Báo cáo giám sát quá hạn" in waiting
    assert "Đình chỉ chờ giải quyết" in waiting
    assert (
        client.get("/chung-chi/giam-sat/00000000-0000-0000-0000-000000000000/").status_code == 404
    )


@pytest.mark.parametrize("rows", [10, 200])
def test_the_desk_asks_as_many_queries_for_many_reports(
    client, sign_in, owed, certification_officer, rows, django_assert_max_num_queries
):
    facts = {name: getattr(owed, name) for name in ("certificate", "first", "last", "due_on")}
    Report.objects.bulk_create(
        Report(**facts, number=number, hours_asked=16) for number in range(2, rows + 2)
    )
    sign_in(certification_officer)
    client.get("/chung-chi/giam-sat/?trang_thai=due")
    with django_assert_max_num_queries(16):
        client.get("/chung-chi/giam-sat/?trang_thai=due")


def test_a_fulfilled_report_offers_no_finding(client, sign_in, owed, certification_officer):
    file_report(report=owed, statement="Đủ", by=owed.certificate.holder, at=TODAY)
    review_report(report=owed, act=ReportAct.FULFIL, by=certification_officer, at=TODAY)
    sign_in(certification_officer)
    assert 'name="act"' not in text(client.get(f"/chung-chi/giam-sat/{owed.public_id}/"))
