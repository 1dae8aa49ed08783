"""Whatever the code records in the audit trail has its words in `accounts/trail/words.py`."""

import ast
import functools
from pathlib import Path

import pytest
from django.utils import translation

from accounts.trail import words
from accounts.trail.forms import TrailForm
from certificates.models.recognised import RecognisedAct
from certificates.models.register import ProposalState
from certificates.models.signing import KeyAct
from certificates.rules.cases import CaseAct
from tests.house.test_sizes import ROOT


# An act that is put together when it is recorded: what it begins with, and what may follow.
FAMILIES = {
    "case.": [act.value for act in CaseAct],
    "key.": KeyAct.values,
    "recognised.": [act.value for act in RecognisedAct],
    "status.": [ProposalState.CONFIRMED.value, ProposalState.REJECTED.value],
}
APPS = ("accounts", "certificates", "cms", "config", "courses", "exams")
# The trail itself, whose `record` takes what others give it.
NOT_RECORDING = {"accounts/audit.py"}
ACT_HERE = (
    "add a line for it to ACTS in accounts/trail/words.py, and its Vietnamese to the catalogue"
)
DETAIL_HERE = (
    "add a line for it to DETAILS in accounts/trail/words.py, and its Vietnamese to the catalogue"
)
FAMILY_HERE = "add what may follow it to FAMILIES in tests/house/test_trail_words.py"


def _sources():
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if "migrations" not in path.parts and name not in NOT_RECORDING:
                yield name, path.read_text()


def _is_record(node):
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and ast.unparse(called) == "audit.record"


def _keyword(call, name):
    return next((each.value for each in call.keywords if each.arg == name), None)


def _given(tree, function, name):
    """Yield what the calls of a function of the same file give for one of its parameters."""
    parameters = [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]
    place = parameters.index(name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == function.name:
            yield _keyword(node, name) or node.args[place]


def _codes(node, tree, function):
    """Yield the codes that an expression can come to."""
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _codes(node.body, tree, function)
        yield from _codes(node.orelse, tree, function)
    elif isinstance(node, ast.JoinedStr):
        first = node.values[0].value
        assert first in FAMILIES, f"{first}…: {FAMILY_HERE}"
        yield from (first + rest for rest in FAMILIES[first])
    else:
        assert isinstance(node, ast.Name), (
            f"{ast.unparse(node)}: write the act as text where it is recorded"
        )
        for given in _given(tree, function, node.id):
            yield from _codes(given, tree, function)


def _recorded_in(text):
    """Yield the acts and the names of details that a source text records."""
    tree = ast.parse(text)
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for call in filter(_is_record, ast.walk(function)):
            acts = set(_codes(_keyword(call, "action"), tree, function))
            detail = _keyword(call, "detail")
            keys = detail.keys if isinstance(detail, ast.Dict) else []
            yield acts, {key.value for key in keys if isinstance(key, ast.Constant)}


@functools.cache
def recorded():
    """Return where each act and each name of a detail is recorded."""
    acts, details = {}, {}
    for path, text in _sources():
        if "audit.record" in text:
            for found, names in _recorded_in(text):
                acts.update(dict.fromkeys(found, path))
                details.update(dict.fromkeys(names, path))
    details.update(dict.fromkeys(TrailForm.base_fields, "accounts/trail/forms.py"))
    return acts, details


def test_every_act_that_is_recorded_has_a_word():
    acts, _details = recorded()
    assert len(acts) > 40
    missing = {act: path for act, path in acts.items() if act not in words.ACTS}
    assert not missing, f"{missing}: {ACT_HERE}"


def test_every_name_inside_an_entry_has_a_word():
    _acts, details = recorded()
    missing = {name: path for name, path in details.items() if name not in words.DETAILS}
    assert not missing, f"{missing}: {DETAIL_HERE}"


@pytest.mark.parametrize("table", [words.ACTS, words.DETAILS], ids=["acts", "details"])
def test_no_two_codes_say_the_same_in_vietnamese(table):
    with translation.override("vi"):
        said = [str(word) for word in table.values()]
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('def f():\n audit.record(action="a.b", detail={"x": 1})', ({"a.b"}, {"x"})),
        ('def f(n):\n audit.record(action="a.b" if n else "a.c")', ({"a.b", "a.c"}, set())),
        (
            'def f():\n g(1, "d.e")\n\ndef g(n, act):\n audit.record(action=act)',
            ({"d.e"}, set()),
        ),
        (
            'def f(state):\n audit.record(action=f"status.{state}")',
            ({"status.confirmed", "status.rejected"}, set()),
        ),
    ],
    ids=["text", "either", "handed on", "made of parts"],
)
def test_the_reading_of_sources_finds_acts_however_they_are_written(source, found):
    assert list(_recorded_in(source)) == [found]


def test_this_file_stands_where_its_messages_say():
    assert Path(__file__).relative_to(ROOT).as_posix() in FAMILY_HERE
    assert (ROOT / "accounts/trail/words.py").exists()
