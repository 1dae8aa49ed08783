"""One word for each thing: the glossary names every model, and empty words name nothing."""

import ast
import importlib
import re
from collections import Counter, defaultdict

import pytest
from django.apps import apps

from certificates.rules.dossiers import TRANSITIONS
from tests.house.test_sizes import ROOT, kept


APPS = ("accounts", "cms", "certificates", "exams", "courses")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text()
DOMAIN = (ROOT / "docs" / "domain.md").read_text()
EMPTY_WORDS = {"data", "info", "manager", "process", "handle", "util", "helper"}
# Names that somebody else has chosen, and who.
GIVEN_NAMES = {
    "UserManager": "Django calls what makes rows a manager, and looks for it under `objects`",
    "Command.handle": "Django calls this method of every management command",
    ".get_context_data": "Django calls this method of views and components",
    ".process_view": "Django calls this method of a middleware before the view",
    ".get_signup_form_initial_data": "allauth calls this method of its adapter",
    ".handle_starttag": "Python's HTMLParser calls it",
    ".handle_endtag": "Python's HTMLParser calls it",
    ".handle_data": "Python's HTMLParser calls it",
}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
CODE = re.compile(r"`([^`]+)`")
ARROW = re.compile(r"^  (\S+) --> ([^\s:]+)(?:: (.*))?$", re.MULTILINE)
DEFINED = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _rows(text):
    """The cells of each table row, without heads and rules."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line] for line in lines]
    return [row for row in cells if row[0] not in {"Vietnamese", "rule"} and "---" not in row[0]]


def _terms():
    return [row for row in _rows(GLOSSARY) if len(row) == 4]


def _sections():
    """Each heading of the domain's states with its text."""
    states = DOMAIN.split("\n## States\n")[1]
    return dict(part.split("\n", 1) for part in states.split("\n### ")[1:])


def _owned(path):
    """Each statement of a file's body, classes and functions, after the name of what holds it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Module | DEFINED):
            yield from ((getattr(node, "name", ""), child) for child in node.body)


def _names():
    """By owner, the names that the code gives: classes, functions, constants, fields, members."""
    names = defaultdict(set)
    for owner, node in (pair for path in kept(".py") for pair in _owned(path)):
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        names[owner] |= {target.id for target in targets if isinstance(target, ast.Name)}
        names[owner] |= {node.name} if isinstance(node, DEFINED) else set()
    return names


def _is_empty(name):
    words = [word.lower() for word in WORD.findall(name)]
    return any({word, word.removesuffix("s")} & EMPTY_WORDS for word in words)


def test_the_glossary_names_every_model():
    named = {name for row in _terms() for name in CODE.findall(row[2])}
    models = {model.__name__ for app in APPS for model in apps.get_app_config(app).get_models()}
    assert sorted(models - named) == []


def test_every_name_in_the_glossary_exists():
    names = _names()
    claimed = {name.rpartition(".")[::2] for row in _terms() for name in CODE.findall(row[2])}
    assert sorted(".".join(pair) for pair in claimed if pair[1] not in names[pair[0]]) == []


@pytest.mark.parametrize(("column", "language"), [(0, "Vietnamese"), (1, "English")])
def test_a_term_stands_once_in_the_glossary(column, language):
    counts = Counter(row[column].lower() for row in _terms())
    assert [term for term, count in counts.items() if count > 1] == [], language


@pytest.mark.parametrize("path", kept(".py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_name_is_an_empty_word(path):
    defined = [(owner, node.name) for owner, node in _owned(path) if isinstance(node, DEFINED)]
    empty = [f"{owner}.{name}".strip(".") for owner, name in defined if _is_empty(name)]
    assert [name for name in empty if not name.endswith(tuple(GIVEN_NAMES))] == []


@pytest.mark.parametrize("heading", _sections())
def test_a_diagram_has_the_states_of_the_code(heading):
    text = _sections()[heading]
    source, diagram = text.split("```mermaid")[0], text.split("```mermaid")[1].split("```")[0]
    enum = re.search(r"States: `([\w.]+)\.(\w+)`", source)
    of_columns = set(re.findall(r"`(\w+)` \(", source))
    of_code = set(getattr(importlib.import_module(enum[1]), enum[2])) if enum else set()
    drawn = {state for arrow in ARROW.findall(diagram) for state in arrow[:2]} - {"[*]"}
    assert drawn == {getattr(state, "value", state) for state in of_code} | of_columns


def test_the_dossiers_arrows_are_the_table_of_its_rule():
    arrows = {(old, act): new for old, new, act in ARROW.findall(_sections()["Dossier"])}
    drawn = {key: new for key, new in arrows.items() if "[*]" not in {key[0], new}}
    assert drawn == {(old.value, act.value): new.value for (old, act), new in TRANSITIONS.items()}


def test_what_keeps_a_rule_exists():
    files = [*kept(".py"), *ROOT.glob("*/migrations/*.py")]
    code = "\n".join(path.read_text() for path in files if "tests" not in path.parts)
    rows = [row for text in _sections().values() for row in _rows(text)]
    claimed = {name for row in rows for name in CODE.findall(row[1])}
    assert sorted(name for name in claimed if not re.search(rf"\b{name}\b", code)) == []
