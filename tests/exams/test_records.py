"""Records say what they are."""

from uuid import uuid4

from exams.models import (
    Answer,
    AnswerEvent,
    AutoScore,
    Blueprint,
    FormItem,
    Mark,
    Receipt,
    Result,
    ResultNotice,
    Script,
)
from exams.rules.questions import Kind
from exams.services.answers import save_answers
from exams.services.results import release_results
from tests.exams.factories import AFTER, DURING, change, marked_attempt


def test_every_record_reads_as_what_it_is(sitting, examiner, certification_officer):
    marked_attempt(sitting, examiner)
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    kinds = (
        Answer, AnswerEvent, AutoScore, Blueprint, FormItem, Mark, Receipt, Result, ResultNotice,
        Script,
    )  # fmt: skip
    for kind in kinds:
        assert str(kind.objects.first())
    assert str(sitting.form.exam) == "EX-NSCL-1"
    assert str(sitting) == "2026-11A"
    question = FormItem.objects.get(position=1).version
    assert str(question) == "Q002 v1"
    assert question.question("en").kind is Kind.SINGLE


def test_a_candidate_who_answers_everything_has_begun_nothing(attempt):
    ack = save_answers(
        attempt=attempt,
        writer=uuid4(),
        changes=[change(1, "A"), change(2, None, seq=2)],
        at=DURING,
    )
    assert ack.acked == 2
