"""
Line drawings of the course topics, 360 by 180: one line weight, gold for the one thing to notice.

Classes: l line, o opaque, s soft line, d dashed, t tinted, f filled, g gold line, gm gold fill,
e text that ends at its point, c text centred on it.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.drum import star


Drawing = Callable[[], tuple[str, str]]


def _path(cls: str, d: str) -> str:
    return f'<path class="{cls}" d="{d}"/>'


def _circle(cls: str, x: float, y: float, radius: float) -> str:
    return f'<circle class="{cls}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'


def _box(cls: str, x: float, y: float, width: float, height: float, radius: float = 2) -> str:
    return f'<rect class="{cls}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}"/>'


def _text(x: float, y: float, words: str, cls: str = "") -> str:
    named = f' class="{cls}"' if cls else ""
    return f'<text{named} x="{x:g}" y="{y:g}">{escape(words)}</text>'


def _line(cls: str, points: Iterable[tuple[float, float]]) -> str:
    return _path(cls, "M" + "L".join(f"{x:g} {y:g}" for x, y in points))


def _noticed(x: float, y: float) -> str:
    return _circle("gm", x, y, 5) + _circle("g", x, y, 10)


def _productivity() -> tuple[str, str]:
    """Output over input, and the ratio rising over the years."""
    body = "".join(_box("f", 38 + 22 * step, 52, 16, 24) for step in range(5))
    body += _path("l", "M34 90H150")
    body += "".join(_box("t", 60 + 22 * step, 104, 16, 24) for step in range(3))
    body += _path("s", "M186 26V150H336") + _path("d", "M186 120H336")
    points = [(202, 120), (226, 112), (250, 114), (274, 94), (298, 82), (322, 52)]
    body += _line("l", points) + "".join(_circle("f", x, y, 3.2) for x, y in points[:-1])
    return (
        _("Output above input as a fraction, and the ratio rising year by year"),
        body + _noticed(*points[-1]),
    )


def _five_s() -> tuple[str, str]:
    """A shadow board with one tool missing, and the scores of the five S."""
    body = _path("l", "M36 28h168v124H36z") + _path("s", "M36 48h168")
    body += "".join(_circle("f", x, 38, 2) for x in (46, 54, 62))
    body += _path(
        "l",
        "M62 136V88a11 11 0 0 1-5-9 11 11 0 0 1 6-10v10l5 3 5-3V69a11 11 0 0 1 6 10 11 11 0 0 1-5 9v48a6 6 0 0 1-12 0z"
        "M104 84h8v56h-8zM94 66h24q8 0 12 8l-4 2q-4-3-8-3v11H94z",
    )
    body += _path("d", "M146 96h8v40q0 4-4 6-4-2-4-6zM148.5 96V66h3v30")
    body += _path("l", "M170 64h20v10h-11v66h-9zM179 84h11v10h-11")
    for row, score in enumerate((5, 4, 5, 3, 2)):
        y = 38 + 26 * row
        body += _text(226, y + 4.5, f"S{row + 1}")
        body += "".join(
            _box("f" if place < score else "s", 252 + 15 * place, y - 5, 10, 10, 1.5)
            for place in range(5)
        )
    return _("A 5S board with the outlines of the tools, and the scores of the five S"), body


def _control_chart() -> tuple[str, str]:
    """Twelve samples, one beyond the upper limit."""
    heights = (92, 80, 100, 86, 104, 78, 90, 70, 84, 36, 88, 98)
    points = [(58.0 + 24 * place, float(y)) for place, y in enumerate(heights)]
    body = _path("s", "M46 24v132h290M46 90h290") + _path("d", "M46 48h290M46 132h290")
    body += "".join(_text(40, y, name, "e") for name, y in (("UCL", 52), ("CL", 94), ("LCL", 136)))
    body += _line("l", points)
    body += "".join(_circle("f", x, y, 3.2) for x, y in points if y > 48)
    return _("A control chart with one point above the upper limit"), body + _noticed(274, 36)


def _kanban() -> tuple[str, str]:
    """Three columns; work is pulled from the right."""

    def card(x: float, y: float, cls: str = "l o") -> str:
        return _box(cls, x, y, 68, 26) + _path(
            "s", f"M{x + 9:g} {y + 10:g}h32M{x + 9:g} {y + 16.5:g}h20"
        )

    columns = ((36, _("Waiting")), (136, _("Doing")), (236, _("Done")))
    body = "".join(_path("s", f"M{x} 50h88v106h-88z") + _text(x, 40, name) for x, name in columns)
    body += _text(224, 40, "2/2", "e")
    body += (
        card(46, 60) + card(46, 92) + card(46, 124, "d") + card(146, 60, "t") + card(146, 92, "t")
    )
    body += card(246, 60) + card(246, 92)
    body += "".join(_path("g", f"M{x} 139h-18m6-5.5-6 5.5 6 5.5") for x in (146, 246))
    return _("A Kanban board with three columns; work is pulled from right to left"), body


def _six_sigma() -> tuple[str, str]:
    """A bell curve between two specification limits."""
    curve = [
        (60 + 2.4 * step, 146 - 104 * math.exp(-((step - 50) ** 2) / 480)) for step in range(101)
    ]
    inside = [(x, y) for x, y in curve if 102 <= x <= 258]
    area = "M" + "L".join(
        f"{x:.1f} {y:.1f}" for x, y in [(inside[0][0], 146), *inside, (inside[-1][0], 146)]
    )
    body = _path("t", f"{area}Z")
    body += _path("l", "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in curve))
    body += _path("s", "M40 146H320") + _path("d", "M102 34V146M258 34V146")
    body += _path("g", "M180 42V146") + _circle("gm", 180, 42, 5)
    body += _text(102, 26, "LSL", "c") + _text(258, 26, "USL", "c") + _text(180, 166, "μ", "c")
    return _("A bell curve that stays between the lower and the upper specification limit"), body


def _audit() -> tuple[str, str]:
    """A checked document beside the circle of plan, do, check, act."""
    body = _path("l", "M52 28h66l22 22v102H52z") + _path("s", "M118 28v22h22")
    for row, tick in enumerate(("l", "l", "g", "")):
        y = 70 + 21 * row
        body += _box("s", 66, y - 6, 12, 12) + _path("s", f"M90 {y}h{(34, 26, 34, 22)[row]}")
        if tick:
            body += _path(tick, f"M68 {y}l4 4 8-10")
    body += "".join(_quarter(step, name) for step, name in enumerate("PDCA"))
    return _("A document with ticked points beside the circle of plan, do, check, act"), body


def _quarter(step: int, name: str) -> str:
    """One step of the circle: an arc with its head and its letter, gold for the check."""
    cls = "g" if name == "C" else "l"
    start, end = (math.radians(90 * step - 78 + offset) for offset in (0, 62))
    x, y = 250 + 52 * math.cos(start), 90 + 52 * math.sin(start)
    tip = (250 + 52 * math.cos(end), 90 + 52 * math.sin(end))
    arc = _path(cls, f"M{x:.1f} {y:.1f}A52 52 0 0 1 {tip[0]:.1f} {tip[1]:.1f}")
    middle = (start + end) / 2
    letter = _text(250 + 34 * math.cos(middle), 94.5 + 34 * math.sin(middle), name, "c")
    return arc + _arrow_head(tip, end, cls) + letter


def _arrow_head(tip: tuple[float, float], angle: float, cls: str) -> str:
    """Two short strokes back from the tip of a clockwise arc."""
    back = [
        (
            tip[0] + 8 * math.cos(angle - math.pi / 2 + turn),
            tip[1] + 8 * math.sin(angle - math.pi / 2 + turn),
        )
        for turn in (0.5, -0.5)
    ]
    return _path(
        cls,
        f"M{back[0][0]:.1f} {back[0][1]:.1f}L{tip[0]:.1f} {tip[1]:.1f}L{back[1][0]:.1f} {back[1][1]:.1f}",
    )


def _green() -> tuple[str, str]:
    """Material through a process: most becomes product, the gold stream is lost."""
    body = _path("t", "M32 66H132V114H32z") + _path("l", "M132 56h44v68h-44z")
    body += _path("t", "M176 66H306L324 82 306 98H176z")
    body += _path("gm", "M176 100H212Q236 100 236 124V150H220V124Q220 116 212 116H176z")
    body += _path("g", "M218 148l10 12 10-12")
    body += _path("l o", "M154 112Q132 92 144 70q20 2 26 18 2 16-16 24z") + _path(
        "s", "M154 112q0-18-6-34"
    )
    body += "".join(_path("s", f"M{x} 78h20M{x} 90h28M{x} 102h20") for x in (46, 90))
    return _("Material flows through a process: most becomes product, a part is lost"), body


def _strategy() -> tuple[str, str]:
    """Four perspectives, linked from learning up to results."""
    body = "".join(_path("s", f"M36 {y}H324") for y in (54, 90, 126))
    nodes = {
        "a": (116, 146), "b": (228, 146), "c": (92, 108), "d": (180, 108), "e": (268, 108),
        "f": (136, 72), "g": (224, 72), "h": (180, 34),
    }  # fmt: skip
    for low, high in ("ac", "ad", "be", "bd", "cf", "df", "dg", "eg", "fh", "gh"):
        (x, y), (u, v) = nodes[low], nodes[high]
        body += _path("l", f"M{x} {y}L{u} {v}")
    body += "".join(_box("l o", x - 24, y - 10, 48, 20, 10) for x, y in list(nodes.values())[:-1])
    body += "".join(
        _path("s", f"M{x - 12} {y}h{width}")
        for (x, y), width in zip(nodes.values(), (24, 18, 24, 20, 24, 18, 24), strict=False)
    )
    return (
        _("A strategy map: four perspectives, linked from learning up to results"),
        body + _box("l o", 150, 22, 60, 24, 12) + _circle("gm", 180, 34, 5),
    )


def _any_topic() -> tuple[str, str]:
    """The star in its rings, for a course without a drawing of its own."""
    rings = "".join(_circle("s", 180, 90, radius) for radius in (48, 54, 66))
    return _("The star of a bronze drum"), _path("f", star(40, 15, centre=(180, 90))) + rings


FIGURES: Final[Mapping[str, Drawing]] = MappingProxyType(
    {
        "C01": _productivity,
        "C02": _five_s,
        "C03": _control_chart,
        "C04": _kanban,
        "C05": _six_sigma,
        "C06": _audit,
        "C07": _green,
        "C08": _strategy,
    }
)


def topic_figure(code: str) -> SafeString:
    """Return the drawing of a course's topic; an unknown code gets the star of the drum."""
    label, body = FIGURES.get(code, _any_topic)()
    return SafeString(
        f'<svg viewBox="0 0 360 180" class="fig" role="img" aria-label="{escape(label)}">{body}</svg>'
    )
