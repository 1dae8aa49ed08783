"""A paper holds what its blueprint promises."""

import pytest

from exams.rules.blueprints import Cell, Entry, Fault, Level, Part, Place, gaps, part_of


LEAN = Place(Part.KNOWLEDGE, "C04", Level.APPLY)
CASE = Place(Part.ESSAY, "C04", Level.JUDGE)
CELLS = [Cell(LEAN, 1, 2), Cell(CASE, 1, 1)]


def entry(code, place=LEAN, pool="exam", **extra):
    return Entry(code, place, pool, **extra)


def test_a_fitting_list_has_no_gaps():
    assert gaps(CELLS, [entry("Q1"), entry("Q2"), entry("Q3", CASE)]) == []


@pytest.mark.parametrize(
    ("entries", "faults"),
    [
        ([entry("Q1")], [Fault.TOO_FEW]),
        ([entry("Q1"), entry("Q2"), entry("Q4"), entry("Q3", CASE)], [Fault.TOO_MANY]),
        ([entry("Q1"), entry("Q1"), entry("Q3", CASE)], [Fault.REPEATED]),
        ([entry("Q1", pool="practice"), entry("Q3", CASE)], [Fault.WRONG_POOL]),
        ([entry("Q1", usable=False), entry("Q3", CASE)], [Fault.NOT_ACTIVE]),
        (
            [
                entry("Q1"),
                entry("Q3", CASE),
                entry("Q5", Place(Part.KNOWLEDGE, "C09", Level.KNOW)),
            ],
            [Fault.UNPLANNED],
        ),
    ],
)
def test_every_difference_is_named(entries, faults):
    found = gaps(CELLS, entries)
    assert [gap.fault for gap in found] == faults


def test_a_gap_reads_as_what_is_found_and_wanted():
    assert str(gaps(CELLS, [entry("Q1")])[0]) == "essay/C04/judge: too_few (0, 1)"


def test_essays_are_a_part_of_their_own():
    assert (part_of("essay"), part_of("numeric")) == (Part.ESSAY, Part.KNOWLEDGE)
