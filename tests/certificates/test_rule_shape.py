"""How a document is built is counted in one pass, and the counting itself never takes long."""

import pytest
from hypothesis import given, settings, strategies as st

from certificates.rules import shape
from certificates.rules.shape import MOST_PARTS, MOST_VALUES, Shape, shape_of


SMALL = Shape(levels=2, parts=1, values=1, types=1, alike=1, plain=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=40,
)  # fmt: skip


def test_what_is_counted():
    document = {
        "id": "urn:x:1",
        "type": ["A", "B"],
        "part": [{"type": "C", "name": "x"}, {"type": "C"}, {"id": "urn:x:2"}],
    }
    assert shape_of(document) == Shape(levels=4, parts=4, values=9, types=4, alike=2, plain=True)


@pytest.mark.parametrize(
    "part",
    [
        {"@context": {"a": "urn:x:a"}},
        {"@context": ["urn:x:1", {"a": "urn:x:a"}]},
        {"@graph": []},
        {"inside": {"@context": "urn:x:1"}},
        {"urn:x:name": 1},
        {"name": "_:b0"},
        {"inside": [{"id": "_:b0"}]},
    ],
)
def test_a_vocabulary_of_its_own_and_names_for_the_nameless_are_not_plain(part):
    assert not shape_of(part).plain
    assert not shape_of(part).is_ours
    assert shape_of(part).is_readable


@pytest.mark.parametrize(
    ("name", "most", "property_"),
    [
        ("levels", shape.DEEPEST, "is_readable"),
        ("parts", MOST_PARTS, "is_readable"),
        ("values", MOST_VALUES, "is_readable"),
        ("levels", shape.DEEPEST_SIGNED, "is_ours"),
        ("parts", shape.MOST_SIGNED_PARTS, "is_ours"),
        ("values", shape.MOST_SIGNED_VALUES, "is_ours"),
        ("types", shape.MOST_TYPES, "is_ours"),
        ("alike", shape.MOST_ALIKE, "is_ours"),
    ],
)
def test_each_limit_holds_by_itself(name, most, property_):
    assert getattr(Shape(**{**vars(SMALL), name: most}), property_)
    assert not getattr(Shape(**{**vars(SMALL), name: most + 1}), property_)


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=5))
@settings(max_examples=40)
def test_every_document_has_a_shape_and_the_same_in_any_order(document):
    backwards = dict(reversed(document.items()))
    assert shape_of(document) == shape_of(backwards)
    assert shape_of(document).parts >= 1


@pytest.mark.parametrize("many", [[{}] * 500_000, [1] * 500_000, [[[]] * 9_000] * 9_000])
def test_counting_ends_once_there_is_too_much(many):
    found = shape_of({"a": many, "b": many})
    assert not found.is_readable
    assert found.parts <= MOST_PARTS + 1
    assert found.values <= MOST_VALUES + 1
