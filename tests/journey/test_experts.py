"""An expert lets himself be found, a stranger finds him without accents, and he takes it back."""

import pytest


pytestmark = pytest.mark.journey
EXPERT, NAME = "chuyengia@chuyengia.example", "Trần Thị Bích Thủy"


def found_by(stranger):
    stranger.visit("/").press("#lookup-title ~ * a[href='/chuyen-gia/'], a[href='/chuyen-gia/']")
    stranger.page.fill("main [name=ten]", "tran thi bich thuy")
    stranger.page.locator("main [name=ten]").press("Enter")
    stranger.page.wait_for_url("**/chuyen-gia/?**")
    return stranger.page.locator(f"main td a:has-text('{NAME}')")


def choose(expert, *boxes):
    expert.visit("/cua-toi/").press("a[href='/chung-chi/hien-thi/']")
    for name in ("danh_sach", "tinh", "to_chuc"):
        expert.page.set_checked(f"main [name={name}]", name in boxes)
    expert.press("main form.form button[type=submit]")


def test_an_expert_decides_who_finds_her(visitors):
    stranger, expert = visitors(), visitors().become(EXPERT)
    choose(expert)
    assert found_by(stranger).count() == 0
    stranger.look("experts-nobody")

    choose(expert, "danh_sach", "tinh")
    expert.look("visibility")
    stranger.visit("/chuyen-gia/").look("experts")
    place = found_by(stranger)
    stranger.look("experts-found")
    assert "Hồ Chí Minh" in stranger.text("main table")
    with stranger.page.expect_navigation():
        place.first.click()
    assert NAME in stranger.text("main")

    choose(expert)
    assert found_by(stranger).count() == 0
    stranger.visit("/en/chuyen-gia/?linh_vuc=lean").look("experts-english")
    assert stranger.page.locator("main tbody tr").count() > 2
