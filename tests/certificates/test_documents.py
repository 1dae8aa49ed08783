"""The PDF: names to the letter, our font, nothing fetched from elsewhere."""

import io
import shutil
import subprocess
import sys
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings as effort, strategies as st
from pypdf import PdfReader

from certificates import checks
from certificates.documents import render
from certificates.documents.layout import date_en, date_vi, name_step, page, qr_image
from certificates.documents.render import RenderError, is_within, render_certificate
from certificates.services.issuing import ISSUER
from cms.fonts import full_fonts
from tests.certificates.test_rule_tokens import WRITTEN


SNAPSHOT = {
    "name": "Nguyễn Thị Ngọc Ẩn",
    "scheme": {
        "name_vi": "Chuyên gia năng suất chất lượng, cấp quốc gia",
        "name_en": "Productivity and Quality Expert, national level",
    },
    "field": {
        "name_vi": "Quản lý tinh gọn (Lean) và cải tiến Kaizen",
        "name_en": "Lean management and Kaizen improvement",
    },
    "decision": {"number": "118/QĐ-HĐCN", "date": "2026-05-12"},
    "issued_on": "2026-05-14",
    "valid_until": "2029-05-13",
    "issuer": ISSUER,
}
TOKEN = WRITTEN
# every letter of the language, with every tone, in both cases
VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
SYLLABLES = st.builds(
    lambda head, vowel, tone, tail: head + vowel + tone + tail,
    st.sampled_from(["", "Ng", "Đ", "đ", "Tr", "B", "q", "Kh"]),
    st.sampled_from(list(VOWELS) + list(VOWELS.upper())),
    st.sampled_from(TONES),
    st.sampled_from(["", "n", "ng", "t", "ch", "m"]),
)


def drawn(name="Nguyễn Thị Ngọc Ẩn", *, specimen=True, **changes):
    facts = deepcopy(SNAPSHOT) | {"name": name} | changes
    return render_certificate(
        facts,
        number="VNPQ2026047110",
        site_url="https://chuyengia.example",
        specimen=specimen,
        token=TOKEN,
    )


def text_of(pdf):
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def lines_of(pdf):
    laid_out = PdfReader(io.BytesIO(pdf)).pages[0].extract_text(extraction_mode="layout")
    return [" ".join(line.split()) for line in laid_out.splitlines()]


def fonts_of(pdf):
    found = set()
    for page_ in PdfReader(io.BytesIO(pdf)).pages:
        for font in page_["/Resources"]["/Font"].values():
            found.add(str(font.get_object()["/BaseFont"]))
    return found


@pytest.mark.parametrize("name", ["Nguyễn Thị Ngọc Ẩn", "Đặng Hữu Nghĩa"])
def test_the_name_extracts_exactly_and_the_font_is_ours(name, tmp_path):
    pdf = drawn(name)
    assert name in lines_of(pdf)
    assert fonts_of(pdf)
    assert all("Be-Vietnam-Pro" in font for font in fonts_of(pdf))
    if tool := shutil.which("pdftotext"):
        (tmp_path / "c.pdf").write_bytes(pdf)
        command = [tool, "-layout", str(tmp_path / "c.pdf"), "-"]
        text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        assert name in [line.strip() for line in text.splitlines()]
        assert "CHỨNG CHỈ" in [line.strip() for line in text.splitlines()]


@effort(max_examples=12, deadline=None)
@given(st.lists(SYLLABLES, min_size=2, max_size=5))
def test_every_vietnamese_name_extracts_exactly(words):
    import unicodedata

    name = unicodedata.normalize("NFC", " ".join(words))
    assert name in lines_of(drawn(name))


def test_all_facts_stand_on_one_tagged_landscape_page():
    reader = PdfReader(io.BytesIO(drawn()))
    (only,) = reader.pages
    assert (round(only.mediabox.width), round(only.mediabox.height)) == (842, 595)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    text = only.extract_text()
    for fact in (
        "VNPQ 2026 0471 10",
        "118/QĐ-HĐCN",
        "14 tháng 5 năm 2026",
        "13 May 2029",
        "chuyengia.example/v/VNPQ2026047110",
        "Lean management and Kaizen improvement",
    ):
        assert fact in text


def test_a_demonstration_says_that_it_has_no_value():
    assert "MẪU - KHÔNG CÓ GIÁ TRỊ" in text_of(drawn())
    assert "KHÔNG CÓ GIÁ TRỊ" not in text_of(drawn(specimen=False))


def test_names_are_never_markup():
    assert "<b>&" in text_of(drawn("An <b>& Bình"))


@pytest.mark.parametrize(
    ("letters", "step"),
    [(18, ""), (30, ""), (31, " name--long"), (41, " name--longer"), (59, " name--longest")],
)
def test_long_names_step_down(letters, step):
    assert name_step("a" * letters) == step


@pytest.mark.parametrize("letters", [30, 40, 58, 120])
def test_even_long_names_stay_on_one_line(letters):
    name = ("Nguyễn Hoàng Phương " * 9)[:letters].strip()
    assert name in lines_of(drawn(name))


def test_dates_are_written_as_the_decree_says():
    assert date_vi(date(2026, 2, 5)) == "05 tháng 02 năm 2026"
    assert date_vi(date(2026, 5, 14)) == "14 tháng 5 năm 2026"
    assert date_en(date(2026, 5, 4)) == "4 May 2026"


def test_the_qr_code_is_an_image_with_words():
    assert qr_image("https://a.example/v/VNPQ2026047110").startswith("data:image/png;base64,")
    html = page(
        SNAPSHOT,
        number="VNPQ2026047110",
        site_url="https://a.example",
        specimen=True,
        token=TOKEN,
    )
    assert 'alt="Mã QR dẫn tới trang kiểm tra chứng chỉ: a.example/v/VNPQ2026047110"' in html


def test_only_the_fonts_and_embedded_images_are_read():
    root = next(iter(full_fonts().values())).resolve().parent
    font = next(iter(full_fonts().values())).resolve()
    assert is_within(font.as_uri(), (root,))
    assert is_within("data:text/plain,a", (root,))
    assert not is_within(Path("/etc/passwd").as_uri(), (root,))
    assert not is_within(f"{root.as_uri()}/../../../secret", (root,))
    assert not is_within("https://elsewhere.example/font.ttf", (root,))


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://elsewhere.example/a.png"])
def test_a_page_that_asks_for_more_is_refused(monkeypatch, address):
    monkeypatch.setattr(render, "page", lambda *_a, **_k: f'<img src="{address}">')
    with pytest.raises(RenderError):
        drawn()


def test_a_missing_fact_is_a_clear_failure():
    with pytest.raises(RenderError, match="scheme"):
        render_certificate(
            {k: v for k, v in SNAPSHOT.items() if k != "scheme"},
            number="VNPQ2026047110",
            site_url="https://a.example",
            specimen=True,
            token=TOKEN,
        )


def test_without_pango_check_and_renderer_name_the_remedy(monkeypatch):
    assert checks.pango_is_installed() == []

    class Absent:
        def find_spec(self, name, *_args):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango'")

    for module in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(sys, "meta_path", [Absent(), *sys.meta_path])
    render._kit.cache_clear()
    (warning,) = checks.pango_is_installed()
    assert (warning.id, "libpango" in warning.hint) == ("certificates.W001", True)
    with pytest.raises(RenderError, match="apt-get"):
        drawn()
    render._kit.cache_clear()
