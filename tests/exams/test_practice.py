"""Lessons practise with questions that can never be live examination items."""

from decimal import Decimal

import pytest
from django.http import QueryDict

from exams import api
from exams.models import Item, Pool
from exams.rules.questions import Kind


pytestmark = pytest.mark.usefixtures("bank")


def test_a_practice_question_comes_in_the_language_asked_for():
    question = api.practice_question("Q001", "en")
    assert question.kind is Kind.SINGLE
    assert question.stem.startswith("Under Decision No. 1322")
    assert [choice.id for choice in question.options] == ["A", "B", "C", "D"]


def test_a_practice_question_carries_no_key():
    assert not {"key", "rationale", "rubric"} & set(vars(api.practice_question("Q001", "vi")))


@pytest.mark.parametrize("code", ["Q002", "Q036", "Q059", "Q999"])
def test_live_and_reserve_items_are_never_given_out(code):
    with pytest.raises(api.UnknownQuestion):
        api.practice_question(code, "vi")


def test_an_item_of_a_sealed_paper_stays_secret_whatever_its_pool_says(form):
    Item.objects.filter(code="Q002").update(pool=Pool.PRACTICE)
    with pytest.raises(api.UnknownQuestion):
        api.practice_question("Q002", "vi")


def test_the_practice_codes_are_those_that_can_be_asked():
    codes = api.practice_codes()
    assert len(codes) == 66 - 26 - 2
    assert all(api.practice_question(code, "en") for code in codes)


@pytest.mark.parametrize(
    ("code", "post", "points", "correct"),
    [
        ("Q001", "Q001-response=C", "1", True),
        ("Q001", "Q001-response=A", "0", False),
        ("Q006", "Q006-response=A&Q006-response=C&Q006-response=E", "2", True),
        ("Q006", "Q006-response=A&Q006-response=C", "0", False),
        ("Q003", "Q003-response=270&Q003-language=vi", "2", True),
        ("Q003", "Q003-response=270,4&Q003-language=vi", "2", True),
        ("Q013", "Q013-response-1=B&Q013-response-2=D&Q013-response-3=A", "1.8", False),
        ("Q030", "", "0", False),
    ],
)
def test_an_answer_from_a_form_is_scored(code, post, points, correct):
    response = api.practice_response(code, QueryDict(post))
    feedback = api.check_practice_answer(code=code, response=response, language="vi")
    assert (feedback.points, feedback.correct) == (Decimal(points), correct)


def test_feedback_says_why_and_what_would_have_been_right():
    feedback = api.check_practice_answer(code="Q003", response=None, language="vi")
    assert feedback.solution == "270 triệu đồng/người/năm"
    assert "48.600 triệu đồng" in feedback.rationale
    assert feedback.max_points == 2


def test_an_answer_that_does_not_fit_the_question_counts_as_none():
    assert api.practice_response("Q001", QueryDict("Q001-response=Z")) is None


@pytest.mark.parametrize("code", ["Q001", "Q006", "Q003", "Q013", "Q030"])
def test_the_model_answer_earns_every_point(code):
    response = api.model_answer(code, "vi")
    assert api.check_practice_answer(code=code, response=response, language="vi").correct
