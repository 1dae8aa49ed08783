"""
Letters by e-mail: written once as plain text, sent as text and in the look of the site.

The HTML is made from the text, so the two can never say different things: a line that is only an address
becomes a button with the address beneath it, a line that is only a code is set large, lines that begin with
a dash become a list, and everything else is a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language


LINK = re.compile(r"https?://\S+")
CODE = re.compile(r"(?=.*\d)[A-Z0-9]{3,8}(-[A-Z0-9]{3,8})?|[A-Z]{3,8}-[A-Z]{3,8}")


@dataclass(frozen=True)
class Part:
    """One piece of a letter: `kind` is words, list, link or code."""

    kind: str
    lines: tuple[str, ...]


def parts(text: str) -> Iterator[Part]:
    """Yield the pieces of a letter's plain text, in order."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        words: list[str] = []
        for line in (each.strip() for each in paragraph.splitlines()):
            kind = _kind_of(line)
            if kind == "words":
                words.append(line)
                continue
            yield from _run(words)
            words = []
            yield Part(kind, (line,))
        yield from _run(words)


def _kind_of(line: str) -> str:
    if LINK.fullmatch(line):
        return "link"
    return "code" if CODE.fullmatch(line) else "words"


def _run(lines: list[str]) -> Iterator[Part]:
    if lines and all(line.startswith("- ") for line in lines):
        yield Part("list", tuple(line.removeprefix("- ") for line in lines))
    elif lines:
        yield Part("words", tuple(lines))


def in_our_look(subject: str, text: str) -> str:
    """Return the letter as HTML, in the active language."""
    context = {
        "subject": subject,
        "parts": list(parts(text)),
        "language": get_language() or settings.LANGUAGE_CODE,
        "site_url": settings.SITE_URL,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "demo": settings.DEMO,
    }
    return render_to_string("mail/letter.html", context)


def dress(message: EmailMultiAlternatives) -> EmailMultiAlternatives:
    """Return the message with its text also in the look of the site, unless it has HTML of its own."""
    if not message.alternatives:
        message.attach_alternative(
            in_our_look(str(message.subject), str(message.body)), "text/html"
        )
    return message


def send_letter(*, subject: str, text: str, to: str) -> None:
    """
    Send a letter as text and as HTML, in the active language.

    :raises OSError: if the mail server does not take it (smtplib's errors are such)
    """
    dress(EmailMultiAlternatives(subject, text, None, [to])).send()
