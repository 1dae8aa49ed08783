"""What a page may weigh before anyone opens it on an old phone."""

import re

import pytest

from tests.house.test_sizes import ROOT


def _dense(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"\s*([{}:;,>])\s*", r"\1", text))


SHEETS = ROOT / "static" / "css"
EVERYWHERE = {"layers", "tokens", "base", "layout", "components", "print"}
# what one kind of page loads besides: the front door; a course; lessons and exam room; desks; the desks of exams; schemes being written; the gallery; verification
BESIDES = (
    ("home",),
    ("course",),
    ("work",),
    ("desk",),
    ("desk", "work"),
    ("desk", "scheme"),
    ("work", "gallery"),
    ("verify",),
)


def test_every_style_sheet_is_somebodys():
    assert {sheet.stem for sheet in SHEETS.glob("*.css")} == EVERYWHERE.union(*BESIDES)


@pytest.mark.parametrize("besides", BESIDES, ids=" and ".join)
def test_the_style_sheets_of_a_page_weigh_at_most_30_kilobytes(besides):
    sheets = [SHEETS / f"{name}.css" for name in sorted(EVERYWHERE.union(besides))]
    assert sum(len(_dense(sheet.read_text()).encode()) for sheet in sheets) <= 30 * 1024


@pytest.mark.parametrize(
    "script", sorted((ROOT / "static" / "js").glob("*.js")), ids=lambda path: path.name
)
def test_each_script_weighs_at_most_15_kilobytes(script):
    assert len(script.read_bytes()) <= 15 * 1024
