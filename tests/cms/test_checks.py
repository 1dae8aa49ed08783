"""What an editor is asked to look at again, and what is let through."""

import pytest

from cms.checks import Piece, check


SUMMARY = "Khóa học mở từ tháng 12."
SYLLABLES = " ".join(["chữ"] * 37)
WORDS = " ".join(["word"] * 31)


def codes(*pieces, summary=SUMMARY, language="vi"):
    return [finding.code for finding in check(summary, pieces, language=language)]


def prose(html):
    return Piece("prose", html)


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("", ["no_summary"]),
        ("  ", ["no_summary"]),
        ("Ngắn. " * 40, ["long_summary"]),
        (SUMMARY, []),
    ],
)
def test_a_summary_is_there_and_short(summary, found):
    assert codes(summary=summary) == found


@pytest.mark.parametrize(
    ("html", "language", "found"),
    [
        (f"<p>{SYLLABLES}.</p>", "vi", ["long_sentence"]),
        (f"<p>{SYLLABLES[4:]}.</p>", "vi", []),
        (f"<p>{WORDS}.</p>", "en", ["long_sentence"]),
        (f"<p>{WORDS}.</p>", "vi", []),
        (f"<p>{WORDS[:60]}. {WORDS[:80]}.</p>", "en", []),
        (f"<ul><li>{WORDS[:80]}</li><li>{WORDS[:80]}</li></ul>", "en", []),
    ],
)
def test_a_sentence_is_counted_in_vietnamese_syllables_or_english_words(html, language, found):
    assert codes(prose(html), language=language) == found


@pytest.mark.parametrize(
    "text", ["tại đây", "Xem thêm", "click here", "Read more »", "<b>Here</b>"]
)
def test_a_link_that_says_nothing_is_found(text):
    assert codes(prose(f'<p>Thông tư <a href="/v/">{text}</a>.</p>')) == ["vague_link"]


@pytest.mark.parametrize(
    "text", ["Thông tư 10/2026", "Lịch thi tại đây là gì", "Read the decision"]
)
def test_a_link_that_names_its_place_is_let_through(text):
    assert codes(prose(f'<p><a href="/v/">{text}</a></p>')) == []


def test_a_heading_in_capitals_is_found():
    assert codes(Piece("heading", "KHAI GIẢNG KHÓA MỚI")) == ["shouting"]
    assert codes(prose("<h2>KHAI GIẢNG KHÓA MỚI</h2>")) == ["shouting"]


@pytest.mark.parametrize("text", ["OEE", "ISO 9001", "TPM, OEE", "Khai giảng ISO 9001"])
def test_names_in_capitals_are_let_through(text):
    assert codes(Piece("heading", text)) == []


def test_a_heading_that_skips_a_level_is_found():
    assert codes(prose("<h3>Trước</h3>")) == ["heading_order"]
    assert codes(Piece("heading", "Một"), prose("<h4>Hai</h4>")) == ["heading_order"]


def test_headings_in_order_are_let_through():
    assert codes(Piece("heading", "Một"), prose("<h3>Hai</h3>"), Piece("heading", "Ba")) == []


def test_a_picture_without_alternative_text_is_found():
    assert codes(prose('<embed embedtype="image" id="1" alt=""/>')) == ["no_alternative"]
    assert codes(prose('<embed embedtype="image" id="1" alt="Cánh chim"/>')) == []
