"""The picture that goes with a shared link: the page's title beside the drum, drawn by us."""

import hashlib
import io
import math
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from cms.binding import bind
from cms.drum import RAYS, RINGS, TURN
from cms.fonts import full_fonts


SIZE = (1200, 630)  # what networks ask for (ogp.me names no size; 1,91 to 1 is shown uncut)
MARGIN = 72
TEXT_WIDTH = 690
DEEP, LINE, GOLD, WHITE, PALE = "#073F3B", "#3F8A80", "#F2B705", "#FFFFFF", "#A5E6DB"
SIZES = (64, 56, 48, 42, 36)
MOST_LINES = 5
FINER = 3  # the drum is drawn larger and brought down, so that its lines are smooth
LEADING = 1.32  # stacked accents need it
# radius, how many, radii of the circles strung on it; radius, teeth, height
STRINGS = ((37.8, 32, (2.5, 1)), (61.6, 24, (4, 2.4)), (84.8, 56, (2.6, 0.9)))
COMBS = ((46.7, 120, 3), (76.5, 180, 3.4))


def share_image_url(page: Page) -> str:
    """Return the address of a page's picture; it changes with the title, so that no network shows an old one."""
    mark = hashlib.sha256(page.title.encode()).hexdigest()[:8]
    with override(page.locale.language_code):
        return f"{reverse('cms:share_image', kwargs={'key': page.translation_key})}?v={mark}"


def article_of(page: Any, *, address: str) -> dict[str, Any]:
    """Return a story as schema.org's NewsArticle."""
    site = settings.SITE_URL
    publisher = {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": f"{site}/"}
    author = {"@type": "Person", "name": page.author} if page.author else publisher
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.share_description,
        "inLanguage": page.locale.language_code,
        "datePublished": page.date.isoformat(),
        "articleSection": str(page.get_category_display()),
        "mainEntityOfPage": address,
        "image": [f"{site}{share_image_url(page)}"],
        "author": author,
        "publisher": publisher,
    }
    if page.last_published_at:
        facts["dateModified"] = page.last_published_at.isoformat()
    return facts


@lru_cache(maxsize=8)
def typeface(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Return the site's font, whole, as pictures are written with it."""
    return ImageFont.truetype(str(full_fonts()[weight]), size)


def lines_of(text: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Return the text in lines no wider than `width` pixels, broken between words only."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title fits and its lines; a title too long for all is cut at a word."""
    bound = bind(title)
    for size in SIZES:
        font = typeface(600, size)
        lines = lines_of(bound, font, TEXT_WIDTH)
        if len(lines) <= MOST_LINES and all(font.getlength(line) <= TEXT_WIDTH for line in lines):
            return font, lines
    lines = lines_of(title, font, TEXT_WIDTH)
    return font, [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


class _Face:
    """The face of the drum, drawn larger than needed and brought down at the end."""

    def __init__(self, diameter: int) -> None:
        side = diameter * FINER
        self.unit, self.middle, self.diameter = side / 200, side / 2, diameter
        self.picture = Image.new("RGB", (side, side), DEEP)
        self.pen = ImageDraw.Draw(self.picture)

    def at(self, radius: float, angle: float) -> tuple[float, float]:
        """Return the point at a radius (of the drum's 100 units) and an angle."""
        reach = radius * self.unit
        return self.middle + reach * math.cos(angle), self.middle + reach * math.sin(angle)

    def width(self, units: float) -> int:
        """Return a line's width in pixels, never none."""
        return max(1, round(units * self.unit))

    def circle(self, centre: tuple[float, float], radius: float, line: float) -> None:
        """Draw a circle."""
        (x, y), reach = centre, radius * self.unit
        box = (x - reach, y - reach, x + reach, y + reach)
        self.pen.ellipse(box, outline=LINE, width=self.width(line))

    def comb(self, radius: float, teeth: int, height: float) -> None:
        """Draw a ring of radial strokes."""
        for step in range(teeth):
            angle = TURN * step / teeth
            ends = [self.at(radius + half, angle) for half in (-height / 2, height / 2)]
            self.pen.line(ends, fill=LINE, width=self.width(0.4))

    def star(self) -> None:
        """Draw the sun in gold."""
        corners = [
            self.at((27.0, 9.5)[step % 2], TURN * step / (2 * RAYS) - math.pi / 2)
            for step in range(2 * RAYS)
        ]
        self.pen.polygon(corners, fill=GOLD)


def drum_picture(diameter: int) -> Image.Image:
    """Return the drum from the same parameters as everywhere: star, rings, combs, strung circles."""
    face = _Face(diameter)
    for radius, width in RINGS:
        face.circle((face.middle, face.middle), radius, width)
    for ring, count, sizes in STRINGS:
        for step in range(count):
            for radius in sizes:
                face.circle(face.at(ring, TURN * step / count), radius, 0.4)
    for comb in COMBS:
        face.comb(*comb)
    face.star()
    return face.picture.resize((diameter, diameter), Image.Resampling.LANCZOS)


def share_image(title: str, *, site: str, note: str) -> bytes:
    """Return the picture of a page as PNG: the title, the site's name and a line beneath it."""
    picture = Image.new("RGB", SIZE, DEEP)
    picture.paste(drum_picture(620), (SIZE[0] - 400, (SIZE[1] - 620) // 2))
    pen = ImageDraw.Draw(picture)
    font, lines = fitted(title)
    step = font.size * LEADING
    top = (SIZE[1] - 96 - step * len(lines)) / 2
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + step * number), line, font=font, fill=WHITE)
    pen.rectangle((MARGIN, SIZE[1] - 122, MARGIN + 72, SIZE[1] - 118), fill=GOLD)
    pen.text((MARGIN, SIZE[1] - 104), site, font=typeface(600, 26), fill=WHITE)
    pen.text((MARGIN, SIZE[1] - 68), note, font=typeface(400, 22), fill=PALE)
    packed = io.BytesIO()
    picture.quantize(colors=128).save(packed, "PNG", optimize=True)
    return packed.getvalue()
