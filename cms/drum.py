"""
The face of the Đông Sơn drum, drawn from parameters.

It is large in the hero, small as the mark, unrolled as bands, fine-lined on the certificate. A drum is drawn on a square of 200 units. Everything on screen takes its colour from
`currentColor`; the certificate is printed and names its ink.
"""

import math
from collections.abc import Iterable
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import slugify


Point = tuple[float, float]

CENTRE: Point = (100.0, 100.0)
RAYS = 14
TURN = 2 * math.pi
HIDDEN = 'aria-hidden="true" focusable="false"'

# radius and line width of the circles that part the rings of the drum, from the star outwards
RINGS = (
    (31, 0.45), (33, 0.45), (42.6, 0.45), (44.4, 0.3), (49, 0.3), (50.6, 0.45), (72.4, 0.45),
    (74, 0.3), (79, 0.3), (80.6, 0.45), (89, 0.45), (91, 0.3), (97.4, 0.5), (99.2, 0.9),
)  # fmt: skip

# A Lạc bird in flight towards +x: bill and body with a wedge tail, eye, plume, two ribbed wings.
BIRD = (
    "M11.4-1.4 25 .3 11.4 1.5Q8.4 2.1 5.4 2.1 2 3.6-3.6 3.2-6.8 3-9.4 2L-22.6 5.6-18.6 2.2-24 .9"
    "-18.6-.3-22.6-3.8-9.4-.6Q-5-2 .6-1.7 4.6-1.4 6.6-2.2 8.6-3 10.4-2.3 11.1-2 11.4-1.4Z"
    "M9-1.5a.7.7 0 1 0 .01 0Z"
    "M8.6-3.1Q5.6-6.6-1-6.2 3-5.2 6-2.7Z"
    "M4-2.2Q.4-9.6-9.6-16.4-6.7-12-6-9.6L-10.4-13-7.6-7.9-11.6-10.2-7.4-5.1-10.6-6.4Q-7.2-3-3.6-2.3 .4-1.6 4-2.2Z"
    "M2.6 3.4Q-.4 9-8.6 14.6-6.1 11-5.4 8.9L-9.2 11.4-6.6 7.3-9.9 8.8Q-6.8 5-3.4 4-.4 3.1 2.6 3.4Z"
)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0.", "-.") or "0"


def _at(radius: float, angle: float, centre: Point = CENTRE) -> Point:
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _path(points: Iterable[Point], *, closed: bool = False) -> str:
    text = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f"M{text}{'Z' if closed else ''}"


def _angles(count: int, start: float = 0.0) -> list[float]:
    return [start + TURN * step / count for step in range(count)]


def _circle(radius: float, width: float, extra: str = "") -> str:
    return f'<circle cx="100" cy="100" r="{_n(radius)}" stroke-width="{_n(width)}"{extra}/>'


def star(outer: float = 27, inner: float = 9.5, rays: int = RAYS, centre: Point = CENTRE) -> str:
    """Return the outline of the sun as path data: as many rays as given, one pointing up."""
    radii = (outer, inner)
    corners = [
        _at(radii[step % 2], angle, centre)
        for step, angle in enumerate(_angles(2 * rays, -math.pi / 2))
    ]
    return _path(corners, closed=True)


def _chevrons() -> str:
    """The feathers between the rays: three nested angles in each gap."""
    lines = []
    for gap in _angles(RAYS, math.pi / RAYS - math.pi / 2):
        for tip, half in ((15, 0.135), (18.6, 0.082), (22.2, 0.042)):
            lines.append(_path([_at(29.4, gap - half), _at(tip, gap), _at(29.4, gap + half)]))
    return "".join(lines)


def _discs(radius: float, count: int, sizes: Iterable[float]) -> str:
    """Return concentric circles strung on a ring, as one path."""
    sizes = tuple(sizes)
    return "".join(
        f"M{_n(x)} {_n(y - size)}a{_n(size)} {_n(size)} 0 1 0 .01 0Z"
        for x, y in (_at(radius, angle) for angle in _angles(count))
        for size in sizes
    )


def _comb(radius: float, height: float, teeth: int) -> str:
    """Return a ring of radial strokes: one dashed circle as thick as the strokes are long."""
    gap = TURN * radius / teeth - 0.4
    return _circle(radius, height, f' stroke-dasharray=".4 {gap:.4f}"')


def _saw(low: float, high: float, teeth: int) -> str:
    radii = (low, high)
    points = [_at(radii[step % 2], angle) for step, angle in enumerate(_angles(2 * teeth))]
    return _path(points, closed=True)


def _joints(count: int) -> str:
    """The slanting strokes that join one circle of the outer ring with the next."""
    angles = [*_angles(count), TURN]
    return "".join(
        _path([_at(87.2, here + 0.012), _at(82.4, there - 0.012)])
        for here, there in pairwise(angles)
    )


def _flock(ident: str, count: int = 16) -> str:
    """Birds around the drum, flying counter-clockwise as on the bronze drums."""
    birds = []
    for angle in _angles(count, 0.1):
        x, y = _at(61.6, angle)
        turn = math.degrees(angle) - 90
        birds.append(
            f'<use href="#{ident}" transform="translate({_n(x)} {_n(y)}) rotate({_n(turn)}) scale(.45)"/>'
        )
    return "".join(birds)


