from hypothesis import given, strategies as st

from certificates.rules.council import signers, tally
from certificates.rules.decisions import Outcome, Ties, conflicts


VOTES = st.lists(st.sampled_from(Outcome), max_size=15)


@given(VOTES, st.integers(1, 9))
def test_an_outcome_has_the_quorum_and_more_than_half_of_the_votes(votes, quorum):
    outcome = tally(votes, quorum=quorum)
    if outcome is None:
        half = len(votes) / 2
        assert len(votes) < quorum or all(votes.count(each) <= half for each in Outcome)
    else:
        assert len(votes) >= quorum
        assert votes.count(outcome) > len(votes) - votes.count(outcome)


@given(VOTES, st.integers(1, 9))
def test_the_order_of_the_votes_is_nothing(votes, quorum):
    assert tally(votes, quorum=quorum) == tally(votes[::-1], quorum=quorum)


def test_half_and_half_decides_nothing():
    assert tally([Outcome.GRANT, Outcome.REFUSE], quorum=2) is None
    assert tally([Outcome.REFUSE], quorum=1) == Outcome.REFUSE


@given(
    st.dictionaries(st.integers(0, 20), st.sets(st.integers(1, 6))),
    st.lists(st.integers(1, 6), unique=True),
)
def test_every_line_is_signed_by_the_first_who_is_free_on_it(free, order):
    found = signers(free, order=order)
    given_out = [line for lines in found.values() for line in lines]
    assert len(given_out) == len(set(given_out))
    assert set(given_out) == {line for line, members in free.items() if members & set(order)}
    for signer, lines in found.items():
        before = set(order[: order.index(signer)])
        assert all(signer in free[line] and not free[line] & before for line in lines)


def test_a_declared_tie_is_a_conflict():
    from datetime import date

    assert [each.value for each in conflicts(Ties(declared=True), on=date(2026, 5, 14))] == [
        "decision_by_declared"
    ]
