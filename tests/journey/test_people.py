"""Roles given and taken back, an organisation with its coordinator, and a membership confirmed."""

import pytest


pytestmark = pytest.mark.journey
OPERATOR = "vanhanh@chuyengia.example"
OFFICER = "chuongtrinh@chuyengia.example"
COORDINATOR = "coquan@chuyengia.example"
TRAINEE = "hocvien@chuyengia.example"


def test_an_operator_grants_a_role_and_takes_it_back(visitors):
    operator = visitors().become(OPERATOR).look("people-mine")
    operator.visit("/nguoi-dung/").look("people")
    operator.visit("/nguoi-dung/?q=dang+huu+nghia").press("main table th a").look("people-person")
    page = operator.page
    page.select_option("select[name=role]", "writer")
    page.fill("main form:has(select[name=role]) input[name=reason]", "Quyết định 12")
    operator.press("main form:has(select[name=role]) button[type=submit]")
    page.locator("main details summary").first.click()
    operator.look("people-take-back")
    page.fill("main details input[name=reason]", "Nhầm người")
    operator.press("main details button[type=submit]")
    assert "Nhầm người" in operator.text("main table")
    assert page.locator("main details").count() == 0


def test_a_coordinator_confirms_what_somebody_said(visitors):
    officer = visitors().become(OFFICER)
    officer.visit("/to-chuc/").look("organisations")
    officer.visit("/to-chuc/?q=cong+thuong").press("main table th a").look("organisation")
    name = officer.text("h1")
    officer.page.fill("main input[name=email]", COORDINATOR)
    officer.press("main form:has(input[name=email]) button[type=submit]")

    trainee = visitors().become(TRAINEE)
    trainee.visit("/cua-toi/ho-so/")
    trainee.page.locator("#to-chuc details summary").click()
    trainee.look("profile")
    trainee.page.select_option("#to-chuc select[name=organisation]", label=name)
    trainee.page.fill("#to-chuc input[name=since]", "2024-02-01")
    trainee.press("#to-chuc details button[type=submit]")
    assert name in trainee.text("#to-chuc")

    coordinator = visitors().become(COORDINATOR).look("coordinator-mine")
    assert coordinator.page.locator("section[aria-labelledby=today] a[href$='#confirm']").count()
    said = ":has-text('Nguyễn Thị Ngọc Ẩn')"
    coordinator.press(f"section[aria-labelledby=confirm] a{said}").look("coordinator-organisation")
    row = f"tr{said}"
    assert TRAINEE not in coordinator.text("main")
    coordinator.press(f"{row} button")
    assert coordinator.page.locator(f"{row} button").count() == 0
