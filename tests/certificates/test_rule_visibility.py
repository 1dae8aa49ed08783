"""What of a certificate is public: only what its holder chose, and the last word counts."""

import pytest
from hypothesis import given, strategies as st

from certificates.rules.visibility import (
    Choice,
    Purpose,
    changes,
    has_enough_letters,
    in_force,
    shown,
)


purposes = st.frozensets(st.sampled_from(Purpose))
histories = st.lists(st.builds(Choice, st.sampled_from(Purpose), st.booleans()))


def test_nobody_is_listed_who_has_said_nothing():
    assert in_force([]) == frozenset()


@given(histories, purposes)
def test_the_words_added_bring_about_what_is_wanted_and_no_word_is_idle(history, wanted):
    before = in_force(history)
    added = changes(before, wanted)
    assert in_force([*history, *added]) == wanted
    assert len(added) == len(before ^ wanted)
    assert changes(wanted, wanted) == []


@given(histories)
def test_without_being_listed_nothing_else_is_shown(history):
    seen = shown(in_force([*history, Choice(Purpose.LISTED, granted=False)]))
    assert seen == frozenset()
    assert shown(in_force([*history, Choice(Purpose.LISTED, granted=True)])) >= {Purpose.LISTED}


@pytest.mark.parametrize(
    ("words", "enough"),
    [(["ẩn"], False), (["vũ", "a"], True), (["an"], False), (["123456"], False), (["đạt"], True)],
)
def test_a_name_needs_three_letters(words, enough):
    assert has_enough_letters(words) is enough
