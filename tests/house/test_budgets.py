"""What a page may weigh before anyone opens it on an old phone."""

import re

import pytest

from tests.house.test_sizes import ROOT


def _dense(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"\s*([{}:;,>])\s*", r"\1", text))


def test_style_sheets_weigh_at_most_30_kilobytes():
    sheets = sorted((ROOT / "static" / "css").glob("*.css"))
    assert {sheet.stem for sheet in sheets} == {
        "layers",
        "tokens",
        "base",
        "layout",
        "components",
        "print",
    }
    assert sum(len(_dense(sheet.read_text()).encode()) for sheet in sheets) <= 30 * 1024


@pytest.mark.parametrize(
    "script", sorted((ROOT / "static" / "js").glob("*.js")), ids=lambda path: path.name
)
def test_each_script_weighs_at_most_15_kilobytes(script):
    assert len(script.read_bytes()) <= 15 * 1024
