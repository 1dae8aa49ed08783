"""Hand-in and deadline close an attempt once, with a receipt that says what was received."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from exams.models import Attempt, AutoScore, ClosedBy, Receipt, Script
from exams.rules.receipts import digest_of
from exams.services.answers import save_answers
from exams.services.closing import close_overdue, hand_in, is_genuine
from tests.exams.factories import DURING, change, finished_attempt


def _answer(attempt, **positions):
    changes = [change(int(p[1:]), r, seq=n) for n, (p, r) in enumerate(positions.items(), 1)]
    save_answers(attempt=attempt, writer=uuid4(), changes=changes, at=DURING)


def test_the_receipt_says_what_was_received(attempt):
    _answer(attempt, _1="A", _2={"text": "41,4", "language": "vi"})
    receipt = hand_in(attempt=attempt, at=DURING)
    assert (receipt.events, receipt.answered) == (2, 2)
    assert receipt.digest == digest_of({1: "A", 2: {"text": "41,4", "language": "vi"}})
    assert len(receipt.code) == 19


def test_a_receipt_is_genuine_only_for_its_own_facts(attempt):
    receipt = hand_in(attempt=attempt, at=DURING)
    assert is_genuine(Receipt.objects.get(pk=receipt.pk))
    receipt.answered += 1
    assert not is_genuine(receipt)


def test_handing_in_twice_gives_the_same_receipt(attempt):
    first = hand_in(attempt=attempt, at=DURING)
    assert hand_in(attempt=attempt, at=DURING + timedelta(minutes=5)) == first
    assert AutoScore.objects.filter(attempt=attempt).count() == 24


def test_past_the_deadline_it_was_the_deadline_that_closed(attempt):
    hand_in(attempt=attempt, at=attempt.deadline + timedelta(seconds=3))
    attempt.refresh_from_db()
    assert (attempt.closed_by, attempt.closed_at) == (ClosedBy.DEADLINE, attempt.deadline)


def test_every_question_with_a_key_gets_its_points(attempt):
    _answer(attempt, _1="A", _2={"text": "41.4", "language": "vi"})
    hand_in(attempt=attempt, at=DURING)
    points = dict(
        AutoScore.objects.filter(attempt=attempt).values_list("form_item__position", "points")
    )
    assert len(points) == 24
    assert (points[1], points[2], points[3]) == (Decimal(1), Decimal(2), Decimal(0))


def test_only_written_essays_become_scripts(sitting, trainee):
    attempt = finished_attempt(sitting, trainee, essays={"Q036": "Trạm 3 là điểm nghẽn."})
    assert Script.objects.get(attempt=attempt).text == "Trạm 3 là điểm nghẽn."


def test_the_sweep_closes_what_is_overdue_and_nothing_else(attempt, sitting, stranger):
    assert close_overdue(at=attempt.deadline - timedelta(seconds=1)) == 0
    assert close_overdue(at=attempt.deadline) == 1
    assert close_overdue(at=attempt.deadline) == 0
    assert Attempt.objects.get(pk=attempt.pk).closed_by == ClosedBy.DEADLINE


def test_the_database_never_reopens_an_attempt(attempt):
    hand_in(attempt=attempt, at=DURING)
    with pytest.raises(IntegrityError, match="exam_attempt_closed_update"), transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(closed_at=None, closed_by="")


@pytest.mark.parametrize("model", [AutoScore, Receipt])
def test_scores_and_receipts_never_change(attempt, model):
    hand_in(attempt=attempt, at=DURING)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        model.objects.filter(attempt=attempt).delete()


def test_a_recorded_attempt_is_recorded_once(sitting, trainee):
    first = finished_attempt(sitting, trainee)
    assert finished_attempt(sitting, trainee, skill=0) == first
    assert AutoScore.objects.filter(attempt=first, correct=True).count() == 24
