"""Records say what they are, and the database's own rules can be installed and taken away."""

from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.state import ProjectState

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
from exams.triggers import Refuse
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


class Editor:
    """Runs statements inside the test's transaction, where SQLite's own schema editor refuses to work."""

    connection = connection

    def execute(self, sql, params=None):
        with connection.cursor() as cursor:
            cursor.execute(sql, params)


@pytest.mark.django_db
def test_a_refusal_can_be_installed_and_removed():
    refusal = Refuse("exam_test_refusal", table="exams_exam", verb="DELETE", when="OLD.id > 0")
    state = ProjectState()
    refusal.state_forwards("exams", state)
    refusal.database_forwards("exams", Editor(), state, state)
    assert _triggers("exam_test_refusal") == 1
    refusal.database_backwards("exams", Editor(), state, state)
    assert _triggers("exam_test_refusal") == 0


def _triggers(name):
    catalogue = (
        "SELECT count(*) FROM pg_trigger WHERE tgname = %s"
        if connection.vendor == "postgresql"
        else "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue, [name])
        return cursor.fetchone()[0]


def test_a_refusal_can_be_written_into_a_migration():
    refusal = Refuse("one", table="t", verb="UPDATE", when="1 = 1")
    name, args, kwargs = refusal.deconstruct()
    assert (name, args) == ("Refuse", ["one"])
    assert Refuse(*args, **kwargs).describe() == refusal.describe() == "Refuse UPDATE on t: one"
