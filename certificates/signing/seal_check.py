"""Whether the signature on a PDF that somebody brings is the council's, and whether anything was changed after it."""

from io import BytesIO
from typing import Final

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from certificates.signing.pades import certificates_in


NO_SEAL: Final = "none"
CHANGED: Final = "changed"
STRANGERS: Final = "stranger"
OURS: Final = "ours"
UNREADABLE = (
    PdfError,
    SignatureValidationError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    OSError,
)


def seal_in(content: bytes, *, chains: list[str]) -> str:
    """
    Return what the seal of a PDF is: `none`, `changed`, `stranger` or `ours`; the chains are our keys', root last.

    A certificate of the seal that has run out since does not matter: the log says what existed when.
    """
    try:
        signatures = PdfFileReader(BytesIO(content)).embedded_regular_signatures
        if not signatures:
            return NO_SEAL
        first = signatures[0]
        context = ValidationContext(
            trust_roots=[certificates_in(chain)[-1] for chain in chains],
            allow_fetching=False,
            moment=first.self_reported_timestamp,
        )
        found = validate_pdf_signature(first, context)
    except (*UNREADABLE, RecursionError):
        return CHANGED
    if len(signatures) > 1 or not (found.intact and found.valid and found.docmdp_ok):
        return CHANGED
    return OURS if found.trusted else STRANGERS
