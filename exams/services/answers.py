"""
Storing answers as they change.

The acknowledgement leaves after the commit (the view is `@writes`): what was acknowledged is stored. Nothing
stands between an answer and the database: no cache, no queue.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from exams.models import Answer, AnswerEvent, Attempt, FormItem
from exams.rules.questions import BadResponse, checked
from exams.rules.saving import Arrival, sort_out


@dataclass(frozen=True)
class Change:
    """One change as a client sent it; the response is not yet checked."""

    seq: int
    position: int
    response: object
    flagged: bool = False


@dataclass(frozen=True)
class Rejection:
    seq: int
    position: int
    reason: str


@dataclass(frozen=True)
class Ack:
    """How far this writer's changes are stored, and what could not be."""

    acked: int
    rejected: tuple[Rejection, ...]
    deadline: datetime
    is_open: bool
    refused: int = 0


def _arrival(change: Change, item: FormItem) -> Arrival:
    try:
        response = checked(item.version.question("vi"), change.response)
    except BadResponse as reason:
        return Arrival(change.seq, change.position, None, change.flagged, fault=str(reason))
    return Arrival(change.seq, change.position, response, change.flagged)


def _store(
    attempt: Attempt,
    writer: UUID,
    fresh: Sequence[Arrival],
    items: Mapping[int, FormItem],
    at: datetime,
) -> dict[int, AnswerEvent]:
    events = AnswerEvent.objects.bulk_create(
        AnswerEvent(
            attempt=attempt,
            writer=writer,
            seq=arrival.seq,
            form_item=items[arrival.position],
            response=arrival.response,
            flagged=arrival.flagged,
            fault=arrival.fault,
            received_at=at,
        )
        for arrival in fresh
    )
    return {event.seq: event for event in events}


def _project(
    attempt: Attempt,
    newest: Mapping[int, Arrival],
    events: Mapping[int, AnswerEvent],
    items: Mapping[int, FormItem],
    at: datetime,
) -> None:
    Answer.objects.bulk_create(
        [
            Answer(
                attempt=attempt,
                form_item=items[position],
                response=arrival.response,
                flagged=arrival.flagged,
                event=events[arrival.seq],
                saved_at=at,
            )
            for position, arrival in newest.items()
        ],
        update_conflicts=True,
        unique_fields=["attempt", "form_item"],
        update_fields=["response", "flagged", "event", "saved_at"],
    )


def _stored(attempt: Attempt, writer: UUID) -> int:
    kept = attempt.events.filter(writer=writer).aggregate(highest=Max("seq"))
    return int(kept["highest"] or 0)


@transaction.atomic
def save_answers(
    *, attempt: Attempt, writer: UUID, changes: Sequence[Change], at: datetime
) -> Ack:
    """
    Store what is new of one writer's changes and return how far they are stored.

    A change that does not fit its question is kept as evidence, named in `rejected`, and blocks no other.
    After the deadline or the hand-in nothing new is stored: `is_open` is false and `refused` counts what was
    new; what had been stored before is still acknowledged, so that no client takes it for lost.
    """
    attempt = (
        Attempt.objects.select_for_update(of=("self",), no_key=True)
        .select_related("sitting")
        .get(pk=attempt.pk)
    )
    stored = _stored(attempt, writer)
    if not attempt.is_open(at=at):
        late = sum(change.seq > stored for change in changes)
        return Ack(stored, (), attempt.deadline, is_open=False, refused=late)
    wanted = FormItem.objects.filter(
        form=attempt.sitting.form_id, position__in={change.position for change in changes}
    )
    items = {item.position: item for item in wanted.select_related("version__item")}
    known = [change for change in changes if change.position in items]
    todo = sort_out((_arrival(change, items[change.position]) for change in known), stored=stored)
    if todo.fresh:
        events = _store(attempt, writer, todo.fresh, items, at)
        _project(attempt, todo.newest, events, items, at)
    rejected = [
        Rejection(change.seq, change.position, "unknown_question")
        for change in changes
        if change.position not in items
    ]
    rejected += [Rejection(one.seq, one.position, one.fault) for one in todo.fresh if one.fault]
    return Ack(todo.acked, tuple(rejected), attempt.deadline, is_open=True)
