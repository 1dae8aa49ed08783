"""A stranger complains without an account, on a phone or a desk; people who had no part in it answer."""

import re

import pytest

from tests.journey.steps.learning import letter


pytestmark = pytest.mark.journey
NAME, EMAIL = "Lò Văn Páo", "pao@vidu.example"


def address_in(mail):
    return re.search(r"https?://\S+(/chung-chi/khieu-nai/theo-doi/\S+)", mail.text).group(1)


def lodge(stranger):
    """Write the complaint and confirm the address; return its number and where it is followed."""
    stranger.visit("/chung-chi/khieu-nai/").look("cases")
    page = stranger.press("main a[href$='/gui/']").look("complain").page
    page.fill("[name=subject]", "Phòng thi ồn")
    page.fill("[name=statement]", "Cả buổi thi có tiếng khoan, không ai dừng.")
    page.fill("[name=name]", NAME)
    page.fill("[name=email]", EMAIL)
    stranger.press("main form.form button").look("complained")
    where = address_in(letter(stranger.site, EMAIL, about="xác nhận"))
    stranger.visit(where).look("case-unconfirmed")
    stranger.press("button[value=confirm]").look("case-received")
    return stranger.text("h1"), where


def test_a_complaint_goes_from_a_stranger_to_its_answer(visitors):
    stranger = visitors()
    number, where = lodge(stranger)
    assert number.startswith("KN-")
    officer = visitors().become("canbo@chuyengia.example")
    officer.visit("/chung-chi/khieu-nai/xu-ly/").look("case-desk")
    officer.press(f"a.who:has-text('{number}')").look("case-to-take-up")
    officer.press("button[value=acknowledge]")
    officer.page.fill("[name=note]", "Buổi thi nào?")
    officer.press("button[value=ask]").look("case-in-review")
    letter(stranger.site, EMAIL, about="trao đổi")
    stranger.visit(where).page.fill("[name=note]", "Buổi sáng 20/11.")
    stranger.press("button[value=say]").look("case-answered")
    member = visitors().become("hoidong@chuyengia.example")
    member.visit(officer.page.url.replace(member.site.url, "")).look("case-to-decide")
    member.page.check("[name=outcome][value=upheld]")
    member.page.fill("[name=reason]", "Đúng là có tiếng khoan; phòng ấy được thi lại.")
    member.press("button[value=decide]").look("case-decided")
    letter(stranger.site, EMAIL, about="quyết định")
    said = stranger.visit(where).look("case-answer").text()
    assert "Chấp nhận" in said
    assert "phòng ấy được thi lại" in said
