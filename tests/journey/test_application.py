"""A learner brings a file and asks for more time; an officer grants it; a stranger finds no file."""

import pytest

from tests.certificates import brought


pytestmark = pytest.mark.journey
FILE, PROOF = "Bằng đại học.pdf", "Giấy khám mắt.pdf"


def pdf(name):
    return {"name": name, "mimeType": "application/pdf", "buffer": brought.pdf()}


def bring_a_file(learner):
    """Add a file to the draft, take it out, put it back; return its address."""
    learner.visit("/chung-chi/NSCL-KV/").press("form[action$='/nop/'] button")
    page = learner.page
    page.set_input_files("[name=tep]", pdf(FILE))
    page.select_option("[name=chung_minh]", "education")
    page.fill("[name=experience]", "Công ty Cơ khí Phương Bắc")
    learner.press("button[value=add]").look("dossier-file-added")
    assert page.input_value("[name=experience]") == "Công ty Cơ khí Phương Bắc"
    learner.press("button[value^='remove:']").look("dossier-file-out")
    learner.press("button[value^='restore:']")
    return page.locator(f"a:has-text('{FILE}')").get_attribute("href")


def test_a_file_and_more_time(visitors):
    learner = visitors().become("hocvien@chuyengia.example")
    address = bring_a_file(learner)
    assert learner.page.request.get(address).body() == brought.pdf()
    stranger = visitors().become("thisinh@chuyengia.example")
    assert stranger.page.request.get(address).status == 404
    page = learner.visit("/chung-chi/ho-tro/").look("arrangements").page
    page.select_option("[name=kind]", "extra_time")
    page.fill("[name=reason]", "Mắt kém, đọc chậm.")
    page.set_input_files("[name=proof]", pdf(PROOF))
    learner.press("form[enctype] button").look("arrangement-asked")
    officer = visitors().become("canbo@chuyengia.example")
    officer.visit("/chung-chi/ho-tro/xet/").look("arrangement-desk")
    officer.press("a.who:has-text('Ngọc Ẩn')").look("arrangement")
    with officer.page.expect_download() as saved:
        officer.page.click(f"button:has-text('{PROOF}')")
    assert saved.value.suggested_filename == PROOF
    officer.page.check("[name=outcome][value=grant]")
    officer.page.select_option("[name=extra_percent]", "25")
    officer.page.fill("[name=answer]", "Theo giấy khám.")
    officer.press("form.form button")
    said = learner.visit("/chung-chi/ho-tro/").look("arrangement-granted").text()
    assert "+25 %" in said
    assert "Theo giấy khám." in said
