"""Whether the signature on a PDF that somebody brings is the council's, and whether anything was changed after it."""

from typing import Final

from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from certificates.signing.pades import certificates_in
from certificates.signing.pdf_reader import UNREADABLE, open_pdf


NO_SEAL: Final = "none"
CHANGED: Final = "changed"
STRANGERS: Final = "stranger"
OURS: Final = "ours"


def seal_in(content: bytes, *, chains: list[str]) -> str:
    """
    Return what the seal of a PDF is: `none`, `changed`, `stranger` or `ours`; the chains are our keys', root last.

    A certificate of the seal that has run out since does not matter: the log says what existed when.
    """
    try:
        signatures = open_pdf(content).embedded_regular_signatures
        if not signatures:
            return NO_SEAL
        if len(signatures) > 1:  # nobody signs after us; and comparing versions takes time
            return CHANGED
        first = signatures[0]
        context = ValidationContext(
            trust_roots=[certificates_in(chain)[-1] for chain in chains],
            allow_fetching=False,
            moment=first.self_reported_timestamp,
        )
        found = validate_pdf_signature(first, context)
    except (*UNREADABLE, SignatureValidationError):
        return CHANGED
    if not (found.intact and found.valid and found.docmdp_ok):
        return CHANGED
    return OURS if found.trusted else STRANGERS
