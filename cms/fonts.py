"""
The site's typeface: Be Vietnam Pro (OFL 1.1), cut to what Vietnamese and English pages need.

The web gets small WOFF2 files; PDFs get the complete fonts, because WeasyPrint needs the Latin
and the Vietnamese letters in one file.
"""

from pathlib import Path
from typing import Any, Final

import fontpkg_be_vietnam_pro
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


WEIGHTS: Final = {400: "Regular", 600: "SemiBold"}
FIGURE_WIDTH: Final = 664  # units of 1000: the widest digit fits, so that columns of numbers align
JOINING: Final = ("ccmp", "kern", "locl", "mark", "mkmk")
DIGITS: Final = frozenset(range(0x30, 0x3A))
LETTERS: Final = frozenset(
    {
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),  # Latin-1: the accents that Vietnamese shares with French
        0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
        0x300, 0x301, 0x303, 0x309, 0x323,  # combining tones, for text that is not composed
        *range(0x1EA0, 0x1EFA),
        *range(0x2009, 0x2016), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x202F, 0x2032, 0x2033,
        *range(0x2080, 0x208A),
        0x20AB, 0x20AC, 0x2116, 0x2122, *range(0x2190, 0x2194),
        0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265,
    }
)  # fmt: skip


def full_fonts() -> dict[int, Path]:
    """Return the complete TrueType file of each weight, for PDFs."""
    folder = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    return {weight: folder / f"BeVietnamPro-{style}.ttf" for weight, style in WEIGHTS.items()}


def build_fonts(target: Path) -> None:
    """
    Write the four web fonts into the folder, creating it if need be.

    Building twice gives the same bytes.
    """
    target.mkdir(parents=True, exist_ok=True)
    for weight, source in full_fonts().items():
        _write(
            _cut(_open(source), LETTERS, features=JOINING),
            target / f"be-vietnam-pro-{weight}.woff2",
        )
        _write(_figures(_open(source)), target / f"be-vietnam-figures-{weight}.woff2")


def _open(source: Path) -> Any:
    return TTFont(source, recalcTimestamp=False)


def _cut(font: Any, letters: frozenset[int], *, features: tuple[str, ...]) -> Any:
    """Keep only the given letters and what joins them; screens of today need no hinting."""
    options = Options(
        hinting=False,
        layout_features=list(features),
        name_IDs=[0, 1, 2, 4, 6, 13, 14],
        notdef_outline=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def _figures(font: Any) -> Any:
    """Return the digits alone, the ink of each centred on the same advance width."""
    font = _cut(font, DIGITS, features=())  # kerning would undo the equal widths
    glyphs, metrics = font["glyf"], font["hmtx"]
    for name in (font.getBestCmap()[code] for code in sorted(DIGITS)):
        glyph = glyphs[name]
        shift = (FIGURE_WIDTH - glyph.xMin - glyph.xMax) // 2
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(glyphs)
        metrics[name] = (FIGURE_WIDTH, glyph.xMin)
    font["name"].setName("Be Vietnam Figures", 1, 3, 1, 0x409)
    return font


def _write(font: Any, path: Path) -> None:
    font.flavor = "woff2"
    font.save(path)
