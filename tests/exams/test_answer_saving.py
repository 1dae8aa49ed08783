"""An acknowledged answer is never lost and never rewound."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from exams.models import Answer, AnswerEvent
from exams.services.answers import Rejection, save_answers
from exams.services.closing import hand_in
from tests.exams.factories import DURING, change


NUMBER, SINGLE = 2, 1  # positions of Q004 and Q002


def _save(attempt, *changes, writer=None, at=DURING):
    return save_answers(attempt=attempt, writer=writer or uuid4(), changes=changes, at=at)


def _answer(attempt, position):
    return Answer.objects.get(attempt=attempt, form_item__position=position)


def test_a_saved_answer_is_acknowledged_and_stands(attempt):
    ack = _save(attempt, change(SINGLE, "A", seq=7, flagged=True))
    assert (ack.acked, ack.rejected, ack.is_open) == (7, (), True)
    assert (_answer(attempt, SINGLE).response, _answer(attempt, SINGLE).flagged) == ("A", True)


def test_the_newest_of_a_writer_stands_whatever_order_it_comes_in(attempt):
    _save(
        attempt, change(SINGLE, "C", seq=3), change(SINGLE, "A", seq=1), change(SINGLE, "B", seq=2)
    )
    assert _answer(attempt, SINGLE).response == "C"
    assert AnswerEvent.objects.filter(attempt=attempt).count() == 3


def test_a_late_repeat_is_acknowledged_and_changes_nothing(attempt):
    writer = uuid4()
    _save(attempt, change(SINGLE, "A", seq=1), writer=writer)
    _save(attempt, change(SINGLE, "B", seq=2), writer=writer)
    ack = _save(attempt, change(SINGLE, "A", seq=1), writer=writer)
    assert ack.acked == 2
    assert _answer(attempt, SINGLE).response == "B"
    assert AnswerEvent.objects.filter(attempt=attempt).count() == 2


def test_writers_have_sequences_of_their_own(attempt):
    _save(attempt, change(SINGLE, "A", seq=50))
    assert _save(attempt, change(SINGLE, "B", seq=1)).acked == 1
    assert _answer(attempt, SINGLE).response == "B"


def test_an_answer_that_does_not_fit_blocks_no_other_and_is_kept_as_evidence(attempt):
    ack = _save(
        attempt,
        change(SINGLE, "Z", seq=1),
        change(NUMBER, {"text": "41,4", "language": "vi"}, seq=2),
        change(99, "A", seq=3),
    )
    assert ack.acked == 2
    assert ack.rejected == (
        Rejection(3, 99, "unknown_question"),
        Rejection(1, SINGLE, "unknown_choice"),
    )
    assert _answer(attempt, NUMBER).response["text"] == "41,4"
    assert AnswerEvent.objects.get(attempt=attempt, seq=1).fault == "unknown_choice"
    assert not Answer.objects.filter(attempt=attempt, form_item__position=SINGLE).exists()


def test_an_answer_can_be_taken_back(attempt):
    _save(attempt, change(SINGLE, "A"))
    _save(attempt, change(SINGLE, None))
    assert _answer(attempt, SINGLE).response is None


def test_from_the_deadline_on_nothing_new_is_taken(attempt):
    ack = _save(attempt, change(SINGLE, "A"), at=attempt.deadline)
    assert (ack.is_open, ack.refused, ack.acked) == (False, 1, 0)
    assert not AnswerEvent.objects.filter(attempt=attempt).exists()


def test_the_last_moment_before_the_deadline_counts(attempt):
    assert _save(
        attempt, change(SINGLE, "A"), at=attempt.deadline - timedelta(microseconds=1)
    ).is_open


def test_after_the_hand_in_a_repeat_is_still_acknowledged_and_a_change_refused(attempt):
    writer = uuid4()
    _save(attempt, change(SINGLE, "A", seq=1), writer=writer)
    hand_in(attempt=attempt, at=DURING)
    ack = _save(attempt, change(SINGLE, "A", seq=1), change(SINGLE, "B", seq=2), writer=writer)
    assert (ack.acked, ack.refused, ack.is_open) == (1, 1, False)
    assert _answer(attempt, SINGLE).response == "A"


def test_saving_takes_a_known_number_of_statements(attempt, django_assert_num_queries):
    many = [change(position, None, seq=position) for position in range(1, 27)]
    with django_assert_num_queries(7):
        _save(attempt, *many)


def test_the_database_refuses_answers_to_a_closed_attempt(attempt):
    _save(attempt, change(SINGLE, "A"))
    answer = _answer(attempt, SINGLE)
    hand_in(attempt=attempt, at=DURING)
    answer.response = "B"
    with (
        pytest.raises(IntegrityError, match="exam_answer_update_after_close"),
        transaction.atomic(),
    ):
        answer.save()
    event = AnswerEvent(
        attempt=attempt, writer=uuid4(), seq=1, form_item=answer.form_item, received_at=DURING
    )
    with pytest.raises(IntegrityError, match="exam_event_after_close"), transaction.atomic():
        event.save()
