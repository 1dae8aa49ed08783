"""
Every page of every role on the narrowest phone: it answers, fits, asks no other host and has no error.

Each role begins at its own page and follows the links it is given, one page for each kind of address: so the walk
also proves that every address can be reached by somebody who never types one.
"""

from collections import deque
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from accounts.roles import Role
from config.addresses import NOBODY, addresses, lets_in, somebody_who_is
from config.demo.people import ACTORS
from tests.journey.visitor import Visitor


pytestmark = pytest.mark.journey
NARROW = {"width": 320, "height": 640}
LINKS = "[...document.querySelectorAll('a[href^=\"/\"]')].map((link) => link.getAttribute('href'))"
VISITOR = "visitor"
STARTS = ("/", "/demo/", "/tim-kiem/?q=lean", "/chua-dich/?tu=/", "/v")
DOOR = ("login/", "signup/", "signup/passkey/", "password/reset/", "login/code/")
OWN_DOOR = (
    "email/",
    "password/change/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "sessions/",
    "3rdparty/",
)
EDITORS = {Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR}
DESK = ("/cms/", "/cms/pages/", "/cms/reports/workflow/", "/cms/account/")
# Asked for by programs, by address: no page links there.
MACHINES = (
    "/robots.txt", "/sitemap.xml", "/favicon.svg", "/favicon.ico", "/site.webmanifest", "/healthz", "/readyz",
    "/log/checkpoint", "/log/bundle.zip", "/log/tile/0/000.p/1", "/v-sw.js", "/tim-kiem/goi-y/?q=lean", "/api/v1/docs",
)  # fmt: skip
# No link leads there before something has happened that the walk does not do; beside each, where it is walked.
LATER = {
    "accounts:second_factor": "journey/test_door",
    "certificates:activity": "certificates/test_diary_pages",
    "certificates:agenda": "journey/test_meetings",
    "certificates:case": "journey/test_cases",
    "certificates:case_follow": "journey/test_cases",
    "certificates:council_paper": "journey/test_meetings",
    "certificates:council_paper_file": "journey/test_meetings",
    "certificates:edit_draft": "certificates/test_scheme_pages",
    "certificates:evidence_file": "certificates/test_evidence_files",
    "certificates:hook": "journey/test_agency",
    "certificates:judge": "certificates/test_life_pages",
    "certificates:list_csv": "journey/steps/checking",
    "certificates:list_json": "journey/steps/checking",
    "certificates:list_pdf": "journey/test_agency",
    "certificates:list_result": "journey/steps/checking",
    "certificates:meeting_part": "journey/test_meetings",
    "certificates:notice_file": "certificates/test_meeting_pages",
    "certificates:publish_draft": "certificates/test_scheme_pages",
    "certificates:qr": "certificates/test_verify_pages",
    "certificates:recognised_entry": "certificates/test_recognised",
    "certificates:report": "certificates/test_life_pages",
    "certificates:review": "journey/test_cases",
    "certificates:review_status": "certificates/test_case_pages",
    "certificates:scheme_draft": "certificates/test_scheme_pages",
    "certificates:settle": "journey/test_whole_journey",
    "certificates:token": "certificates/test_api_tokens",
    "cms:share_image": "cms/test_share",
    "exams:close": "exams/test_closing_early",
    "exams:hand_in": "journey/steps/examining",
    "exams:question": "journey/steps/examining",
    "exams:questions": "journey/steps/examining",
}


def kind_of(path):
    """Return what stands for all pages of one kind: the name of the address, or where in the tree a page stands."""
    try:
        found = resolve(urlsplit(path).path)
    except Resolver404:
        return ""
    if found.url_name != "wagtail_serve":
        return ":".join(filter(None, [*found.namespaces, found.url_name]))
    steps = path.strip("/").split("/")
    return f"page {steps[0]} {len(steps)}" if len(steps) > 1 else f"page {path}"


