"""The door to examinations for the apps above: practice questions, and the makings of a sitting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias, cast

from django.http import QueryDict

from accounts.models import User
from exams.models import Attempt, Exam, Script
from exams.rules import questions, scoring
from exams.rules.questions import BadResponse, Choice, Response
from exams.selectors.practice import UnknownQuestion, practice_codes, practice_version
from exams.services.bank import load_items
from exams.services.closing import close_overdue
from exams.services.demonstration import made_up_answers, record_attempt, right_answer
from exams.services.marking import save_mark
from exams.services.papers import load_exam
from exams.services.results import release_results, send_result_notices
from exams.services.sittings import create_sitting


PracticeQuestion: TypeAlias = questions.Question


@dataclass(frozen=True)
class PracticeFeedback:
    """What a practice answer earned, and why."""

    correct: bool
    points: Decimal
    max_points: Decimal
    rationale: str
    solution: str


def practice_question(code: str, language: str) -> PracticeQuestion:
    """Return a question of the practice pool without its key; raise UnknownQuestion for any other."""
    return practice_version(code).question(language, code=code)


def practice_response(code: str, post: QueryDict) -> Response:
    """
    Return the answer that a posted form gives, in its normal form.

    The fields are those of `exams/question_fields.html` with the code as prefix. Returns None when
    nothing is answered or what came does not fit the question; raises UnknownQuestion.
    """
    question = practice_question(code, "vi")
    fields = cast("Mapping[str, Sequence[str]]", dict(post.lists()))
    try:
        return questions.checked(question, questions.response_from(question, fields, code))
    except BadResponse:
        return None


def check_practice_answer(*, code: str, response: Response, language: str) -> PracticeFeedback:
    """Return what the answer earns with the reason, in the language; raise UnknownQuestion."""
    version = practice_version(code)
    question = version.question(language, code=code)
    key = version.answer_key()
    earned = scoring.score(question.kind, key, response, points=version.points)
    return PracticeFeedback(
        correct=earned.correct,
        points=earned.points,
        max_points=version.points,
        rationale=questions.text_in(version.rationale, language),
        solution=scoring.solution(question, key),
    )


def model_answer(code: str, language: str) -> Response:
    """Return the right answer to a question of the practice pool; raise UnknownQuestion for any other."""
    version = practice_version(code)
    return right_answer(version.question(language, code=code), version.answer_key())


def exam_codes() -> set[str]:
    """Return the codes of all examinations, which requirements of schemes may name."""
    return set(Exam.objects.values_list("code", flat=True))


def mark_scripts(
    *, attempt: Attempt, examiner: User, share: Decimal, comment: str, at: datetime
) -> None:
    """
    Mark every unmarked script of an attempt, each criterion with about that share of its points.

    For demonstrations; goes through the same service as the desk and raises what it raises.
    """
    scripts = Script.objects.filter(attempt=attempt, marked_at=None)
    for script in scripts.select_related("form_item__version__item"):
        highest = script.form_item.version.highest_marks
        given = [(limit * share * 2).quantize(Decimal(1)) / 2 for limit in highest]
        save_mark(
            script=script, examiner=examiner, given=given, comment=comment, submit=True, at=at
        )


__all__ = [
    "BadResponse",
    "Choice",
    "PracticeFeedback",
    "PracticeQuestion",
    "Response",
    "UnknownQuestion",
    "check_practice_answer",
    "close_overdue",
    "create_sitting",
    "exam_codes",
    "load_exam",
    "load_items",
    "made_up_answers",
    "mark_scripts",
    "model_answer",
    "practice_codes",
    "practice_question",
    "practice_response",
    "record_attempt",
    "release_results",
    "send_result_notices",
]
