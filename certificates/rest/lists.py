"""Many certificates at once, lists that are answered in the background, and the watch list: with a token."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.errors import HttpError
from pydantic import ConfigDict, Field

from certificates.answers import public_facts
from certificates.documents.list_files import facts_of
from certificates.models import ListCheck, NameMatch, Scope
from certificates.models.verification import Row, verify_list
from certificates.problems import NotReady
from certificates.rest.access import Token, noted
from certificates.rest.shapes import Fault
from certificates.rest.verification import IN_THE_FUTURE, CertificateFacts
from certificates.rules.lists import MOST_ROWS, numbered
from certificates.rules.numbers import squeeze
from certificates.selectors import lists as list_selectors, watching as watch_selectors
from certificates.services import lists as list_services, watching as watch_services


AT_ONCE = 1_000
router = Router()
FAULTS = {401: Fault, 403: Fault, 413: Fault, 422: Fault, 429: Fault}
EXAMPLE = "VNPQ 2026 0001 62"


class Strict(Schema):
    """What is sent in: a field that is not known is refused."""

    model_config = ConfigDict(extra="forbid")


class Wanted(Strict):
    """A number as it stands on the certificate, and the name to compare if wished."""

    number: Annotated[str, Field(max_length=40, examples=[EXAMPLE])]
    name: Annotated[str, Field(max_length=120, examples=["Nguyễn Thị Ngọc Ẩn"])] = ""


class BulkQuestion(Strict):
    certificates: Annotated[list[Wanted], Field(min_length=1, max_length=AT_ONCE)]
    on: Annotated[date | None, Field(description="A day up to today; today if left out.")] = None


class ListQuestion(Strict):
    rows: Annotated[list[Wanted], Field(min_length=1, max_length=MOST_ROWS)]
    key: Annotated[UUID, Field(description="Yours; sent twice with the same key it is one list.")]
    source: Annotated[str, Field(max_length=120)] = ""
    on: date | None = None


class WatchQuestion(Strict):
    numbers: Annotated[
        list[Annotated[str, Field(max_length=40)]],
        Field(min_length=1, max_length=AT_ONCE, examples=[[EXAMPLE]]),
    ]


class BulkRow(Schema):
    number: str
    status: Annotated[str, Field(examples=["valid"])]
    names: Annotated[str, Field(examples=["matches"])]
    certificate: CertificateFacts | None


class BulkAnswer(Schema):
    """One row for each number asked, in the same order."""

    on: date
    checked_at: datetime
    rows: list[BulkRow]


class ListState(Schema):
    id: UUID
    on: date
    checked_at: datetime
    total: int
    checked: int
    finished: bool
    deleted_on: date


class ListRow(Schema):
    line: int
    number: str
    status: str
    name_given: str
    names: str
    repeats_line: int | None
    certificate: CertificateFacts | None


class ListRows(Schema):
    total: int
    rows: list[ListRow]


class WatchRow(Schema):
    number: str
    status: str
    valid_until: date


class WatchRows(Schema):
    total: int
    rows: list[WatchRow]


class WatchChange(Schema):
    added: int
    not_in_register: list[str]


class Part(Schema):
    """Which rows: from an offset, so many."""

    offset: Annotated[int, Field(ge=0)] = 0
    limit: Annotated[int, Field(ge=1, le=AT_ONCE)] = 100


def _day(asked: date | None) -> date:
    today = timezone.localdate()
    if asked and asked > today:
        raise HttpError(422, IN_THE_FUTURE.detail)
    return asked or today


@router.post(
    "/certificates/bulk",
    response={200: BulkAnswer, **FAULTS},
    auth=Token(Scope.VERIFY),
    tags=["register"],
    summary="Verify up to 1,000 certificates",
)
@decorate_view(noted)
def verify_many(request: HttpRequest, asked: BulkQuestion) -> Status[Any]:
    """Answer for each number whether it is valid, today or `on` a day of the past; scope `verify`."""
    day, at = _day(asked.on), timezone.now()
    rows = verify_list([(each.number, each.name) for each in asked.certificates], day=day)
    request.api_rows = len(rows)  # type: ignore[attr-defined]
    return Status(200, {"on": day, "checked_at": at, "rows": [_bulk_row(row) for row in rows]})


def _bulk_row(row: Row) -> dict[str, Any]:
    found = row.answer.certificate
    compared = NameMatch.DIFFERS if row.name_differs else NameMatch.MATCHES
    return {
        "number": row.answer.number,
        "status": row.answer.verdict.value,
        "names": (compared if found and row.given_name else NameMatch.NOT_ASKED).value,
        "certificate": public_facts(found) if found else None,
    }


@router.post(
    "/lists",
    response={202: ListState, **FAULTS},
    auth=Token(Scope.LISTS),
    tags=["lists"],
    summary="Send a list of up to 10,000 certificates",
)
@decorate_view(noted)
def send_list(request: HttpRequest, asked: ListQuestion) -> Status[Any]:
    """Keep a list and answer it a thousand at a time in the background; it also stands at the agency desk; scope `lists`."""
    check = list_services.start_check(
        owner=request.auth.owner,  # type: ignore[attr-defined]
        asked=numbered([(each.number, each.name) for each in asked.rows]),
        day=_day(asked.on),
        key=asked.key,
        source=asked.source,
        at=timezone.now(),
    )
    request.api_rows = check.total  # type: ignore[attr-defined]
    return Status(202, _state(check))


def _state(check: ListCheck) -> dict[str, Any]:
    return {
        "id": check.public_id,
        "on": check.day,
        "checked_at": check.at,
        "total": check.total,
        "checked": check.checked,
        "finished": check.is_finished,
        "deleted_on": check.delete_on,
    }


def _check_for(request: HttpRequest, public_id: UUID) -> ListCheck:
    found = list_selectors.check_of(request.auth.owner, public_id)  # type: ignore[attr-defined]
    if found is None:
        raise HttpError(404, "No list of yours has this id.")
    return found


@router.get(
    "/lists/{uuid:public_id}",
    response={200: ListState, 404: Fault, **FAULTS},
    auth=Token(Scope.LISTS),
    tags=["lists"],
    summary="How far a list has come",
)
@decorate_view(noted)
def list_state(request: HttpRequest, public_id: UUID) -> Status[Any]:
    """Return how many rows of a list have their answer; scope `lists`."""
    return Status(200, _state(_check_for(request, public_id)))


@router.get(
    "/lists/{uuid:public_id}/rows",
    response={200: ListRows, 404: Fault, **FAULTS},
    auth=Token(Scope.LISTS),
    tags=["lists"],
    summary="The answers to a list",
)
@decorate_view(noted)
def list_rows(request: HttpRequest, public_id: UUID, part: Query[Part]) -> Status[Any]:
    """Return the answers that are there so far, in the order of the list; scope `lists`."""
    check = _check_for(request, public_id)
    rows = list_selectors.answers(check)[part.offset : part.offset + part.limit]
    found = [facts_of(row) for row in rows]
    request.api_rows = len(found)  # type: ignore[attr-defined]
    return Status(200, {"total": check.total, "rows": found})


@router.get(
    "/watch",
    response={200: WatchRows, **FAULTS},
    auth=Token(Scope.WATCH),
    tags=["watch"],
    summary="The watch list",
)
@decorate_view(noted)
def watched(request: HttpRequest, part: Query[Part]) -> Status[Any]:
    """Return the certificates that are watched, with their status today; scope `watch`."""
    rows = watch_selectors.watched(request.auth.owner, day=timezone.localdate())  # type: ignore[attr-defined]
    found: list[Any] = list(rows[part.offset : part.offset + part.limit])
    facts = [
        {"number": each.grouped_number, "status": each.status, "valid_until": each.valid_until}
        for each in found
    ]
    request.api_rows = len(facts)  # type: ignore[attr-defined]
    return Status(200, {"total": rows.count(), "rows": facts})


@router.post(
    "/watch",
    response={200: WatchChange, **FAULTS},
    auth=Token(Scope.WATCH),
    tags=["watch"],
    summary="Watch certificates",
)
@decorate_view(noted)
def add_to_watch(request: HttpRequest, asked: WatchQuestion) -> Status[Any]:
    """Put certificates on the watch list and name the numbers that are not in the register; scope `watch`."""
    rows = verify_list([(number, "") for number in asked.numbers], day=timezone.localdate())
    found = [row.answer.certificate for row in rows if row.answer.certificate]
    try:
        added = watch_services.watch(
            owner=request.auth.owner,  # type: ignore[attr-defined]
            certificates=found,
            at=timezone.now(),
        )
    except NotReady as problem:
        raise HttpError(422, str(problem)) from problem
    request.api_rows = added  # type: ignore[attr-defined]
    missing = [row.answer.asked for row in rows if row.answer.certificate is None]
    return Status(200, {"added": added, "not_in_register": missing})


@router.delete(
    "/watch/{number}",
    response={204: None, 404: Fault, **FAULTS},
    auth=Token(Scope.WATCH),
    tags=["watch"],
    summary="Stop watching a certificate",
)
@decorate_view(noted)
def take_off_watch(request: HttpRequest, number: str) -> Status[Any]:
    """Take a certificate off the watch list; scope `watch`."""
    owner = request.auth.owner  # type: ignore[attr-defined]
    if not watch_services.unwatch(owner=owner, numbers=[squeeze(number)], at=timezone.now()):
        raise HttpError(404, "This number is not on your watch list.")
    return Status(204, None)
