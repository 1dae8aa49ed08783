"""What a response is worth."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from exams.rules.questions import Choice, Kind, Question
from exams.rules.scoring import Key, key_from, score, solution


PAIRS = {"1": "B", "2": "A", "3": "C"}
NUMBER = Key(value=Decimal("41.4"), tolerance=Decimal("0.1"))


@pytest.mark.parametrize(
    ("kind", "key", "response", "points"),
    [
        (Kind.SINGLE, Key(choices=("C",)), "C", "3"),
        (Kind.SINGLE, Key(choices=("C",)), "A", "0"),
        (Kind.SINGLE, Key(choices=("C",)), None, "0"),
        (Kind.MULTIPLE, Key(choices=("A", "C")), ["C", "A"], "3"),
        (Kind.MULTIPLE, Key(choices=("A", "C")), ["A"], "0"),
        (Kind.MULTIPLE, Key(choices=("A", "C")), None, "0"),
        (Kind.NUMERIC, NUMBER, {"text": "41,5", "language": "vi"}, "3"),
        (Kind.NUMERIC, NUMBER, {"text": "41,51", "language": "vi"}, "0"),
        (Kind.NUMERIC, NUMBER, {"text": "bốn mốt", "language": "vi"}, "0"),
        (Kind.NUMERIC, NUMBER, None, "0"),
        (Kind.MATCHING, Key(pairs=PAIRS), PAIRS, "3"),
        (Kind.MATCHING, Key(pairs=PAIRS), {"1": "B"}, "1"),
        (Kind.MATCHING, Key(pairs=PAIRS), None, "0"),
        (Kind.ORDERING, Key(choices=("B", "A")), ["B", "A"], "3"),
        (Kind.ORDERING, Key(choices=("B", "A")), ["A", "B"], "0"),
    ],
)
def test_a_response_earns_its_points(kind, key, response, points):
    earned = score(kind, key, response, points=Decimal(3))
    assert earned.points == Decimal(points)
    assert earned.correct is (earned.points == 3)


def test_a_share_is_rounded_to_a_hundredth():
    assert score(Kind.MATCHING, Key(pairs=PAIRS), {"1": "B"}, points=Decimal(2)).points == Decimal(
        "0.67"
    )


def test_people_mark_essays():
    with pytest.raises(KeyError):
        score(Kind.ESSAY, Key(), "Bài viết", points=Decimal(10))


@given(
    joined=st.dictionaries(st.sampled_from("123"), st.sampled_from("ABC")),
    points=st.integers(min_value=1, max_value=10),
)
def test_points_stay_between_nothing_and_all(joined, points):
    earned = score(Kind.MATCHING, Key(pairs=PAIRS), joined, points=Decimal(points))
    assert 0 <= earned.points <= points
    assert earned.correct is (joined == PAIRS)


def _question(kind, **extra):
    choices = (Choice("A", "một"), Choice("B", "hai"))
    return Question(code="Q", kind=kind, stem="?", points=Decimal(1), options=choices, **extra)


@pytest.mark.parametrize(
    ("question", "key", "words"),
    [
        (_question(Kind.SINGLE), Key(choices=("B",)), "B. hai"),
        (_question(Kind.MULTIPLE), Key(choices=("A", "B")), "A. một; B. hai"),
        (_question(Kind.NUMERIC, unit="giây", decimals=1), NUMBER, "41,4 giây"),
        (_question(Kind.ORDERING), Key(choices=("B", "A")), "hai → một"),
        (
            _question(Kind.MATCHING, left=(Choice("1", "trái"),), right=(Choice("A", "phải"),)),
            Key(pairs={"1": "A"}),
            "trái – phải",
        ),
        (_question(Kind.ESSAY), Key(), ""),
    ],
)
def test_the_right_answer_in_words(question, key, words):
    assert solution(question, key) == words


def test_a_stored_key_keeps_its_digits():
    assert key_from({"value": "41.4", "tolerance": "0.1"}) == NUMBER
