"""A meeting of the council, from its agenda to the sealed decision and the issued certificates."""

import time

import pytest

from tests.journey.steps.certifying import words_of


pytestmark = pytest.mark.journey
TIED = "Bạch Thị Thu Hiền"


def to_the_meeting(visitor):
    """Open the page of the meeting that is being prepared, or in session."""
    visitor.visit("/chung-chi/phien-hop/")
    return visitor.press("table.reg tbody tr:first-child a.who")


def take_part(member, name, *, tied=False):
    """State interests, then vote for all that is left; return what the page says at the end."""
    to_the_meeting(member).press("a[href$='/bieu-quyet/']").look(f"{name}-to-state")
    if tied:
        row = member.page.locator("tbody tr", has_text=TIED)
        row.locator("input[type=checkbox]").check()
        row.locator("input[type=text]").fill("Cháu ruột.")
    member.press("button[value=state]").look(f"{name}-to-vote")
    member.page.check("input[name=rest]")
    member.press("button[value=vote]").look(f"{name}-voted")
    return member.text()


def signed(chair):
    """Sign the decision and wait until all of it is carried out and sealed."""
    page = chair.press("main aside a[href*='/van-ban/']").look("paper-to-sign").page
    chair.press("button[value=sign]")
    until = time.monotonic() + 40
    while not page.locator("a[href$='.pdf']").count() or "3 trên 3" not in chair.text(
        "main aside"
    ):
        assert time.monotonic() < until, chair.text()
        time.sleep(1)
        page.reload()
    chair.look("paper-signed")
    return page


def test_a_meeting_with_a_tied_member_ends_in_certificates(visitors, tmp_path):
    officer = visitors().become("canbo@chuyengia.example")
    officer.visit("/chung-chi/phien-hop/").look("meetings")
    to_the_meeting(officer).look("meeting-prepared")
    officer.press("a[href$='/chuong-trinh/']").look("meeting-agenda")
    assert TIED in officer.text()
    chair = visitors().become("hoidong@chuyengia.example")
    to_the_meeting(chair).press("button[value=open]")
    said = take_part(visitors().become("hoidong2@chuyengia.example"), "tied", tied=True)
    assert "Cháu ruột." in said
    for handle in ("hoidong3", "tacgia"):
        take_part(visitors().become(f"{handle}@chuyengia.example"), handle)
    take_part(chair, "chair")
    to_the_meeting(chair).look("meeting-voted").page.fill("[name=minutes]", "Hội đồng nhất trí.")
    chair.press("button[value=conclude]").look("meeting-concluded")
    page = signed(chair)
    number = chair.text("h1")
    assert number.endswith("/QĐ-HĐCN")
    assert page.locator("main .code a").count() == 3
    pdf = tmp_path / "decision.pdf"
    address = page.locator("a[href$='.pdf']").get_attribute("href")
    pdf.write_bytes(page.request.get(address).body())
    words = words_of(pdf)
    for piece in (number, TIED, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TM. HỘI ĐỒNG"):
        assert piece in words
