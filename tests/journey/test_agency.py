"""An agency checks ten thousand numbers and files the sealed answer; it watches a certificate and is told of its fate."""

import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from standardwebhooks.webhooks import Webhook

from tests.journey.steps.certifying import words_of
from tests.journey.steps.learning import letter


pytestmark = pytest.mark.journey
AGENCY, OFFICER, MEMBER = (
    "coquan@chuyengia.example",
    "canbo@chuyengia.example",
    "hoidong@chuyengia.example",
)
LINES = 10_000


def wait_for(page, selector, within=60):
    """Load the page until it shows what is waited for."""
    until = time.monotonic() + within
    while not page.locator(selector).count():
        assert time.monotonic() < until, f"{selector} did not come within {within} s"
        page.wait_for_timeout(500)
        page.reload()


@pytest.fixture
def receiver():
    """An agency's system on this machine: it keeps what it is sent."""

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.got.append((dict(self.headers), body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_args):
            return

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.got = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_ten_thousand_numbers_are_checked_and_the_sealed_answer_filed(visitors, tmp_path):
    agency = visitors().become(AGENCY)
    sheet = tmp_path / "danh-sach.csv"
    lines = [f"VNPQ202600{place % 100:02d}62;Nguyễn Văn {place}" for place in range(LINES)]
    sheet.write_text("\n".join(lines), encoding="utf-8")
    page = agency.visit("/chung-chi/danh-sach/").page
    page.set_input_files("[name=tep]", sheet)
    agency.press("main form.form button")
    wait_for(page, "#lay")
    agency.look("list-long")
    assert "trong 10000 chứng chỉ còn hiệu lực" in agency.text("h1").replace(".", "")
    agency.press("form[action$='/ban-pdf/'] button")
    wait_for(page, "a[href$='.pdf']")
    answer = page.request.get(page.locator("a[href$='.pdf']").get_attribute("href"))
    paper = tmp_path / "tra-cuu.pdf"
    paper.write_bytes(answer.body())
    words = words_of(paper)
    assert "10.000 chứng chỉ còn hiệu lực" in words
    assert words.count("Số chứng chỉ") > 100
    assert b"/ETSI.CAdES.detached" in answer.body()


def test_a_watched_certificate_is_suspended_and_its_agency_told(visitors, receiver):
    officer = visitors().become(OFFICER)
    page = officer.visit("/chung-chi/so-dang-ky/?status=valid").page
    number = page.locator("table.reg a[href*='/so-dang-ky/VN']").first.get_attribute("href").split("/")[-2]  # fmt: skip
    agency = visitors().become(AGENCY)
    agency.visit("/chung-chi/theo-doi/").look("watch-empty").page.fill("[name=so]", number)
    agency.press("main form.form button").look("watch")
    agency.visit("/chung-chi/theo-doi/webhook/").look("hooks").page.fill(
        "[name=url]", f"http://127.0.0.1:{receiver.server_port}/"
    )
    agency.press("main form.form button").look("hook")
    secret = agency.page.locator("[data-secret]").inner_text()
    agency.visit("/chung-chi/ma-truy-cap/").look("tokens")
    officer.visit(f"/chung-chi/so-dang-ky/{number}/").page.check("[name=event][value=suspended]")
    officer.page.fill("[name=reason_vi]", "Chưa nộp báo cáo giám sát hằng năm.")
    officer.press("form.form button")
    member = visitors().become(MEMBER)
    member.visit(f"/chung-chi/so-dang-ky/{number}/").press("a[href*='/de-nghi/']")
    member.press("button[value=confirm]")
    told = letter(member.site, AGENCY, about="danh sách theo dõi")
    assert "Đình chỉ" in told.text
    until = time.monotonic() + 20
    while not receiver.got and time.monotonic() < until:
        time.sleep(0.2)
    headers, body = receiver.got[0]
    facts = Webhook(secret).verify(body, headers)
    assert (facts["data"]["number"], facts["data"]["event"]) == (number, "suspended")
