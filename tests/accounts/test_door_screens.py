"""All that the library behind the door can show is in our look, and in the visitor's language only."""

import re
from html import unescape
from pathlib import Path

import allauth
import pytest
from django.core.cache import cache

from tests.accounts.door_screens import PROVIDER, SCREENS, Screens


pytestmark = pytest.mark.django_db
SHIPPED = Path(allauth.__file__).parent / "templates"
# What no address of ours leads to, and why.
UNREACHED = {
    "account/confirm_phone_verification_code.html": "people have no phone number to sign in with",
    "account/phone_change.html": "people have no phone number to sign in with",
    "account/email.html": "a person has one address: email_change.html",
    "account/email_confirm.html": "addresses are confirmed by code, not by link",
    "account/password_reset_done.html": "passwords are set anew by code, not by link",
    "account/signup_closed.html": "sign-up is open",
    "account/verification_sent.html": "addresses are confirmed by code, not by link",
    "account/verified_email_required.html": "nobody is signed in without a confirmed address",
    "mfa/index.html": "accounts:security stands in its place",
    "mfa/trust.html": "devices are remembered by accounts.door.devices",
    "openid/login.html": "the provider before OpenID Connect is not installed",
    "socialaccount/login_redirect.html": "used by another kind of provider",
}
PIECES = re.compile(r"^allauth/|/base[a-z_]*\.html$|/snippets/|/email/|/messages/")
HIDDEN = re.compile(r"<(script|style|svg|noscript)\b.*?</\1>", re.DOTALL)
NAMES = re.compile(
    r"Nguyễn Thị Ngọc Ẩn|Lê Tám|Cổng Bộ|Định danh|Khóa|Tiếng Việt|\S+@\S+|[A-Z0-9-]{8,}|Việt Nam"
)
TONES = re.compile(
    r"[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE
)
# Words that both languages share.
SHARED = re.compile(r"^(e-?mail|pin|english|[\d\W_]+)$", re.IGNORECASE)


@pytest.fixture
def open_screen(client, mailoutbox, settings):
    """Open one screen in one language, as somebody whom no limit has met yet."""
    settings.SOCIALACCOUNT_PROVIDERS = PROVIDER

    def opened(screen, language):
        cache.clear()
        client.cookies.clear()
        return screen(Screens(client, mailoutbox, language))

    return opened


def _texts(answer):
    """The pieces of text that a reader sees in the main part, but for those marked as another language's."""
    main = answer.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]
    main = re.sub(
        r'<(\w+)[^>]* lang="\w+"[^>]*>.*?</\1>', "", HIDDEN.sub("", main), flags=re.DOTALL
    )
    pieces = (re.sub(r"\s+", " ", unescape(piece)) for piece in re.split(r"<[^>]+>", main))
    return [piece.strip() for piece in pieces if piece.strip()]


def test_every_screen_is_reached_by_the_walk_or_unreachable_for_a_reason(open_screen):
    shipped = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.html")}
    pages = {name for name in shipped if not PIECES.search(name)}
    used = {each.name for screen in SCREENS for each in open_screen(screen, "vi").templates}
    assert pages - used == set(UNREACHED)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_screen_is_in_our_look_with_a_title_a_heading_and_a_way_on(
    open_screen, screen, language
):
    answer = open_screen(screen, language)
    page = answer.content.decode()
    assert answer.status_code in (200, 401)
    assert "layouts/page.html" in {each.name for each in answer.templates}
    assert f'<html lang="{language}"' in page
    assert page.count("<h1") == 1
    assert re.search(r"<title>\s*[^\s·|–<]", page)
    main = page.partition("<main")[2].partition("</main>")[0]
    assert 'class="btn' in main
    assert "style=" not in main


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_screen_in_english_has_no_vietnamese_words(open_screen, screen):
    found = [
        text for text in _texts(open_screen(screen, "en")) if TONES.search(NAMES.sub("", text))
    ]
    assert found == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_screen_in_vietnamese_has_no_english_words(open_screen, screen):
    left = [NAMES.sub("", text).strip() for text in _texts(open_screen(screen, "vi"))]
    foreign = [text for text in left if text and not TONES.search(text) and not SHARED.match(text)]
    assert foreign == []
