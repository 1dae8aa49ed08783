"""The QR code in a photograph that somebody sends, for browsers that cannot read codes. Measured before it is unpacked."""

import warnings
from io import BytesIO

import zxingcpp
from PIL import Image, UnidentifiedImageError

from certificates.documents.enclosed import EnclosedError


MOST_BYTES = 12 * 1024 * 1024
# A camera's picture is read at half or a quarter of its size; what must be unpacked whole may be as large as a screen.
MOST_PIXELS = {"JPEG": 120_000_000, "PNG": 12_000_000, "WEBP": 12_000_000}
LONG_SIDE = 2_000
MOST_LETTERS = 4_000
BROKEN = (OSError, ValueError, SyntaxError, EOFError, UnidentifiedImageError)


def code_in(content: bytes) -> str:
    """
    Return the text of the first QR code in a photograph.

    Raises EnclosedError: `oversized`, `bomb` (too many pixels), `unreadable` or `no_code`.
    """
    if len(content) > MOST_BYTES:
        raise EnclosedError("oversized")
    picture = _opened(content)
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))
    texts = [each.text for each in found if each.valid and len(each.text) <= MOST_LETTERS]
    if not texts:
        raise EnclosedError("no_code")
    return texts[0]


def _opened(content: bytes) -> Image.Image:
    """Return the picture in grey and no larger than a code needs."""
    with warnings.catch_warnings():
        # The library warns of many pixels; here they are counted against our own limit.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            picture = Image.open(BytesIO(content), formats=list(MOST_PIXELS))
            if picture.width * picture.height > MOST_PIXELS[str(picture.format)]:
                raise EnclosedError("bomb")
            picture.draft("L", (LONG_SIDE, LONG_SIDE))
            grey = picture.convert("L")
        except Image.DecompressionBombError as problem:
            raise EnclosedError("bomb") from problem
        except BROKEN as problem:
            raise EnclosedError("unreadable") from problem
    grey.thumbnail((LONG_SIDE, LONG_SIDE))
    return grey
