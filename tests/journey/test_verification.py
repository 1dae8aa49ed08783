"""Whoever holds a certificate in hand: a photograph, the camera, a dropped file, a day of the past, paper for the files."""

import io
import json
import shutil
import sqlite3
import time

import pytest
import segno
import zxingcpp
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journey.conftest import CHROMIUM
from tests.journey.steps import checking
from tests.journey.visitor import Visitor


pytestmark = pytest.mark.journey
NEWEST = """
SELECT e.number, e.holder_name, t.text, c.document FROM certificates_offlinetoken t
JOIN certificates_credential c ON c.id = t.credential_id
JOIN certificates_signingintent i ON i.id = c.intent_id
JOIN certificates_statusevent s ON s.id = i.event_id
JOIN certificates_certificate e ON e.id = s.certificate_id
WHERE NOT EXISTS (SELECT 1 FROM certificates_statusevent x WHERE x.certificate_id = e.id AND x.event <> 'issued')
ORDER BY e.id DESC LIMIT 1
"""
# Chromium on Linux reads no codes by itself; what it would do is done here, from the same picture of the camera.
DETECTOR = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect(video) {
    const still = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    still.getContext("2d").drawImage(video, 0, 0);
    const blob = await still.convertToBlob({ type: "image/png" });
    const text = await window.readCode(Array.from(new Uint8Array(await blob.arrayBuffer())));
    return text ? [{ rawValue: text }] : [];
  }
};
"""
DROP = """([content, name]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([content], name, { type: "application/json" }));
  const place = document.querySelector("form[data-drop] input[type=file]");
  for (const kind of ["dragover", "drop"]) {
    place.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}"""


@pytest.fixture
def paper(site):
    """A certificate in force: number, name, what its code says, its credential."""
    until, found = time.monotonic() + 90, None
    with sqlite3.connect(f"file:{next(site.var.glob('*.sqlite3'))}?mode=ro", uri=True) as register:
        # the worker signs what the demonstration begins with, soon after the start
        while not (found := register.execute(NEWEST).fetchone()):
            assert time.monotonic() < until, "nothing was signed"
            time.sleep(0.5)
    number, name, token, document = found
    return {"number": number, "name": name, "code": f"{site.url}/v#{token}", "document": document}


def picture_of(text, path, size=(1280, 960)):
    """Write a photograph of a code to a file and return its path."""
    drawn = io.BytesIO()
    segno.make(text, error="m", boost_error=False, micro=False).save(drawn, kind="png", scale=6)
    code, ground = Image.open(drawn).convert("RGB"), Image.new("RGB", size, (170, 160, 150))
    ground.paste(code, ((size[0] - code.width) // 2, (size[1] - code.height) // 2))
    ground.save(path, "JPEG", quality=85)
    return path


def test_a_photograph_of_the_code_is_enough(visitors, paper, tmp_path):
    visitor = visitors()
    page = visitor.visit("/tra-cuu/").press("main a[href='/tra-cuu/quet/']").look("scan").page
    page.set_input_files("input[name=anh]", picture_of(paper["code"], tmp_path / "ma.jpg"))
    visitor.press("main form[data-drop] button").look("scan-answer")
    assert "Chứng chỉ còn hiệu lực" in visitor.text()
    assert paper["name"] in visitor.text()
    visitor.press("main a.btn")
    assert visitor.page.url.endswith(f"/tra-cuu/{paper['number']}/")
    visitor.visit("/tra-cuu/giai-thich/").look("answers")


def test_a_file_is_dropped_or_pasted(visitors, paper):
    visitor = visitors(scheme="dark")
    page = visitor.visit("/tra-cuu/tep/").look("file").page
    with page.expect_navigation():
        page.evaluate(DROP, [paper["document"], "chung-chi.json"])
    assert page.locator("[data-holds=yes]").count() == 3
    visitor.look("file-answer")
    changed = json.dumps({**json.loads(paper["document"]), "validUntil": "2039-01-01T00:00:00Z"})
    visitor.visit("/tra-cuu/tep/")
    with page.expect_navigation():
        page.evaluate(DROP, [changed, "chung-chi.json"])
    assert "đã bị sửa sau khi ký" in visitor.text() or "bị thay đổi" in visitor.text()


def test_a_past_day_and_paper_for_the_files(visitors, paper):
    visitor = visitors()
    page = visitor.visit(f"/tra-cuu/{paper['number']}/").page
    page.fill("input[name=ngay]", "01/01/2021")
    visitor.press("aside form button").look("past")
    assert "khi đó chưa được cấp" in visitor.text()
    assert "cũng trả lời như vậy" in visitor.text()
    visitor.visit(f"/tra-cuu/{paper['number']}/")
    with page.expect_download() as download:
        page.click("main a[href$='.pdf']")
    (sheet,) = PdfReader(download.value.path()).pages
    assert paper["name"] in sheet.extract_text()
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    assert f"/v/{paper['number']}" in printed.pages[0].extract_text()


def test_the_camera_reads_the_code_and_the_device_judges_it(
    playwright_again, site, screenshots, paper, tmp_path
):
    picture = picture_of(paper["code"], tmp_path / "camera.jpg")
    film = picture.rename(tmp_path / "camera.mjpeg")
    fake = [
        "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]  # fmt: skip
    browser = playwright_again.launch(
        executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=[*CHROMIUM, *fake]
    )
    visitor = Visitor(browser, site, screenshots)
    visitor.context.add_init_script(DETECTOR)
    visitor.context.expose_function("readCode", read_code)
    visitor.visit("/tra-cuu/quet/")
    visitor.page.click("[data-start]")
    visitor.page.wait_for_url("**/v#*")
    visitor.page.locator("[data-answer] .verdict").wait_for()
    assert "Thật và chưa bị thu hồi" in visitor.text()
    assert paper["name"] in visitor.text()
    complaints = visitor.leave()
    browser.close()
    assert not complaints


@pytest.fixture
def playwright_again(browser):
    """The browser's own kind, to start another one with a camera."""
    return browser.browser_type