def _svg(view: str, cls: str, body: str, extra: str = "") -> SafeString:
    named = f' class="{escape(cls)}"' if cls else ""
    return SafeString(f'<svg viewBox="0 0 {view}"{named}{extra} {HIDDEN}>{body}</svg>')


def drum(cls: str) -> SafeString:
    """Return the whole drum as a decorative SVG with the given class."""
    ident = f"bird-{slugify(cls)}"
    rings = "".join(_circle(radius, width) for radius, width in RINGS)
    combs = _comb(46.7, 3, 120) + _comb(76.5, 3.4, 180)
    strings = _discs(37.8, 32, (2.5, 1)) + _discs(84.8, 56, (2.6, 0.9))
    lines = _chevrons() + _saw(91.6, 96.8, 60) + strings + _joints(56)
    return _svg(
        "200 200",
        cls,
        f'<defs><path id="{ident}" d="{BIRD}"/></defs><path class="drum__sun" d="{star()}"/>'
        f'<g class="drum__lines">{rings}{combs}<path d="{lines}" stroke-width=".4"/></g>'
        f'<g class="drum__birds">{_flock(ident)}</g>',
    )


def drum_mark(cls: str = "") -> SafeString:
    """Return the mark of the site: the star in two rings."""
    rings = _circle(60, 7) + _circle(86, 11)
    return _svg(
        "200 200",
        cls,
        f'<path d="{star(46, 18)}" fill="currentColor"/>'
        f'<g fill="none" stroke="currentColor">{rings}</g>',
    )


def frieze(cls: str = "frieze", birds: int = 5) -> SafeString:
    """Return the drum's band of birds, unrolled."""
    width, height, tooth = 720, 216, 24
    edges = "".join(
        f'<path d="M0 {y}H{width}" stroke-width="{weight}"/>'
        for near, weight in ((20, 1), (24, 0.6), (46, 0.6), (50, 1))
        for y in (near, height - near)
    )
    zigzag = "".join(f"M{x} 46l12-20 12 20M{x} 170l12 20 12-20" for x in range(0, width, tooth))
    step = width / birds
    ident = f"lac-{slugify(cls)}"
    flight = "".join(
        f'<use href="#{ident}" transform="translate({_n(step * (place + 0.5))} 108) scale(2.6)"/>'
        for place in range(birds)
    )
    return _svg(
        f"{width} {height}",
        cls,
        f'<defs><path id="{ident}" d="{BIRD}"/></defs><g class="drum__lines">{edges}'
        f'<path d="{zigzag}" stroke-width="1"/></g><g class="drum__birds">{flight}</g>',
        ' preserveAspectRatio="xMidYMid slice"',
    )


def edge_band(cls: str = "band") -> SafeString:
    """Return the saw-tooth band that runs along the top of the footer, as wide as its place."""
    ident = f"tooth-{slugify(cls)}"
    return SafeString(
        f'<svg class="{escape(cls)}" {HIDDEN}><defs><pattern id="{ident}" width="20" height="20"'
        ' patternUnits="userSpaceOnUse"><path d="M0 1.5H20M0 4.5H20M0 16L10 7L20 16M0 18.5H20"/>'
        f'</pattern></defs><rect width="100%" height="20" fill="url(#{ident})"/></svg>'
    )


# ---- the certificate: paper only, one ink, lines a copier loses

INK = "#0b5d57"
A4_LANDSCAPE = (297.0, 210.0)
MARGIN = 12.2  # from the sheet's edge to the middle line of the border, millimetres


def _weave(start: Point, length: float, *, upright: bool) -> str:
    """Return sine strands of two periods that cross each other along one side of the border."""
    waves = 2 * round(length / 8.74)  # an even count, so that all strands meet at both ends
    strands = []
    for count, swings in ((waves, (5.1, 3.4)), (2 * waves, (5.1, 3.4))):
        half = length / count
        for swing in (sign * swing for swing in swings for sign in (1, -1)):
            first = (swing, half / 2, 0, half) if upright else (half / 2, swing, half, 0)
            # each further half-wave mirrors the one before (T), which keeps the path short
            step = f"t0 {_n(half)}" if upright else f"t{_n(half)} 0"
            bend = " ".join(_n(value) for value in first)
            strands.append(f"M{_n(start[0])} {_n(start[1])}q{bend}{step * (count - 1)}")
    return "".join(strands)


def _medallion(centre: Point) -> str:
    x, y = (_n(value) for value in centre)
    rings = "".join(
        f'<circle cx="{x}" cy="{y}" r="{radius}" stroke-width="{width}"/>'
        for radius, width in ((4.75, 0.3), (4.2, 0.12), (3.1, 0.12), (2.85, 0.12))
    )
    beads = "".join(
        f"M{_n(bx)} {_n(by)}h.01" for bx, by in (_at(3.65, angle, centre) for angle in _angles(28))
    )
    return (
        f'<circle cx="{x}" cy="{y}" r="5.4" fill="#fff" stroke="none"/>{rings}'
        f'<path d="{beads}" stroke-width=".44" stroke-linecap="round"/>'
        f'<path d="{star(2.5, 0.95, centre=centre)}" fill="{INK}" stroke="none"/>'
    )


