"""However a network repeats and delays requests, the newest answer of a writer stands."""

from itertools import pairwise

from hypothesis import given, strategies as st

from exams.rules.saving import Arrival, sort_out


arrivals = st.builds(
    Arrival,
    seq=st.integers(min_value=1, max_value=12),
    position=st.integers(min_value=1, max_value=3),
    response=st.sampled_from(["A", "B", None]),
    fault=st.sampled_from(["", "", "wrong_shape"]),
)
histories = st.lists(arrivals, min_size=1, max_size=12, unique_by=lambda arrival: arrival.seq).map(
    lambda found: sorted(found, key=lambda arrival: arrival.seq)
)


def test_what_is_not_newer_is_a_duplicate():
    todo = sort_out([Arrival(3, 1, "A"), Arrival(4, 1, "B")], stored=4)
    assert (todo.fresh, todo.newest, todo.acked) == ((), {}, 4)


def test_an_ill_formed_arrival_is_stored_but_never_stands():
    good, bad = Arrival(1, 1, "A"), Arrival(2, 1, None, fault="wrong_shape")
    todo = sort_out([bad, good], stored=0)
    assert (todo.fresh, todo.newest, todo.acked) == ((good, bad), {1: good}, 2)


@given(history=histories, cuts=st.lists(st.integers(0, 12), max_size=4), repeats=st.data())
def test_replaying_batches_with_late_repeats_gives_the_newest_of_each_question(
    history, cuts, repeats
):
    edges = sorted({0, len(history), *(cut for cut in cuts if cut < len(history))})
    batches = [history[a:b] for a, b in pairwise(edges)]
    stored, standing, sent = 0, {}, []
    for batch in batches:
        sent.append(batch)
        late = repeats.draw(st.lists(st.sampled_from(sent), max_size=2))
        for request in [batch, *late]:
            todo = sort_out(request, stored=stored)
            assert todo.acked >= stored
            stored = todo.acked
            standing |= todo.newest
    assert standing == {one.position: one for one in history if not one.fault}
    assert stored == history[-1].seq
