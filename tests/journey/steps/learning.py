"""Signing up, and learning until the hours are evidence."""

import re
import time

from config.demo.mailbox import newest
from tests.journey.steps.answering import answer


def letter(site, to, *, about="", within=20):
    """Return the newest mail to that address whose subject holds those words, waiting for it."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        for mail in newest(site.var / "mail", limit=50):
            if to in mail.to and about in mail.subject.lower():
                return mail
        time.sleep(0.3)
    raise AssertionError(f"no mail to {to} about {about!r} came within {within} s")


def sign_up(visitor, name, email, password):
    """Become a member with the code that the site sent by mail."""
    page = visitor.visit("/accounts/signup/").look("signup").page
    page.fill("input[name=full_name]", name)
    page.fill("input[name=email]", email)
    page.fill("input[name=password1]", password)
    visitor.press("main form button[type=submit]").look("signup-code")
    mail = letter(visitor.site, email)
    code = re.search(r"^\s*([A-Z0-9][A-Z0-9-]{5,8})\s*$", mail.text, re.MULTILINE).group(1)
    page.fill("input[name=code]", code)
    visitor.press("main form button[type=submit]")
    assert name in visitor.visit("/cua-toi/").look("mine-new").text("body")


def take_course(visitor, code):
    """Enrol, read every lesson, answer every check; the course is complete with its hours."""
    page = visitor.visit(f"/khoa-hoc/{code.lower()}/").look(f"course-{code.lower()}").page
    visitor.press("form[action*='/hoc/ghi-danh/'] button")
    visitor.visit(f"/khoa-hoc/{code.lower()}/")
    lessons = page.eval_on_selector_all(".outline h3 a", "links => links.map((a) => a.href)")
    for number, address in enumerate(lessons, start=1):
        take_lesson(visitor, address, f"lesson-{code.lower()}-{number}")
    visitor.visit(f"/khoa-hoc/{code.lower()}/").look(f"course-{code.lower()}-done")
    assert "Bạn đã hoàn thành khóa học" in visitor.text("#enrol")


def take_lesson(visitor, address, name):
    """Answer the checks of one lesson rightly and mark it as read."""
    page = visitor.visit(address).look(name).page
    codes = page.eval_on_selector_all(".check", "checks => checks.map((each) => each.id)")
    for code in codes:
        answer(page, f"#{code}")
        visitor.press(f"#{code} button")
        assert page.locator(f"#{code}.check--right").count() == 1, code
    visitor.press("form[action$='/xong/'] button")
    return visitor.look(f"{name}-done") if name.endswith("-1") else visitor
