"""Nobody counts twice, whichever way two certificates are held."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from certificates.rules.progress import (
    HIGHER,
    PERIODS,
    Counting,
    Level,
    Recognised,
    Tally,
    persons,
    recognised_counting,
)


FIRST, SECOND = (period.code for period in PERIODS)


def held(key, on=date(2026, 5, 14), account=None, **facts):
    facts = {"scheme": "APO-PS-101", "level": Level.REGIONAL, "name": "nguyễn văn an", "birth_year": 1980} | facts  # fmt: skip
    return Recognised(key=key, issued_on=on, account=account, **facts)


def test_a_recognised_certificate_counts_its_person_in_its_period():
    assert recognised_counting([held(1)]) == {1: Counting(SECOND, SECOND)}
    assert recognised_counting([held(1, date(2020, 1, 1))]) == {1: Counting()}


def test_a_renewal_counts_nowhere_and_another_scheme_in_the_next_period_does():
    entries = [held(1, date(2023, 1, 1)), held(2), held(3, scheme="CMC")]
    assert recognised_counting(entries) == {
        1: Counting(FIRST, FIRST),
        2: Counting(),
        3: Counting(SECOND, SECOND),
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, True),
        ({}, {"birth_year": 1981}, False),
        ({}, {"name": "nguyễn văn ân"}, False),
        ({"account": 7}, {}, True),
        ({"account": 7}, {"account": 7, "name": "nguyen van an", "birth_year": 1999}, True),
        ({"account": 7}, {"account": 8}, False),
    ],
)
def test_who_is_the_same_person(one, other, same):
    whose = persons([held(1, **one), held(2, **other)])
    assert (whose[1] == whose[2]) is same


def test_of_two_namesakes_with_accounts_an_unlinked_entry_is_one_of_them():
    whose = persons([held(1, account=8), held(2, account=7), held(3)])
    assert whose[3] == 7


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["APO-PS-101", "CMC", "APS"]),
        st.sampled_from(list(HIGHER)),
        st.dates(date(2020, 1, 1), date(2031, 12, 31)),
        st.sampled_from(["an", "bình"]),
        st.sampled_from([1980, 1981]),
        st.sampled_from([None, 1, 2]),
    ),
    max_size=12,
)


@given(ENTRIES)
def test_nobody_counts_twice_in_a_period_however_many_certificates_they_hold(rows):
    entries = [
        Recognised(key, scheme, level, day, name, year, account)
        for key, (scheme, level, day, name, year, account) in enumerate(rows)
    ]
    counts, whose = recognised_counting(entries), persons(entries)
    assert counts.keys() == whose.keys()
    for code in (FIRST, SECOND):
        every = [whose[key] for key, where in counts.items() if where.period == code]
        higher = [whose[key] for key, where in counts.items() if where.higher_period == code]
        assert len(every) == len(set(every))
        assert len(higher) == len(set(higher))
        assert set(higher) <= set(every)


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_together_is_the_number_of_different_people(register, recognised):
    tally = Tally(len(register), len(recognised), len(register & recognised))
    assert tally.together == len(register | recognised)
    assert tally.added == len(recognised - register)
