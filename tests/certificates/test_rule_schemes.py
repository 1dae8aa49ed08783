"""What a draft lacks, what it changes, and how versions are called."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from certificates.rules.progress import Level
from certificates.rules.schemes import Change, Draft, Gap, changes, gaps, next_label


TODAY = date(2026, 11, 23)
WHOLE = Draft(
    level=Level.NATIONAL,
    texts=("Chuyên gia", "Expert", "Tư vấn", "Advises"),
    conduct_vi=("Trung thực",),
    conduct_en=("Honest",),
    fields=1,
    requirements=1,
    competences=1,
    body=("", "", "", ""),
    job_analysis="Khảo sát 40 chuyên gia",
    job_analysis_on=TODAY,
    review_on=date(2029, 11, 23),
    participants="Hội đồng, doanh nghiệp",
)
BODY = ("APO", "Nhật Bản", "https://www.apo-tokyo.org", "Thỏa thuận 12/2026")


def test_a_whole_draft_lacks_nothing():
    assert gaps(WHOLE, on=TODAY) == []


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"texts": ("Chuyên gia", " ", "Tư vấn", "Advises")}, Gap.TEXT),
        ({"fields": 0}, Gap.FIELD),
        ({"requirements": 0}, Gap.REQUIREMENT),
        ({"competences": 0}, Gap.COMPETENCE),
        ({"conduct_vi": (), "conduct_en": ()}, Gap.CONDUCT_UNEVEN),
        ({"conduct_en": ("Honest", "Fair")}, Gap.CONDUCT_UNEVEN),
        ({"level": Level.REGIONAL}, Gap.BODY),
        ({"level": Level.INTERNATIONAL, "body": (*BODY[:3], "")}, Gap.BODY),
        ({"job_analysis": " "}, Gap.JOB_ANALYSIS),
        ({"job_analysis_on": None}, Gap.JOB_ANALYSIS),
        ({"job_analysis_on": date(2026, 11, 24)}, Gap.JOB_ANALYSIS),
        ({"review_on": None}, Gap.JOB_ANALYSIS_REVIEW),
        ({"review_on": TODAY}, Gap.JOB_ANALYSIS_REVIEW),
        ({"participants": ""}, Gap.PARTICIPANTS),
    ],
)
def test_what_is_lacking_is_named(change, gap):
    assert gaps(replace(WHOLE, **change), on=TODAY) == [gap]


@pytest.mark.parametrize("level", [Level.REGIONAL, Level.INTERNATIONAL])
def test_a_higher_level_with_its_body_lacks_nothing(level):
    assert gaps(replace(WHOLE, level=level, body=BODY), on=TODAY) == []


def test_only_what_differs_is_a_change():
    before = {"name": ["A"], "conduct": ["one", "two"], "scope": ["s"]}
    after = {"name": ["A"], "conduct": ["two", "three"], "scope": ["s"]}
    assert changes(before, after) == [Change("conduct", ("one",), ("three",))]


def test_another_order_is_a_change_too():
    assert changes({"c": ["1", "2"]}, {"c": ["2", "1"]}) == [Change("c", (), (), moved=True)]


def test_of_nothing_everything_is_new():
    assert changes({}, {"name": ["A"], "proposed": []}) == [Change("name", (), ("A",))]


LINES = st.lists(st.sampled_from("abcde"), unique=True)


@given(LINES, LINES)
def test_a_change_leads_from_the_one_to_the_other(before, after):
    found = changes({"x": before}, {"x": after})
    assert bool(found) == (before != after)
    for change in found:
        assert set(before) - set(change.removed) | set(change.added) == set(after)


def test_the_first_free_label_is_taken():
    assert next_label([], year=2027) == "2027-1"
    assert next_label(["2026-1", "2026-2", "2025-9"], year=2026) == "2026-3"