def read_code(octets):
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(octets))))
    return found[0].text if found else ""


def test_the_list_that_was_kept_is_checked_again_without_a_network(visitors, paper):
    visitor = visitors()
    assert "Thật và chưa bị thu hồi" in checking.scan(visitor, paper["code"])
    said = checking.scan_without_network(visitor, paper["code"])
    assert "Thật và chưa bị thu hồi" in said
    assert "Không có mạng" in said


def test_a_status_list_that_was_tampered_with_is_not_believed(browser, site, screenshots, paper):
    visitor = Visitor(browser, site, screenshots)

    def put_back(route):
        listed = route.fetch().json()
        listed["validUntil"] = "2099-01-01T00:00:00Z"
        route.fulfill(json=listed)

    visitor.page.route("**/status/1", put_back)
    visitor.page.goto(paper["code"])
    expect(visitor.page.locator("[data-answer] h1")).to_contain_text("danh sách trạng thái")
    assert "không đáng tin" in visitor.text()
    assert not visitor.leave()


def test_a_browser_without_the_signature_shows_no_facts_and_leads_on(
    browser, site, screenshots, paper
):
    visitor = Visitor(browser, site, screenshots)
    visitor.context.add_init_script(
        "crypto.subtle.importKey = async () => { throw new DOMException('none', 'NotSupportedError'); };"
    )
    visitor.page.goto(paper["code"])
    expect(visitor.page.locator("[data-answer] h1")).to_contain_text("không kiểm tra được chữ ký")
    assert paper["name"] not in visitor.text()
    visitor.press("main a[data-online]")
    assert "Chứng chỉ còn hiệu lực" in visitor.text()
    assert not visitor.leave()
