"""The mark of the site as files: a drawing for the browser's tab, a picture for home screens."""

import math
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from cms.drum import INK, RAYS, TURN, star


SIDES: Final = (
    180,
    192,
    512,
)  # what home screens ask for: the first by link, the others in the manifest
FINER: Final = 4  # drawn larger and brought down, so that edges are smooth
GOLD, WHITE = "#f2b705", "#fff"
# on 200 units: the star's radii, the ring's middle radius and width; the disc fills the square
STAR: Final = (66.0, 26.0)
RING: Final = (84.0, 7.0)


def mark_svg() -> str:
    """Return the mark as a drawing that stands alone, in its own colours."""
    radius, width = RING
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">'
        f'<circle cx="100" cy="100" r="100" fill="{INK}"/>'
        f'<circle cx="100" cy="100" r="{radius:g}" fill="none" stroke="{WHITE}" stroke-width="{width:g}"/>'
        f'<path fill="{GOLD}" d="{star(*STAR)}"/></svg>'
    )


def mark_picture(side: int) -> Image.Image:
    """Return the mark as a square picture without transparency: home screens round the corners."""
    large = side * FINER
    unit, middle = large / 200, large / 2
    picture = Image.new("RGB", (large, large), INK)
    pen = ImageDraw.Draw(picture)
    radius, width = RING
    outer = (radius + width / 2) * unit
    box = (middle - outer, middle - outer, middle + outer, middle + outer)
    pen.ellipse(box, outline=WHITE, width=round(width * unit))
    corners = []
    for step in range(2 * RAYS):
        angle, reach = TURN * step / (2 * RAYS) - math.pi / 2, STAR[step % 2] * unit
        corners.append((middle + reach * math.cos(angle), middle + reach * math.sin(angle)))
    pen.polygon(corners, fill=GOLD)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


@cache
def mark_icon() -> bytes:
    """Return the mark as an icon file with the sizes that tabs and bookmarks show."""
    file = BytesIO()
    mark_picture(48).save(file, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return file.getvalue()


def build_marks(target: Path) -> None:
    """Write mark.svg and mark-180.png, mark-192.png and mark-512.png into the folder, creating it if need be; the same bytes each time."""
    target.mkdir(parents=True, exist_ok=True)
    (target / "mark.svg").write_text(mark_svg(), encoding="utf-8")
    for side in SIDES:
        mark_picture(side).save(target / f"mark-{side}.png", "PNG", optimize=True)
