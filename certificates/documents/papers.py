"""Papers of the council as PDF: the decision on a meeting's applications, and the notice of a refusal."""

import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.template import Context, Engine, Template

from certificates.documents.layout import FOLDER
from certificates.documents.render import PANGO_HINT, VARIANT, RenderError, claim, prepared


@cache
def _template(name: str) -> Template:
    return Engine().from_string((FOLDER / name).read_text(encoding="utf-8"))


def render_paper(name: str, facts: Mapping[str, Any]) -> bytes:
    """Return a paper as a PDF for archives and screen readers, not signed so far; raise RenderError if it cannot be drawn."""
    try:
        weasyprint, fetcher, options = prepared("letterhead.css")
    except OSError as error:
        raise RenderError(f"pango is missing: {PANGO_HINT}") from error
    from weasyprint.urls import FatalURLFetchingError

    try:
        html = _template(name).render(Context(dict(facts)))
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves closing its colour profile (sRGB2014.icc) to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            document = source.render(pdf_variant=VARIANT, **options)
            claim(document.metadata)
            return bytes(document.write_pdf(pdf_variant=VARIANT))
    except (FatalURLFetchingError, ValueError) as error:
        raise RenderError(f"{type(error).__name__}: {error}") from error
