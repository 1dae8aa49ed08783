import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory

from certificates.rules.status import Event
from certificates.services.status import propose_change
from tests.certificates import factories
from tests.certificates.factories import NOON


pytestmark = pytest.mark.django_db


def drawn(tag, user=None, **context):
    request = RequestFactory().get("/")
    request.user = user or AnonymousUser()
    template = Template("{% load certificates_tags %}" + tag)
    html = template.render(Context({"request": request, "user": request.user, **context}))
    return html.replace("\xa0", " ")


def test_the_verify_box_asks_for_a_number():
    html = drawn("{% verify_box %}")
    assert 'action="/tra-cuu/"' in html
    assert 'name="so"' in html


def test_the_targets_stand_with_their_qualifiers_and_nested(trainee):
    factories.certificate(trainee)
    html = drawn("{% target_numbers %}")
    assert html.count("khoảng") >= 3
    assert "1.000" in html
    assert "Số liệu minh họa" in html
    assert 'viewBox="0 0 800' in html.replace(".00", "").replace("800,00", "800")
    assert '<a class="num"' not in html


def test_numbers_are_links_for_those_who_see_the_register(programme_officer):
    html = drawn("{% target_numbers %}", programme_officer)
    assert "/chung-chi/so-dang-ky/?tinh_vao=2021-2025" in html


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("certified_2021_2025", "0"),
        ("certified_2026_2030", "1"),
        ("certified_higher_2026_2030", "0"),
    ],
)
def test_a_live_figure_is_counted_in_the_register(trainee, name, number):
    factories.certificate(trainee)
    assert drawn(f'{{% live_figure "{name}" %}}') == f'<span class="num">{number}</span>'


def test_an_unknown_figure_is_an_error():
    with pytest.raises(KeyError):
        drawn('{% live_figure "made_up" %}')


def test_my_certificates_and_applications(trainee, stranger):
    certificate = factories.certificate(trainee)
    factories.draft(trainee, "NSCL-KV")
    html = drawn("{% my_certificates user %}", trainee)
    assert certificate.grouped_number in html
    assert "cấp khu vực (Bản nháp)" in html
    assert "chưa có chứng chỉ" in drawn("{% my_certificates user %}", stranger)


def test_waiting_work_is_shown_to_those_whose_work_it_is(
    trainee, certification_officer, council_member
):
    entry = factories.certificate(factories.cast.stranger())
    propose_change(
        certificate=entry,
        event=Event.SUSPENDED,
        reason_vi="x",
        proposed_by=certification_officer,
        at=NOON,
    )
    factories.submitted(trainee)
    factories.eligible(factories.cast.person("Lê Thị Chín"))
    tag = "{% waiting_dossiers user %}"
    assert "Nguyễn Thị Ngọc Ẩn" in drawn(tag, certification_officer)
    assert "Lê Thị Chín" not in drawn(tag, certification_officer)
    html = drawn(tag, council_member)
    assert "Lê Thị Chín" in html
    assert entry.grouped_number in html
    assert "Nguyễn Thị Ngọc Ẩn" not in html
    assert drawn(tag, trainee).strip() == ""


def test_nothing_waiting_is_said(certification_officer, council_member):
    assert "Không có hồ sơ nào chờ thẩm xét." in drawn(
        "{% waiting_dossiers user %}", certification_officer
    )
    assert "Không có hồ sơ nào chờ quyết định." in drawn(
        "{% waiting_dossiers user %}", council_member
    )


def test_a_status_is_sign_and_words():
    html = drawn('{% certificate_status "suspended" "Từ 03/11/2026" %}')
    assert "<svg" in html
    assert "Đình chỉ" in html
    assert "Từ 03/11/2026" in html


def test_filters_speak_the_readers_language():
    facts = {"name_vi": "Bộ", "name_en": ""}
    assert drawn(
        '{{ facts|in_language:"name" }}{{ "x"|name_of }}{{ "2021-2025"|period }}', facts=facts
    ) == ("Bộx2021–2025")
    assert (
        drawn(
            '{{ "granted"|badge }}{% with "withdrawn"|look as seen %}{{ seen.kind }}{% endwith %}'
        )
        == "okbad"
    )
