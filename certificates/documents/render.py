"""WeasyPrint behind one function: local files only, whole fonts, tagged PDF/A."""

import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from certificates.documents.layout import FOLDER, page
from cms.fonts import full_fonts


PANGO_HINT = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0"
# Archives keep PDF/A; level A is tagged, so that a screen reader reads the page in order.
VARIANT = "pdf/a-3a"


class RenderError(Exception):
    """The certificate could not be drawn."""


def is_within(address: str, roots: tuple[Path, ...]) -> bool:
    """Return whether an address is a data address or a file beneath one of the roots."""
    parts = urlsplit(address)
    if parts.scheme == "data":
        return True
    path = Path(unquote(parts.path)).resolve()
    return parts.scheme == "file" and any(path.is_relative_to(root) for root in roots)


@cache
def _kit() -> Any:
    """Return WeasyPrint with its fetcher, fonts and stylesheet, prepared once in a process."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    fonts = {weight: path.resolve() for weight, path in full_fonts().items()}
    roots = tuple({path.parent for path in fonts.values()})

    class LocalFetcher(URLFetcher):  # type: ignore[misc,unused-ignore]  # weasyprint is untyped
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not is_within(url, roots):
                raise ValueError(f"outside the asset roots: {url}")
            return super().fetch(url, headers)

    fetcher = LocalFetcher(
        allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=True
    )
    configuration = FontConfiguration()
    faces = "".join(
        f'@font-face {{ font-family: "Be Vietnam Pro"; font-weight: {weight}; src: url({path.as_uri()}) }}'
        for weight, path in fonts.items()
    )
    css = weasyprint.CSS(
        string=faces + (FOLDER / "certificate.css").read_text(encoding="utf-8"),
        font_config=configuration,
        url_fetcher=fetcher,
    )
    return weasyprint, fetcher, configuration, css


def render_certificate(
    snapshot: Mapping[str, Any], *, number: str, site_url: str, specimen: bool
) -> bytes:
    """
    Return the certificate as a PDF.

    Raises RenderError when a fact is missing, pango is not installed, or anything outside the fonts'
    folder is asked for.
    """
    try:
        weasyprint, fetcher, configuration, css = _kit()
    except OSError as error:
        raise RenderError(f"pango is missing: {PANGO_HINT}") from error
    from weasyprint.urls import FatalURLFetchingError

    try:
        html = page(snapshot, number=number, site_url=site_url, specimen=specimen)
        document = weasyprint.HTML(string=html, url_fetcher=fetcher)
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves closing its colour profile (sRGB2014.icc) to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            drawn = document.write_pdf(
                stylesheets=[css], font_config=configuration, pdf_variant=VARIANT
            )
    except (FatalURLFetchingError, ValueError, KeyError) as error:
        # FatalURLFetchingError derives from BaseException: `except Exception` would let it pass.
        raise RenderError(f"{type(error).__name__}: {error}") from error
    return bytes(drawn)
