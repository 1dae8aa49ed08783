"""Letters say the same as text and as HTML, in the look of the site."""

import re

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils.translation import override
from hypothesis import given, strategies as st

from accounts.letters import Part, dress, in_our_look, parts, send_letter


LETTER = """Chào Nguyễn Thị Ngọc Ẩn,

Mã của bạn:

A1B2-C3D4

Kết quả đã có:
https://example.vn/ket-qua/7/

- Địa chỉ: 127.0.0.1
- Ngày: 23/11/2026
"""


def test_a_letter_falls_into_words_codes_links_and_lists():
    assert list(parts(LETTER)) == [
        Part("words", ("Chào Nguyễn Thị Ngọc Ẩn,",)),
        Part("words", ("Mã của bạn:",)),
        Part("code", ("A1B2-C3D4",)),
        Part("words", ("Kết quả đã có:",)),
        Part("link", ("https://example.vn/ket-qua/7/",)),
        Part("list", ("Địa chỉ: 127.0.0.1", "Ngày: 23/11/2026")),
    ]


@given(st.text(alphabet="aăâ -\nA1B2http://x.vn", max_size=200))
def test_no_word_of_a_letter_is_lost(text):
    said = " ".join(line for part in parts(text) for line in part.lines)
    assert said.split() == re.sub(r"(?m)^\s*- ", "", said).split() or said
    plain = [word for word in text.split() if word != "-"]
    assert [word for word in said.split() if word != "-"] == plain


def _html(letter):
    ((html, kind),) = letter.alternatives
    assert kind == "text/html"
    return html


def test_a_letter_is_sent_as_text_and_as_html(db):
    send_letter(subject="Kết quả của bạn", text=LETTER, to="an@example.vn")
    (letter,) = mail.outbox
    assert letter.body == LETTER
    assert letter.to == ["an@example.vn"]
    html = _html(letter)
    assert 'href="https://example.vn/ket-qua/7/"' in html
    assert "A1B2-C3D4" in html
    assert "<h1" in html
    assert "Kết quả của bạn</h1>" in html


def test_what_a_person_wrote_is_no_markup_in_a_letter():
    html = in_our_look("<b>Tựa</b>", "<script>x</script>")
    assert "<script>" not in html
    assert "<b>" not in html


def test_html_of_its_own_is_left_alone():
    letter = EmailMultiAlternatives("a", "b", None, ["c@example.vn"])
    letter.attach_alternative("<p>own</p>", "text/html")
    assert _html(dress(letter)) == "<p>own</p>"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_letter_names_its_language_and_that_this_is_a_demonstration(language, settings):
    settings.DEMO = True
    with override(language):
        html = in_our_look("x", "y")
    assert f'<html lang="{language}">' in html
    settings.DEMO = False
    with override(language):
        assert len(in_our_look("x", "y")) < len(html)


def test_a_letter_asks_nothing_of_another_host():
    links = re.findall(r'(?:src|href)="(https?://[^"]+)"', in_our_look("x", LETTER))
    assert set(links) == {"http://127.0.0.1:8000", "https://example.vn/ket-qua/7/"}


def test_the_code_of_a_sign_up_comes_in_the_look_of_the_site(client, db):
    client.post(
        "/accounts/signup/",
        {"email": "moi@example.vn", "password1": "mat-khau-rat-dai-7", "full_name": "Lê Mới"},
    )
    (letter,) = mail.outbox
    code = next(part.lines[0] for part in parts(letter.body) if part.kind == "code")
    assert code in _html(letter)
