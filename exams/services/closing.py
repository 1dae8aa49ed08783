"""The end of an attempt: hand-in or deadline, receipt, scores by key, scripts for the examiners."""

from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts import audit
from exams.models import Answer, Attempt, AutoScore, ClosedBy, FormItem, Receipt, Script
from exams.rules.questions import Kind, Response, is_answered
from exams.rules.receipts import Received, digest_of, short_code
from exams.rules.scoring import score


AT_A_TIME = 200


def _code(received: Received) -> str:
    signature = salted_hmac("exams.receipt", received.statement, algorithm="sha256").digest()
    return short_code(signature)


def is_genuine(receipt: Receipt) -> bool:
    """Return whether the receipt's code is the one this platform signs for exactly these facts."""
    received = Received(
        attempt=str(receipt.attempt.public_id),
        events=receipt.events,
        answered=receipt.answered,
        digest=receipt.digest,
        at=receipt.issued_at,
    )
    return constant_time_compare(receipt.code, _code(received))


def _score_by_key(attempt: Attempt, items: list[FormItem], held: dict[int, Response]) -> None:
    scores = []
    for item in items:
        kind = Kind(item.version.item.kind)
        if kind is not Kind.ESSAY:
            earned = score(
                kind, item.version.answer_key(), held.get(item.position), points=item.points
            )
            scores.append(
                AutoScore(
                    attempt=attempt, form_item=item, points=earned.points, correct=earned.correct
                )
            )
    AutoScore.objects.bulk_create(scores)


def _lay_out_scripts(attempt: Attempt, items: list[FormItem], held: dict[int, Response]) -> None:
    # An essay that was never written earns nothing and needs no examiner.
    Script.objects.bulk_create(
        Script(attempt=attempt, form_item=item, text=text)
        for item in items
        if item.version.item.kind == Kind.ESSAY
        and isinstance(text := held.get(item.position), str)
    )


def _issue_receipt(
    attempt: Attempt, items: list[FormItem], held: dict[int, Response], at: datetime
) -> Receipt:
    complete = sum(
        is_answered(item.version.question("vi"), held.get(item.position)) for item in items
    )
    received = Received(
        attempt=str(attempt.public_id),
        events=attempt.events.count(),
        answered=complete,
        digest=digest_of(held),
        at=at,
    )
    return Receipt.objects.create(
        attempt=attempt,
        events=received.events,
        answered=received.answered,
        digest=received.digest,
        code=_code(received),
        issued_at=at,
    )


def _close(attempt: Attempt, *, by: ClosedBy, at: datetime) -> Receipt:
    items = list(
        FormItem.objects.filter(form=attempt.sitting.form_id).select_related("version__item")
    )
    positions = {item.pk: item.position for item in items}
    held = {
        positions[answer.form_item_id]: answer.response
        for answer in Answer.objects.filter(attempt=attempt)
    }
    _score_by_key(attempt, items, held)
    _lay_out_scripts(attempt, items, held)
    receipt = _issue_receipt(attempt, items, held, at)
    attempt.closed_at, attempt.closed_by = at, by
    attempt.save(update_fields=["closed_at", "closed_by"])
    audit.record(
        actor=attempt.candidate if by == ClosedBy.CANDIDATE else None,
        action="attempt.closed",
        subject=str(attempt.public_id),
        detail={"by": by.value, "receipt": receipt.code, "digest": receipt.digest},
        at=at,
    )
    return receipt


@transaction.atomic
def hand_in(*, attempt: Attempt, at: datetime) -> Receipt:
    """
    Close the attempt and return its receipt; an attempt closed before keeps the receipt it has.

    Past the deadline it is the deadline that closed it, and the receipt says so.
    """
    attempt = (
        Attempt.objects.select_for_update(of=("self",), no_key=True)
        .select_related("sitting", "candidate")
        .get(pk=attempt.pk)
    )
    if attempt.closed_at:
        return attempt.receipt
    if at >= attempt.deadline:
        return _close(attempt, by=ClosedBy.DEADLINE, at=attempt.deadline)
    return _close(attempt, by=ClosedBy.CANDIDATE, at=at)


def close_overdue(*, at: datetime, sitting: int | None = None) -> int:
    """
    Close the attempts whose time is over, each in its own transaction, and return how many.

    Nothing waits for this: an attempt past its deadline takes no answers, closed or not.
    """
    overdue = Attempt.objects.filter(closed_at=None, deadline__lte=at).order_by("deadline")
    if sitting is not None:
        overdue = overdue.filter(sitting=sitting)
    closed = 0
    for attempt in overdue[:AT_A_TIME]:
        hand_in(attempt=attempt, at=at)
        closed += 1
    return closed
