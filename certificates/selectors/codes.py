"""What the text of a scanned QR code is worth: a signed token of this register, an address of it, or something else."""

import base64
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from django.conf import settings

from certificates.models import KeyRole, SigningKey
from certificates.models.verification import Answer, verify as ask
from certificates.rules import tokens
from certificates.selectors.keys import issuer_document


WAYS = ("v", "tra-cuu")
LANGUAGES = ("en",)


@dataclass(frozen=True)
class CodeJudgement:
    """
    What was found.

    `fault` is empty for a code of this register, else `foreign`, `unreadable`, `other_issuer`,
    `unknown_key` or `altered`; `signed` says that the council's key signed what the code says. Nothing is shown of a
    code with a fault but the host that it leads to.
    """

    fault: str
    signed: bool = False
    host: str = ""
    name: str = ""
    answer: Answer | None = None


def judge_code(text: str, *, day: date) -> CodeJudgement:
    """Return the judgement of a code's text; nothing in it is believed before it is proved."""
    try:
        address = urlsplit(text.strip())
        host = address.netloc
    except ValueError:
        return CodeJudgement("foreign")
    parts = [unquote(part) for part in address.path.split("/") if part]
    if parts and parts[0] in LANGUAGES:
        parts = parts[1:]
    if host != urlsplit(settings.SITE_URL).netloc or not parts or parts[0] not in WAYS:
        return CodeJudgement("foreign", host=host[:100])
    if address.fragment and parts == ["v"]:
        return _judge_token(address.fragment, day=day)
    if len(parts) == 2:
        return CodeJudgement("", answer=ask(parts[1][:40], day=day))
    return CodeJudgement("unreadable")


def _judge_token(text: str, *, day: date) -> CodeJudgement:
    try:
        token = tokens.read(text)
    except tokens.TokenError:
        return CodeJudgement("unreadable")
    if token.facts.issuer != issuer_document()["id"]:
        return CodeJudgement("other_issuer")
    key = SigningKey.objects.trusted().filter(role=KeyRole.QR, kid=token.kid).first()
    if key is None:
        return CodeJudgement("unknown_key")
    try:
        facts = tokens.check(token, public_key=base64.b64decode(key.public_key))
    except tokens.ForgedTokenError:
        return CodeJudgement("altered")
    return CodeJudgement("", signed=True, name=facts.name, answer=ask(facts.number, day=day))
