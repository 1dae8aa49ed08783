"""A person at a browser, who notices everything that a careful designer would be ashamed of."""

import re
import time
from urllib.parse import urlsplit

from allauth.mfa.totp.internal import auth as totp
from axe_playwright_python.sync_playwright import Axe

from config.demo.people import ACTORS


PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
PASSWORD = "trinh-dien-2026"
LISTEN = """
window.cspViolations = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.cspViolations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


def digits_of(email):
    """What the authenticator app of one of the demonstration's staff shows now."""
    secret = next(actor.totp_secret for actor in ACTORS if actor.email == email)
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


class Visitor:
    """One person in one browser context. `complaints` fills up as pages misbehave."""

    def __init__(self, browser, site, screenshots, *, scheme="light"):
        self.site, self.screenshots, self.scheme = site, screenshots, scheme
        self.complaints, self.seen = [], set()
        self.context = browser.new_context(
            base_url=site.url,
            viewport=DESKTOP,
            locale="vi-VN",
            color_scheme=scheme,
            accept_downloads=True,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(15000)
        self.context.add_init_script(LISTEN)
        self.page = self.context.new_page()
        self._listen()

    def _listen(self):
        page = self.page
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._complain("page error", error))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("dialog", lambda dialog: dialog.accept())

    def _complain(self, kind, words):
        self.complaints.append(f"{kind} at {self.page.url}: {words}")

    def _console(self, message):
        # Wagtail's content checker also writes what an editor should look at again into the console.
        found = message.text.startswith("axe.run results")
        if message.type in {"error", "warning"} and not found:
            self._complain(f"console {message.type}", message.text)

    def _request(self, request):
        address = urlsplit(request.url)
        if (
            address.scheme in {"http", "https", "ws"}
            and address.netloc != urlsplit(self.site.url).netloc
        ):
            self._complain("request to another host", request.url)

    def _failed(self, request):
        # A page that is left or a file that is saved ends its request: that is no failure.
        if request.failure != "net::ERR_ABORTED":
            self._complain("failed request", f"{request.url} {request.failure}")

    # Going about

    def visit(self, address):
        """Open an address of the site; it must answer well."""
        answer = self.page.goto(address)
        assert answer.ok, f"{answer.status} at {address}"
        return self

    def sign_in(self, email):
        """Sign in through the real form."""
        self.visit("/accounts/login/")
        self.page.fill("input[name=login]", email)
        self.page.fill("input[name=password]", PASSWORD)
        self.press("main form button[type=submit]")
        if "/2fa/" in self.page.url:
            self.page.fill("input[name=code]", digits_of(email))
            self.press("main form button[type=submit]")
        self.page.wait_for_url("**/cua-toi/")
        return self

    def become(self, email):
        """Sign in by the one click of the demonstration."""
        self.visit("/demo/")
        self.page.locator(f"table form:has(input[value='{email}']) button").click()
        self.page.wait_for_url("**/cua-toi/")
        return self

    def press(self, selector):
        """Press what leads to another page, and wait for that page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        return self

    def text(self, selector="main"):
        return re.sub(r"\s+", " ", self.page.locator(selector).first.inner_text())

    # Looking

    def look(self, name):
        """Check the page as it stands at both widths, and keep a picture of each."""
        for size in (PHONE, DESKTOP):
            self.page.set_viewport_size(size)
            self.page.wait_for_load_state("load")
            self.page.evaluate("document.fonts.ready.then(() => 0)")
            self._measure(name, size["width"])
            self.page.screenshot(
                path=self.screenshots / f"{name}-{size['width']}.png", full_page=True
            )
        self.note_violations()
        return self

    def _measure(self, name, width):
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            self._complain("sideways scroll", f"{name}, {wide} px beyond {width}")
        for violation in Axe().run(self.page, options=RULES).response["violations"]:
            for node in violation["nodes"]:
                words = f"{violation['id']}: {violation['help']} -> {node['target']} {node['html'][:160]}"
                self._complain(f"axe ({name}, {width})", words)

    def glance(self, name):
        """Keep a picture of a page of Wagtail's admin: upstream's own pages, so without axe."""
        self.page.wait_for_load_state("load")
        self.page.screenshot(path=self.screenshots / f"{name}-1280.png")
        self.note_violations()
        return self

    def note_violations(self):
        for violation in self.page.evaluate("window.cspViolations.splice(0)"):
            self._complain("content security policy", violation)

    def leave(self):
        """Close the browser; return the complaints."""
        self.context.close()
        return self.complaints
