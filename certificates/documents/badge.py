"""The holder's badge: a picture for profiles and letters that carries the signed credential inside (Open Badges 3.0, baked)."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from certificates.rules.numbers import grouped
from cms.share import DEEP, GOLD, LEADING, PALE, WHITE, drum_picture, lines_of, typeface


SIZE = (800, 1000)
DRUM = 620
KEYWORD = "openbadgecredential"
TEXT_WIDTH = 680
NAME, FIELD, SMALL = 40, 28, 26


@cache
def _ground() -> Image.Image:
    picture = Image.new("RGB", SIZE, DEEP)
    picture.paste(drum_picture(DRUM), ((SIZE[0] - DRUM) // 2, 48))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((14, 14, SIZE[0] - 15, SIZE[1] - 15), outline=GOLD, width=3)
    return picture


def badge(snapshot: Mapping[str, Any], *, number: str, credential: str) -> bytes:
    """
    Return the badge as PNG with the credential baked in, byte for byte; raise KeyError when the snapshot lacks a fact.

    It shows no name: whoever holds it says whose it is, and the credential proves it.
    """
    picture = _ground().copy()
    pen, top = ImageDraw.Draw(picture), 700.0
    until = date.fromisoformat(snapshot["valid_until"])
    for text, weight, size, colour in (
        (snapshot["scheme"]["name_vi"], 600, NAME, WHITE),
        (snapshot["field"]["name_vi"], 400, FIELD, PALE),
        (f"{grouped(number)}  ·  {until:%d/%m/%Y}", 600, SMALL, GOLD),
    ):
        face = typeface(weight, size)
        for line in lines_of(text, face, TEXT_WIDTH)[:2]:
            pen.text((SIZE[0] / 2, top), line, font=face, fill=colour, anchor="ma")
            top += size * LEADING
        top += 8
    baked = PngInfo()
    baked.add_itxt(KEYWORD, credential, zip=False)
    packed = BytesIO()
    picture.quantize(colors=128).save(packed, "PNG", optimize=True, pnginfo=baked)
    return packed.getvalue()
