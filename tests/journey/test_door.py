"""The door in a real browser: passkey, authenticator app, forgotten password, staff, keyboard only."""

import dataclasses
import re
import time
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal import auth as totp

from tests.journey.steps.learning import letter
from tests.journey.visitor import PASSWORD, Visitor


pytestmark = pytest.mark.journey
SECRET, NEW_SECRET = "cua-vao-an-toan-2026", "mat-khau-moi-cua-toi-2026"
CODE = re.compile(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", re.MULTILINE)
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
SEND = "main form button[type=submit]"


@pytest.fixture
def newcomer(browser, site, screenshots):
    """Somebody at the name localhost: browsers make passkeys for names, never for numbers."""
    named = dataclasses.replace(site, url=site.url.replace("127.0.0.1", "localhost"))
    visitor = Visitor(browser, named, screenshots)
    yield visitor
    assert visitor.leave() == []


def digits(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def mailed_code(visitor, email, *, but=""):
    """Return the code of the newest letter, which is not the one already used."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        found = CODE.search(letter(visitor.site, email).text)
        if found and found.group(1) != but:
            return found.group(1)
        time.sleep(0.3)
    raise AssertionError("no new code came")


def sign_up(visitor, name, email):
    page = visitor.visit("/accounts/signup/").page
    page.fill("input[name=full_name]", name)
    page.fill("input[name=email]", email)
    page.fill("input[name=password1]", SECRET)
    visitor.press(SEND)
    code = mailed_code(visitor, email)
    page.fill("input[name=code]", code)
    visitor.press(SEND)
    page.wait_for_url("**/cua-toi/")
    return code


def sign_out(visitor):
    visitor.visit("/cua-toi/").press("form[action$='/accounts/logout/'] button")


def prove(visitor, secret=SECRET):
    """Give the password once more if the site asks who it is."""
    if "/reauthenticate/" in visitor.page.url:
        visitor.page.fill("input[name=password]", secret)
        visitor.press(SEND)


def give_login(visitor, email, secret):
    visitor.visit("/accounts/login/")
    visitor.page.fill("input[name=login]", email)
    visitor.page.fill("input[name=password]", secret)
    visitor.press(SEND)


def give_authenticator(visitor):
    """Let the browser hold a device that makes passkeys and always finds its owner."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def test_a_passkey_is_made_and_opens_the_door_and_a_lost_password_is_replaced(newcomer):
    page, email = newcomer.page, f"khoa{time.time_ns()}@vidu.example"
    used = sign_up(newcomer, "Nguyễn Thị Khóa", email)
    newcomer.visit("/bao-mat/").look("security-new")

    sign_out(newcomer)
    newcomer.visit("/accounts/password/reset/").look("reset")
    page.fill("input[name=email]", email)
    newcomer.press(SEND).look("reset-code")
    page.fill("input[name=code]", mailed_code(newcomer, email, but=used))
    newcomer.press(SEND).look("reset-new")
    page.fill("input[name=password1]", NEW_SECRET)
    if page.locator("input[name=password2]").count():
        page.fill("input[name=password2]", NEW_SECRET)
    newcomer.press(SEND)
    page.wait_for_url("**/cua-toi/")

    give_authenticator(newcomer)
    newcomer.visit("/accounts/2fa/webauthn/add/").look("reauthenticate")
    prove(newcomer, NEW_SECRET)
    newcomer.look("passkey-add").press("[data-passkey=create]").look("recovery-codes")
    assert page.locator("#recovery_codes li").count() == 10
    newcomer.visit("/accounts/2fa/webauthn/").look("passkeys")
    newcomer.visit("/bao-mat/").look("security-passkey")

    sign_out(newcomer)
    newcomer.visit("/accounts/login/").look("login-passkey").press("[data-passkey=get]")
    page.wait_for_url("**/cua-toi/")
    assert "Khóa" in newcomer.text("body")


def test_one_signs_up_with_a_passkey_and_no_password_at_all(newcomer):
    page, email = newcomer.page, f"khongmatkhau{time.time_ns()}@vidu.example"
    give_authenticator(newcomer)
    newcomer.visit("/accounts/signup/").press("main a[href*='/signup/passkey/']")
    newcomer.look("signup-passkey")
    page.fill("input[name=full_name]", "Lê Thị Không")
    page.fill("input[name=email]", email)
    newcomer.press(SEND)
    page.fill("input[name=code]", mailed_code(newcomer, email))
    newcomer.press(SEND).look("signup-passkey-make").press("[data-passkey=create]")
    page.wait_for_url("**/cua-toi/")
    assert "Không" in newcomer.text("body")


def test_a_new_member_of_staff_is_led_to_an_app_and_later_comes_in_by_it_and_by_recovery_code(
    newcomer, visitors
):
    page, email = newcomer.page, f"giamkhao{time.time_ns()}@vidu.example"
    sign_up(newcomer, "Trần Văn Giám", email)
    operator = visitors().become("vanhanh@chuyengia.example")
    operator.visit(f"/nguoi-dung/?q={email}").press("main td a, main th a")
    operator.page.select_option("select[name=role]", "examiner")
    operator.page.fill("[name=reason]", "Chấm đợt tháng 11")
    operator.press("main form:has(select[name=role]) button[type=submit]")

    newcomer.visit("/ky-thi/cham-bai/").look("second-factor")
    assert "/bao-mat/buoc-hai/" in page.url
    newcomer.press("a[href='/accounts/2fa/totp/activate/']")
    prove(newcomer)
    newcomer.look("totp-activate")
    secret = page.inner_text("#authenticator_secret").strip()
    page.fill("input[name=code]", digits(secret))
    newcomer.press(SEND)
    recovery = page.locator("#recovery_codes li").first.inner_text().strip()
    newcomer.visit("/ky-thi/cham-bai/")
    assert urlsplit(page.url).path == "/ky-thi/cham-bai/"

    for code in (lambda: digits(secret), lambda: recovery):
        sign_out(newcomer)
        give_login(newcomer, email, SECRET)
        newcomer.look("second-step")
        page.fill("input[name=code]", code())
        newcomer.press(SEND)
        page.wait_for_url("**/cua-toi/")
    newcomer.visit("/accounts/sessions/").look("devices")


def test_a_new_device_is_asked_for_the_mailed_code_by_keyboard_only(visitors):
    learner, email = visitors(), "hocvien@chuyengia.example"
    page = learner.visit("/accounts/login/").page
    page.focus("input[name=login]")
    page.keyboard.type(email)
    page.keyboard.press("Tab")  # the way out for those who forgot, then the password
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    learner.look("new-device")
    page.focus("input[name=code]")
    page.keyboard.type(mailed_code(learner, email))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_url("**/cua-toi/")
    learner.visit("/bao-mat/dong-tai-khoan/")
    prove(learner, PASSWORD)
    learner.look("close")