def _border(width: float, height: float) -> str:
    left, top, right, bottom = MARGIN, MARGIN, width - MARGIN, height - MARGIN
    inset = 5.5
    across, down = width - 2 * (MARGIN + inset), height - 2 * (MARGIN + inset)
    sides = "".join(_weave((left + inset, y), across, upright=False) for y in (top, bottom))
    sides += "".join(_weave((x, top + inset), down, upright=True) for x in (left, right))
    rules = ""
    for gap, weight in ((4.0, 0.55), (3.2, 0.14)):
        rules += (
            f'<path stroke-width="{weight}" d="M{_n(left + 4.4)} {_n(top - gap)}H{_n(right - 4.4)}'
            f"M{_n(left + 4.4)} {_n(bottom + gap)}H{_n(right - 4.4)}"
            f"M{_n(left - gap)} {_n(top + 4.4)}V{_n(bottom - 4.4)}"
            f'M{_n(right + gap)} {_n(top + 4.4)}V{_n(bottom - 4.4)}"/>'
        )
    for gap, weight in ((3.2, 0.14), (4.1, 0.3)):
        rules += (
            f'<rect x="{_n(left + gap)}" y="{_n(top + gap)}" width="{_n(width - 2 * (MARGIN + gap))}"'
            f' height="{_n(height - 2 * (MARGIN + gap))}" stroke-width="{weight}"/>'
        )
    corners = "".join(_medallion((x, y)) for x in (left, right) for y in (top, bottom))
    return f'<path stroke-width=".11" stroke-opacity=".75" d="{sides}"/>{rules}{corners}'


def _rosette(low: float, high: float, lobes: int, strands: int) -> str:
    """Return closed waves around the centre, each a little further turned: an engine-turned ring."""
    return "".join(_wave((low, high), lobes, TURN * strand / strands) for strand in range(strands))


def _wave(radii: tuple[float, float], lobes: int, phase: float) -> str:
    """Return one smooth wave between two radii: a curve from each crest to the next trough."""
    angles = _angles(2 * lobes, phase / lobes)
    reach = 0.36 * math.pi / lobes  # how far the handles of a curve reach along the ring
    start = _at(radii[0], angles[0])
    handle = _at(radii[0] / math.cos(reach), angles[0] + reach)
    parts = [f"M{_n(start[0])} {_n(start[1])}C{_n(handle[0])} {_n(handle[1])} "]
    for step, angle in enumerate([*angles[1:], angles[0] + TURN], start=1):
        radius = radii[step % 2]
        (bx, by), (x, y) = _at(radius / math.cos(reach), angle - reach), _at(radius, angle)
        parts.append(f"{'S' if step > 1 else ''}{_n(bx)} {_n(by)} {_n(x)} {_n(y)}")
    return "".join(parts)


def _watermark() -> str:
    """The drum in fine lines: nested stars, engine-turned rings, strung circles, birds in outline."""
    suns = "".join(star(27 - 3 * step, 9.5 - step, centre=CENTRE) for step in range(7))
    turned = _rosette(44, 50.6, 36, 5) + _rosette(81, 96.8, 60, 6) + _rosette(31.4, 33.4, 42, 2)
    strings = _discs(37.8, 28, (3.3, 2.4, 1.5, 0.6)) + _discs(76.6, 84, (2, 1))
    circles = "".join(
        f'<circle cx="100" cy="100" r="{radius}"/>'
        for radius in (30, 31, 42.2, 43.2, 51.4, 52.4, 73, 74, 79.2, 80.2, 97.6, 99.2)
    )
    birds = "".join(
        f'<path transform="translate({_n(x)} {_n(y)}) rotate({_n(math.degrees(angle) - 90)}) '
        f'scale({scale})" d="{BIRD}" stroke-width="{_n(0.24 / scale)}"/>'
        for angle in _angles(16, 0.1)
        for x, y in (_at(62.6, angle),)
        for scale in (0.45,)
    )
    return f'<path d="{suns}{turned}{strings}"/>{circles}{birds}'


def certificate_art(width: float = A4_LANDSCAPE[0], height: float = A4_LANDSCAPE[1]) -> SafeString:
    """Return the border and the watermark of a certificate, in millimetres, for WeasyPrint."""
    scale = 0.56
    x, y = width / 2 - 100 * scale, height * 0.438 - 100 * scale
    return SafeString(
        f'<svg class="cert__art" viewBox="0 0 {_n(width)} {_n(height)}" aria-hidden="true">'
        f'<g fill="none" stroke="{INK}" stroke-opacity=".2" stroke-width=".24" '
        f'transform="translate({_n(x)} {_n(y)}) scale({scale})">{_watermark()}</g>'
        f'<g fill="none" stroke="{INK}">{_border(width, height)}</g></svg>'
    )
