"""An answer of the register on one page of paper: what was asked, when, what was said, and how to ask again."""

import warnings
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string

from certificates.documents.render import PANGO_HINT, RenderError, prepared


def render_confirmation(shown: Mapping[str, Any]) -> bytes:
    """Return the page of an answer as PDF (PDF/A, tagged), in the active language; raise RenderError without pango."""
    try:
        weasyprint, fetcher, options = prepared("confirmation.css")
    except OSError as error:
        raise RenderError(f"pango is missing: {PANGO_HINT}") from error
    html = render_to_string("certificates/confirmation.html", dict(shown))
    source = weasyprint.HTML(string=html, url_fetcher=fetcher)
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves closing its colour profile (sRGB2014.icc) to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        return bytes(source.write_pdf(pdf_variant="pdf/a-3a", **options))
