"""Every pair of colours that meets on a page, measured from tokens.css in both schemes (WCAG 2.2)."""

import re

import pytest

from tests.house.test_sizes import ROOT


TOKENS = (ROOT / "static" / "css" / "tokens.css").read_text()
PAIRS = dict(re.findall(r"--([\w-]+): light-dark\((#[\da-f]+, #[\da-f]+)\)", TOKENS))
SINGLES = dict(re.findall(r"--([\w-]+): (#[\da-f]+);", TOKENS))
SCHEMES = ("light", "dark")

# text in front, paper behind, least ratio: 4.5 for text, 7 for running text (AAA), 3 for marks
TEXT = [
    *(("ink", paper, 7) for paper in ("paper", "mist", "sand", "tint")),
    *(("ink-2", paper, 4.5) for paper in ("paper", "mist", "sand", "tint")),
    *(("ink", f"{state}-tint", 7) for state in ("ok", "warn", "bad")),
    *(("ink-2", f"{state}-tint", 4.5) for state in ("ok", "warn", "bad")),
    *((state, f"{state}-tint", 4.5) for state in ("ok", "warn", "bad")),
    *((state, paper, 4.5) for state in ("ok", "warn", "bad", "link", "gold") for paper in ("paper", "mist")),
    ("brand", "paper", 7), ("brand", "mist", 4.5), ("on", "brand", 7), ("deep", "tint", 7),
    ("cover-2", "cover", 7), ("paper", "ink", 7),
]  # fmt: skip
MARKS = [
    *((mark, paper, 3) for mark in ("line-2", "focus", "brand", "c2", "c4") for paper in ("paper", "mist")),
    ("cover-line", "cover", 3),
]  # fmt: skip


def _colour(name, scheme):
    if name in SINGLES:
        return SINGLES[name]
    return PAIRS[name].split(", ")[SCHEMES.index(scheme)]


def _luminance(colour):
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front, back):
    high, low = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself_is_right():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back", "least"), TEXT + MARKS)
def test_colours_that_meet_are_told_apart(front, back, least, scheme):
    assert contrast(_colour(front, scheme), _colour(back, scheme)) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_white_buttons_and_words_stand_on_the_cover(scheme):
    cover = _colour("cover", scheme)
    assert contrast("#fff", cover) >= 7
    assert contrast("#9cc2ff", cover) >= 3  # the focus ring there


def test_gold_is_a_mark_with_ink_on_it_never_text():
    assert contrast(_colour("ink", "light"), _colour("sun", "light")) >= 7
    sheets = "".join(path.read_text() for path in (ROOT / "static" / "css").glob("*.css"))
    assert not re.search(r"[{;] color: var\(--sun\)", sheets)


def test_every_colour_name_that_is_used_is_defined():
    sheets = "".join(path.read_text() for path in (ROOT / "static" / "css").glob("*.css"))
    defined = set(re.findall(r"[{;\s](--[\w-]+):", sheets))
    assert set(re.findall(r"var\((--[\w-]+)", sheets)) <= defined