def open_to(somebody):
    """Return the names of the addresses that show something to such a person."""
    return {
        each.name
        for each in addresses()
        if each.name and each.view.guard != "writes" and lets_in(each.view.policy, somebody)
    }


class Walk:
    """One person's way through the pages that are theirs, leaving out what somebody like them has seen."""

    def __init__(self, visitor, somebody, seen):
        self.visitor, self.mine, self.seen, self.walked = visitor, open_to(somebody), seen, {}
        visitor.page.set_viewport_size(NARROW)

    def go(self, *starts):
        """Begin at the given addresses and follow every link that leads to a kind of page not seen yet."""
        waiting = deque(starts)
        while waiting:
            path = waiting.popleft()
            kind = kind_of(path)
            if kind not in self.walked and kind not in self.seen and self._is_mine(kind):
                self.walked[kind] = path
                waiting.extend(self.open(path))

    def _is_mine(self, kind):
        return kind in self.mine or kind.startswith("page ")

    def fetch(self, *paths):
        """Ask for files and for what programs read."""
        for path in paths:
            answer = self.visitor.page.request.get(path)
            self.walked[kind_of(path)] = path
            if not answer.ok:
                self._complain(path, f"answers {answer.status}")

    def open(self, path):
        """Open one address and return the links it gives; a file is only asked for."""
        if "." in path.rpartition("/")[2] or "/status/" in path:
            self.fetch(path)
            return []
        page = self.visitor.page
        answer = page.goto(path)
        if answer.status >= 400:
            self._complain(path, f"answers {answer.status}")
        if not path.startswith("/cms/") or path == "/cms/components/":
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                self._complain(path, f"is {wide} px too wide for {NARROW['width']} px")
        self.visitor.note_violations()
        return [each for each in page.evaluate(LINKS) if not each.startswith("/en/")]

    def _complain(self, path, words):
        self.visitor.complaints.append(f"{path} {words}")


def walk_of_visitor(visitor):
    walk = Walk(visitor, NOBODY, set())
    walk.go(*STARTS)
    walk.fetch(*MACHINES)
    for each in DOOR:
        walk.open(f"/accounts/{each}")
    return walk


def walk_of(actor, visitor, seen):
    walk = Walk(visitor.become(actor.email), somebody_who_is(actor.role), seen)
    walk.go("/cua-toi/")
    for each in OWN_DOOR if actor is ACTORS[0] else ():
        walk.open(f"/accounts/{each}")
    for each in DESK if actor.role in EDITORS else ():
        walk.open(each)
    return walk


@pytest.fixture(scope="module")
def walks(browser, site, screenshots):
    """Everybody's walk: which kinds of pages, and what was wrong there."""
    kinds, complaints = {}, {}
    seen_by_visitor, seen_pages = set(), set()
    for actor in (None, *ACTORS):
        visitor = Visitor(browser, site, screenshots)
        seen = seen_by_visitor | seen_pages
        walk = walk_of(actor, visitor, seen) if actor else walk_of_visitor(visitor)
        name = actor.email if actor else VISITOR
        kinds[name], complaints[name] = walk.walked, visitor.leave()
        if actor is None:
            seen_by_visitor = {kind for kind in walk.walked if not kind.startswith("page ")}
        else:
            seen_pages |= {kind for kind in walk.walked if kind.startswith("page ")}
    return kinds, complaints


@pytest.mark.parametrize("name", [VISITOR, *(actor.email for actor in ACTORS)])
def test_every_page_of_a_role_answers_fits_and_asks_nobody_else(walks, name):
    kinds, complaints = walks
    assert len(kinds[name]) > 5
    assert complaints[name] == []


def test_no_address_is_left_out(walks):
    kinds, _complaints = walks
    met = {kind for walked in kinds.values() for kind in walked}
    ours = {each.name for each in addresses() if each.name and each.view.guard != "writes"}
    missing = ours - met - set(LATER) - {"wagtail_serve"}
    assert not missing, (
        f"No page of the demonstration links to {sorted(missing)}: link to it, or say in LATER where it is walked"
    )
