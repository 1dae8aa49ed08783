from itertools import product

import pytest

from certificates.rules.dossiers import OPEN, TRANSITIONS, Act, OutOfTurn, State, after


@pytest.mark.parametrize(("state", "act"), list(product(State, Act)))
def test_an_act_leads_on_or_is_out_of_turn(state, act):
    if (state, act) in TRANSITIONS:
        assert after(state, act) == TRANSITIONS[state, act]
    else:
        with pytest.raises(OutOfTurn) as problem:
            after(state, act)
        assert (problem.value.state, problem.value.act) == (state, act)


def test_nothing_leads_out_of_a_settled_dossier():
    assert {state for state, _act in TRANSITIONS} == OPEN


def test_only_an_eligible_dossier_is_decided():
    assert [state for state, act in TRANSITIONS if act in {Act.GRANT, Act.REFUSE}] == [
        State.ELIGIBLE
    ] * 2
