"""A response always has the shape of its question."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from exams.rules.questions import (
    BadResponse,
    Choice,
    Kind,
    Question,
    checked,
    count_words,
    is_answered,
    question_from,
    response_from,
    text_in,
)


OPTIONS = tuple(Choice(name, f"Phương án {name}") for name in "ABC")
LEFT = tuple(Choice(name, f"Vế {name}") for name in "12")


def question(kind, **extra):
    return Question(code="Q", kind=kind, stem="?", points=Decimal(2), options=OPTIONS, **extra)


SINGLE, MULTIPLE, ORDERING = (
    question(Kind.SINGLE),
    question(Kind.MULTIPLE),
    question(Kind.ORDERING),
)
NUMERIC, ESSAY = question(Kind.NUMERIC), question(Kind.ESSAY)
MATCHING = question(Kind.MATCHING, left=LEFT, right=OPTIONS)
EVERY = [SINGLE, MULTIPLE, ORDERING, NUMERIC, ESSAY, MATCHING]


@pytest.mark.parametrize(
    ("asked", "given", "normal"),
    [
        (SINGLE, "B", "B"),
        (SINGLE, "", None),
        (MULTIPLE, ["C", "A", "A"], ["A", "C"]),
        (MULTIPLE, [], None),
        (NUMERIC, {"text": " 4,5 ", "language": "vi"}, {"text": "4,5", "language": "vi"}),
        (NUMERIC, {"text": " ", "language": "en"}, None),
        (MATCHING, {"1": "A", "2": ""}, {"1": "A"}),
        (MATCHING, {}, None),
        (ORDERING, ["B", "", "A"], ["B", "", "A"]),
        (ORDERING, [], None),
        (ORDERING, ["", "", ""], None),
        (ESSAY, "Một\r\nhai", "Một\nhai"),
        (ESSAY, "  \n", None),
        (ESSAY, None, None),
    ],
)
def test_a_fitting_response_gets_its_normal_form(asked, given, normal):
    assert checked(asked, given) == normal


@pytest.mark.parametrize(
    ("asked", "given", "reason"),
    [
        (SINGLE, ["A"], "wrong_shape"),
        (SINGLE, "Z", "unknown_choice"),
        (MULTIPLE, "A", "wrong_shape"),
        (MULTIPLE, [1], "wrong_shape"),
        (MULTIPLE, ["Z"], "unknown_choice"),
        (NUMERIC, "4", "wrong_shape"),
        (NUMERIC, {"text": 4, "language": "vi"}, "wrong_shape"),
        (NUMERIC, {"text": "4", "language": "fr"}, "wrong_shape"),
        (NUMERIC, {"text": "4" * 41, "language": "vi"}, "too_long"),
        (MATCHING, ["A"], "wrong_shape"),
        (MATCHING, {"9": "A"}, "unknown_choice"),
        (MATCHING, {"1": 2}, "wrong_shape"),
        (MATCHING, {"1": "Z"}, "unknown_choice"),
        (ORDERING, "ABC", "wrong_shape"),
        (ORDERING, [1, 2, 3], "wrong_shape"),
        (ORDERING, ["A"], "wrong_shape"),
        (ORDERING, ["A", "B", "Z"], "unknown_choice"),
        (ESSAY, 5, "wrong_shape"),
        (ESSAY, "a\x00b", "wrong_shape"),
        (ESSAY, "a" * 20_001, "too_long"),
    ],
)
def test_any_other_response_is_refused_with_its_reason(asked, given, reason):
    with pytest.raises(BadResponse, match=reason):
        checked(asked, given)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from("ABC12"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(asked=st.sampled_from(EVERY), response=anything)
def test_whatever_comes_is_normal_after_one_check_or_refused(asked, response):
    try:
        once = checked(asked, response)
    except BadResponse:
        return
    assert checked(asked, once) == once


@pytest.mark.parametrize(
    ("asked", "response", "complete"),
    [
        (SINGLE, None, False),
        (SINGLE, "A", True),
        (MATCHING, {"1": "A"}, False),
        (MATCHING, {"1": "A", "2": "B"}, True),
        (ORDERING, ["A", "", "B"], False),
        (ORDERING, ["A", "C", "B"], True),
        (ESSAY, "x", True),
    ],
)
def test_answered_means_that_nothing_is_missing(asked, response, complete):
    assert is_answered(asked, response) is complete


@pytest.mark.parametrize(
    ("asked", "fields", "response"),
    [
        (SINGLE, {"p-response": ["B"]}, "B"),
        (SINGLE, {}, ""),
        (MULTIPLE, {"p-response": ["A", "C"]}, ["A", "C"]),
        (NUMERIC, {"p-response": ["4"], "p-language": ["en"]}, {"text": "4", "language": "en"}),
        (NUMERIC, {"p-response": ["4"]}, {"text": "4", "language": "vi"}),
        (MATCHING, {"p-response-1": ["A"]}, {"1": "A", "2": ""}),
        (ORDERING, {"p-response-2": ["C"]}, ["", "C", ""]),
        (ESSAY, {"p-response": ["Bài"]}, "Bài"),
    ],
)
def test_a_posted_form_says_the_same_as_the_script(asked, fields, response):
    assert response_from(asked, fields, "p") == response


def test_a_stored_body_is_shown_in_the_language_asked_for():
    body = {
        "stem": {"vi": "Hỏi", "en": "Ask"},
        "options": [{"id": "A", "vi": "Một", "en": "One"}],
        "unit": {"vi": "giây"},
        "decimals": 1,
    }
    shown = question_from(body, code="Q", kind="numeric", points=Decimal(1), language="en")
    assert (shown.stem, shown.options[0].text, shown.unit) == ("Ask", "One", "giây")
    assert text_in(None, "vi") == ""


def test_words_stand_between_spaces():
    assert count_words(" Năng suất \n chất lượng ") == 4
