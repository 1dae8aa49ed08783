from datetime import date
from decimal import Decimal

from hypothesis import given, strategies as st

from certificates.rules.requirements import Kind, Proof, Requirement, checklist, reached, unmet


DAY = date(2026, 5, 14)


def need(kind=Kind.TRAINING_HOURS, minimum=32, reference=""):
    return Requirement(kind, reference, Decimal(minimum), "Yêu cầu", "Requirement")


def proof(value, kind=Kind.TRAINING_HOURS, reference="C01", on=date(2026, 1, 1)):
    return Proof(kind, reference, Decimal(value), on)


def test_hours_of_several_courses_add_up():
    assert reached(need(), [proof(12), proof(20, reference="C04")], on=DAY) == 32


def test_of_several_exams_the_best_counts():
    scores = [proof(71, Kind.EXAM, "EX"), proof(86, Kind.EXAM, "EX"), proof(80, Kind.EXAM, "EX")]
    assert reached(need(Kind.EXAM, 70, "EX"), scores, on=DAY) == 86


def test_another_exam_does_not_count():
    assert reached(need(Kind.EXAM, 70, "EX"), [proof(99, Kind.EXAM, "OTHER")], on=DAY) == 0


def test_what_comes_later_does_not_count_yet():
    assert reached(need(), [proof(40, on=date(2026, 5, 15))], on=DAY) == 0


def test_a_check_says_what_is_missing():
    short, met = checklist([need(), need(minimum=10)], [proof(12)], on=DAY)
    assert (short.met, short.missing) == (False, 20)
    assert (met.met, met.missing) == (True, 0)
    assert unmet([short, met]) == [short.need]


@given(st.lists(st.integers(0, 50)), st.integers(0, 60))
def test_more_evidence_never_harms(values, more):
    proofs = [proof(value) for value in values]
    assert reached(need(), [*proofs, proof(more)], on=DAY) >= reached(need(), proofs, on=DAY)
