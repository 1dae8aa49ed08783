"""A small, calm house: short files, functions readable at a glance."""

import ast
import subprocess
from pathlib import Path

import pytest


ROOT = Path(__file__).resolve().parents[2]
FILE_LINES = 400
FUNCTION_LINES = 45


def kept(*endings):
    """The files of the project, without migrations."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *(f"*{e}" for e in endings)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    return sorted(
        {ROOT / name for name in listing if "/migrations/" not in name and (ROOT / name).exists()}
    )


def test_no_file_is_longer_than_a_person_reads():
    long = [
        f"{p.relative_to(ROOT)}: {n}"
        for p in kept(".py", ".html", ".css", ".js", ".sh")
        if (n := len(p.read_text().splitlines())) > FILE_LINES
    ]
    assert long == []


@pytest.mark.parametrize("path", kept(".py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_is_longer_than_a_glance(path):
    tree = ast.parse(path.read_text())
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    ]
    assert long == []


def test_no_drawer_for_everything():
    drawers = {"core", "common", "utils", "helpers", "misc"}
    assert [p for p in kept(".py") if p.stem in drawers or p.parent.name in drawers] == []
