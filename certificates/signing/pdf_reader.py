"""A PDF that somebody brings, opened within limits: what a certificate needs, and not a byte more."""

import struct
from io import BytesIO
from typing import Final

from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader


# A certificate of ours unpacks to 0.3 MB and was saved three times: as printed, signed, and with its time stamps.
MOST_IN_STREAM: Final = 1024 * 1024
MOST_DECODED: Final = 2 * 1024 * 1024
MOST_SAVED: Final = 8
LIMITS: Final = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=MOST_IN_STREAM),
    document_budget=DocumentDecodeBudget(base_allowance=MOST_DECODED, max_ratio=0),
)
# What a broken or spiteful file makes the library raise.
UNREADABLE: Final = (
    PdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


def open_pdf(content: bytes) -> PdfFileReader:
    """Return a reader of the file; raise one of UNREADABLE for a file that is broken or was saved too often."""
    if content.count(b"startxref") > MOST_SAVED:
        raise ValueError("saved too often")
    return PdfFileReader(BytesIO(content), decode_limits=LIMITS)
