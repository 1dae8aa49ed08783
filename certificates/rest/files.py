"""For programs: a certificate brought as a file, and the table of all answers. Point by point, as on the pages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import override
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from certificates.answers import as_json, in_both_languages
from certificates.documents.enclosed import (
    MOST_BYTES,
    EnclosedError,
    credential_in,
    read_credential,
)
from certificates.meanings import GROUPS, REFUSALS
from certificates.points import points_of
from certificates.rest.shapes import TOO_MANY, Fault
from certificates.rest.verification import BothLanguages, VerificationAnswer
from certificates.selectors.brought import judge, seal_of
from certificates.throttle import is_over


router = Router(tags=["files"])
MOST_LETTERS_OF_A_NAME = 200


class PointFacts(Schema):
    """One point that was looked at; `about` and `code` are those of the table of answers."""

    about: str
    code: str
    holds: bool
    says: BothLanguages
    explained_at: str


class FileAnswer(Schema):
    """`genuine` says that this register made the file, byte for byte; whether it counts today, `answer` says."""

    genuine: bool
    number: str
    issuer: str
    points: list[PointFacts]
    answer: VerificationAnswer


class Refusal(Schema):
    """`code` is one of the group `refused` in the table of answers."""

    code: str
    detail: str


class Meant(Schema):
    """One answer: `kind` is ok, warn, bad or none."""

    about: str
    code: str
    kind: str
    title: BothLanguages
    means: BothLanguages
    advice: BothLanguages
    explained_at: str


@router.post(
    "/files",
    response={200: FileAnswer, 422: Refusal, 429: Fault},
    summary="Check a certificate that came as a file",
)
def check_file(
    request: HttpRequest, file: File[UploadedFile], name: Form[str] = ""
) -> Status[Any]:
    """
    Answer what a PDF, PNG or JSON file of at most 5 MB is worth: signature, log, seal, status list, and the register.

    With `name`, the holder's name is compared with the one sealed in the file. The file is read once and not kept.
    """
    if is_over(request):
        return Status(429, TOO_MANY)
    try:
        content = file.read(MOST_BYTES + 1)
        inside = credential_in(content)
        document = read_credential(inside)
    except EnclosedError as problem:
        with override("en"):
            said = str(REFUSALS[problem.code].title)
        return Status(422, {"code": problem.code, "detail": said})
    now = timezone.now()
    found = judge(
        inside,
        document,
        name=name[:MOST_LETTERS_OF_A_NAME],
        day=timezone.localdate(now),
        at=now,
        seal=seal_of(content),
    )
    facts = {
        "genuine": found.genuine,
        "number": found.number,
        "issuer": found.issuer,
        "points": [
            {
                "about": point.about,
                "code": point.code,
                "holds": point.holds,
                "says": in_both_languages(point.meaning.title),
                "explained_at": _explained(point.about, point.code),
            }
            for point in points_of(found)
        ],
        "answer": as_json(found.answer, checked_at=now),
    }
    return Status(200, facts)


@router.get("/answers", response={200: list[Meant], 429: Fault}, summary="What each answer means")
def answers(request: HttpRequest) -> Status[Any]:
    """Return every answer that the register gives, what it means and what to do, in both languages."""
    if is_over(request):
        return Status(429, TOO_MANY)
    return Status(200, _table())


def _table() -> list[dict[str, Any]]:
    return [
        {
            "about": group.key,
            "code": code,
            "kind": meaning.kind,
            "title": in_both_languages(meaning.title),
            "means": in_both_languages(meaning.means),
            "advice": in_both_languages(meaning.advice),
            "explained_at": _explained(group.key, code),
        }
        for group in GROUPS
        for code, meaning in group.answers.items()
    ]


def _explained(about: str, code: str) -> str:
    return f"{settings.SITE_URL}/tra-cuu/giai-thich/#{about}-{code}"
