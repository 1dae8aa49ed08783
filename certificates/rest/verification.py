"""Asking the register about one certificate."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from certificates.answers import as_json
from certificates.models.verification import Verdict, verify
from certificates.rest.shapes import TOO_MANY, Fault
from certificates.throttle import is_over


router = Router(tags=["register"])


class Bilingual(Schema):
    name_vi: str
    name_en: str


class CompetenceFacts(Bilingual):
    code: str


class SchemeFacts(Bilingual):
    """`competences` are those that were certified; certificates of before November 2026 name none."""

    code: str
    version: str
    level: str
    competences: list[CompetenceFacts] = []


class FieldFacts(Bilingual):
    code: str


class DecisionFacts(Schema):
    number: str
    date: date


class SucceededFacts(Schema):
    """The certificate whose place this one took, by `correction` or `renewal`."""

    number: str
    ground: str


class CertificateFacts(Schema):
    """What the printed certificate shows."""

    number: str
    name: str
    scheme: SchemeFacts
    field: FieldFacts
    issued_on: date
    valid_from: date
    valid_until: date
    succeeds: SucceededFacts | None
    decision: DecisionFacts
    issuer: Bilingual


class BothLanguages(Schema):
    vi: str
    en: str


class EventFacts(Schema):
    event: str
    effective_on: date
    decision: str
    replaced_by: str | None


class VerificationAnswer(Schema):
    """`status` is valid, suspended, withdrawn, expired, superseded or not_yet; of unreadable numbers unknown, mistyped or malformed."""

    number: str
    status: str
    on: date
    checked_at: str
    means: BothLanguages
    explained_at: str
    certificate: CertificateFacts | None
    history: list[EventFacts]


IN_THE_FUTURE = Fault(
    detail="The register knows the past, not the future: `on` must not be after today."
)


@router.get(
    "/certificates/{number}",
    response={200: VerificationAnswer, 404: VerificationAnswer, 422: Fault, 429: Fault},
    summary="Verify a certificate",
)
def verify_certificate(request: HttpRequest, number: str, on: date | None = None) -> Status[Any]:
    """
    Answer whether the certificate with that number is valid, today or `on` a day of the past.

    Spaces, dots and dashes in the number do not matter. 404 carries the same answer for a number that
    is not in the register or was mistyped.
    """
    if is_over(request):
        return Status(429, TOO_MANY)
    today = timezone.localdate()
    if on and on > today:
        return Status(422, IN_THE_FUTURE)
    answer = verify(number, day=on or today)
    found = answer.verdict not in {Verdict.UNKNOWN, Verdict.MISTYPED, Verdict.MALFORMED}
    return Status(200 if found else 404, as_json(answer, checked_at=timezone.now()))
