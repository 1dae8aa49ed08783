"""The typeface: small for the web, complete for paper, the same bytes each time."""

import pytest
from fontTools.ttLib import TTFont

from cms.fonts import FIGURE_WIDTH, build_fonts, full_fonts


HARD = (
    "Nguyễn Thị Ngọc Ẩn, Đặng Hữu Nghĩa, ỨNG DỤNG, ẲẴẶ ỡợ ữự ỹỵ – “1.000,5” − × ≤ ≥ ₫ … NĂNG SUẤT"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts") / "new"
    build_fonts(folder)
    return folder


def test_four_files_weigh_at_most_70_kilobytes(built):
    files = sorted(path.name for path in built.iterdir())
    assert files == [
        "be-vietnam-figures-400.woff2",
        "be-vietnam-figures-600.woff2",
        "be-vietnam-pro-400.woff2",
        "be-vietnam-pro-600.woff2",
    ]
    assert sum(path.stat().st_size for path in built.iterdir()) <= 70 * 1024


@pytest.mark.parametrize("weight", [400, 600])
def test_every_vietnamese_letter_is_there(built, weight):
    known = TTFont(built / f"be-vietnam-pro-{weight}.woff2").getBestCmap()
    assert {letter for letter in HARD if ord(letter) not in known} == set()
    assert all(code in known for code in range(0x1EA0, 0x1EFA))


@pytest.mark.parametrize("weight", [400, 600])
def test_figures_are_all_of_one_width_and_nothing_else(built, weight):
    font = TTFont(built / f"be-vietnam-figures-{weight}.woff2")
    digits = font.getBestCmap()
    assert {chr(code) for code in digits} == set("0123456789")
    assert {font["hmtx"][name][0] for name in digits.values()} == {FIGURE_WIDTH}
    assert "GPOS" not in font or not font["GPOS"].table.FeatureList.FeatureRecord


@pytest.mark.parametrize("weight", [400, 600])
def test_the_ink_of_a_figure_stands_in_the_middle(built, weight):
    font = TTFont(built / f"be-vietnam-figures-{weight}.woff2")
    for name in font.getBestCmap().values():
        ink = font["glyf"][name]
        assert abs(ink.xMin - (FIGURE_WIDTH - ink.xMax)) <= 1
        assert font["hmtx"][name][1] == ink.xMin


def test_building_again_gives_the_same_bytes(built):
    before = {path.name: path.read_bytes() for path in built.iterdir()}
    build_fonts(built)
    assert {path.name: path.read_bytes() for path in built.iterdir()} == before


def test_paper_gets_complete_fonts_in_one_file_per_weight():
    fonts = full_fonts()
    assert set(fonts) == {400, 600}
    for path in fonts.values():
        known = TTFont(path).getBestCmap()
        assert {letter for letter in HARD if ord(letter) not in known} == set()
