"""The main addresses in both languages and in the dark, at both widths."""

import pytest


pytestmark = pytest.mark.journey
PUBLIC = {
    "home": "/", "news": "/tin-tuc/", "courses": "/khoa-hoc/", "course": "/khoa-hoc/c01/",
    "exams": "/ky-thi/", "schemes": "/chung-chi/", "scheme": "/chung-chi/NSCL-QG/",
    "lookup": "/tra-cuu/", "progress": "/tien-do/", "search": "/tim-kiem/?q=lean",
    "login": "/accounts/login/", "signup": "/accounts/signup/", "demo": "/demo/",
    "mailbox": "/demo/hop-thu/",
}  # fmt: skip


def a_number(visitor):
    """Return the number of a valid certificate: the one that the made-up expert holds."""
    visitor.become("chuyengia@chuyengia.example")
    return visitor.page.locator("#chung-chi td.code a").first.get_attribute("href").split("/")[-2]


def test_the_main_addresses_in_vietnamese(visitors):
    public = visitors()
    for name, address in PUBLIC.items():
        public.visit(address).look(f"vi-{name}")
    assert public.page.locator("html").get_attribute("lang") == "vi"


def test_the_main_addresses_in_english(visitors):
    public = visitors()
    for name, address in PUBLIC.items():
        public.visit(f"/en{address}").look(f"en-{name}")
        assert public.page.locator("html").get_attribute("lang") == "en", address
    public.visit("/en/khoa-hoc/c01/").press(".outline h3 a").look("en-lesson")
    number = a_number(visitors())
    public.visit(f"/en/tra-cuu/{number}/").look("en-verify")


def test_the_main_pages_in_the_dark(visitors):
    public, expert = visitors(scheme="dark"), visitors(scheme="dark")
    number = a_number(expert)
    expert.look("dark-mine")
    for name in ("home", "course", "progress"):
        public.visit(PUBLIC[name]).look(f"dark-{name}")
    public.visit(f"/tra-cuu/{number}/").look("dark-verify")
    public.visit(PUBLIC["course"]).press(".outline h3 a").look("dark-lesson")
