"""Marks stay inside their criterion; a result follows from exact points."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from exams.rules.marking import BadMark, checked_marks, rubric_from, total
from exams.rules.receipts import Received, digest_of, short_code
from exams.rules.results import PartScore, outcome
from tests.exams.factories import OPENS


HIGHEST = [Decimal(3), Decimal(4)]


def test_marks_come_in_halves_and_may_be_missing():
    assert checked_marks(HIGHEST, ["2.5", ""]) == (Decimal("2.5"), None)
    assert checked_marks(HIGHEST, [None, 4]) == (None, Decimal(4))


@pytest.mark.parametrize(
    "given",
    [["3.5", "0"], ["-1", "0"], ["0.25", "0"], ["x", "0"], ["NaN", "0"], ["Infinity", "0"], ["1"]],
)
def test_any_other_mark_is_refused(given):
    with pytest.raises(BadMark):
        checked_marks(HIGHEST, given)


def test_the_total_waits_for_every_criterion():
    assert total([Decimal("2.5"), None]) is None
    assert total([Decimal("2.5"), Decimal(4)]) == Decimal("6.5")
    assert total([]) == 0


@given(st.lists(st.integers(0, 8).map(lambda halves: Decimal(halves) / 2), max_size=5))
def test_every_half_within_the_criterion_is_taken_as_it_is(marks):
    highest = [Decimal(4)] * len(marks)
    assert list(checked_marks(highest, [str(mark) for mark in marks])) == marks


def test_a_rubric_is_read_in_one_language():
    raw = [
        {
            "criterion": {"vi": "Tiêu chí", "en": "Criterion"},
            "points": 2,
            "full_marks": {"vi": "Đủ"},
        }
    ]
    criterion = rubric_from(raw, language="en")[0]
    assert (criterion.number, criterion.text, criterion.full_marks, criterion.partial) == (
        1, "Criterion", "Đủ", "",
    )  # fmt: skip
    assert list(criterion.wholes) == [0, 1, 2]


def _outcome(knowledge, essay, *, of=(44, 20)):
    return outcome(
        knowledge=PartScore(Decimal(knowledge), Decimal(of[0])),
        essay=PartScore(Decimal(essay), Decimal(of[1])),
        pass_percent=70,
        part_percent=50,
    )


@pytest.mark.parametrize(
    ("knowledge", "essay", "percent", "passed"),
    [
        ("44", "20", "100", True),
        ("34.8", "10", "70", True),
        ("34.79", "10", "69.98", False),
        ("44", "9.5", "83.59", False),
        ("21.5", "20", "64.84", False),
        ("0", "0", "0", False),
    ],
)
def test_the_whole_and_each_part_must_reach_their_mark(knowledge, essay, percent, passed):
    found = _outcome(knowledge, essay)
    assert (found.percent, found.passed) == (Decimal(percent), passed)


def test_a_part_without_questions_is_reached_by_everyone():
    found = _outcome("44", "0", of=(44, 0))
    assert found.passed
    assert found.essay.percent == 100


@given(st.decimals(0, 44, places=2), st.decimals(0, 20, places=2))
def test_a_shown_percentage_never_reads_better_than_the_decision(knowledge, essay):
    found = _outcome(knowledge, essay)
    assert 0 <= found.percent <= 100
    if found.percent < 70:
        assert not found.passed


def test_the_digest_is_of_the_answers_and_of_nothing_else():
    assert digest_of({1: "A", 2: None}) == digest_of({1: "A"})
    assert digest_of({1: "A"}) != digest_of({1: "B"})
    assert digest_of({1: "A", 2: "B"}) == digest_of({2: "B", 1: "A"})


def test_a_code_can_be_read_aloud():
    assert short_code(b"\x00" * 32) == "0000-0000-0000-0000"
    assert short_code(b"\xff" * 32) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"


def test_the_signed_statement_names_every_fact_and_an_absolute_time():
    received = Received(attempt="a", events=3, answered=2, digest="d", at=OPENS)
    assert received.statement == "a|3|2|d|2026-11-23T01:00:00.000000+00:00"
    later = Received(
        attempt="a", events=3, answered=2, digest="d", at=OPENS + timedelta(microseconds=1)
    )
    assert later.statement != received.statement
