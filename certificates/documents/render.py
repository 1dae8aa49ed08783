"""WeasyPrint behind one function: local files only, whole fonts, tagged PDF/A."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from certificates.documents.layout import FOLDER, page
from certificates.documents.ornament import Ornament
from cms.fonts import full_fonts


PANGO_HINT = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0"
# Archives keep PDF/A; level A is tagged, so that a screen reader reads the page in order.
VARIANT = "pdf/a-3a"


# WeasyPrint claims one standard at a time. PDF/A wants a description of every schema it does not know itself.
ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
RDF_END = b"</rdf:RDF>"


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
def prepared(sheet: str) -> Any:
    """Return WeasyPrint, its fetcher, and its options with the fonts and a style sheet, prepared once in a process."""
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
        string=faces + (FOLDER / sheet).read_text(encoding="utf-8"),
        font_config=configuration,
        url_fetcher=fetcher,
    )
    return weasyprint, fetcher, {"stylesheets": [css], "font_config": configuration}


@cache
def _kit() -> Any:
    """Return what `prepared` returns, and the ornament of the certificate."""
    weasyprint, fetcher, options = prepared("certificate.css")
    return weasyprint, fetcher, options, Ornament(weasyprint, **options)


@dataclass(frozen=True)
class Attached:
    """A file that travels inside the PDF, and how it relates to the page (ISO 32000-2, AFRelationship)."""

    name: str
    content: bytes
    relationship: str
    description: str
    at: datetime


def render_certificate(
    snapshot: Mapping[str, Any],
    *,
    number: str,
    site_url: str,
    specimen: bool,
    token: str,
    attached: Sequence[Attached] = (),
) -> bytes:
    """
    Return the certificate as a PDF for archives (PDF/A-3a) and for screen readers (PDF/UA-1), with its files inside.

    Raises RenderError when a fact is missing, pango is not installed, or anything outside the fonts'
    folder is asked for.
    """
    try:
        weasyprint, fetcher, options, ornament = _kit()
    except OSError as error:
        raise RenderError(f"pango is missing: {PANGO_HINT}") from error
    from weasyprint.urls import FatalURLFetchingError

    try:
        html = page(snapshot, number=number, site_url=site_url, specimen=specimen, token=token)
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves closing its colour profile (sRGB2014.icc) to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            document = source.render(pdf_variant=VARIANT, **options)
            _complete(document.metadata, attached)
            drawn = document.write_pdf(pdf_variant=VARIANT, finisher=ornament.place)
    except (FatalURLFetchingError, ValueError, KeyError) as error:
        # FatalURLFetchingError derives from BaseException: `except Exception` would let it pass.
        raise RenderError(f"{type(error).__name__}: {error}") from error
    return bytes(drawn)


def _complete(metadata: Any, attached: Sequence[Attached]) -> None:
    """Put the files into a document's metadata and let its description claim both standards."""
    from weasyprint import Attachment

    metadata.attachments = [
        Attachment(
            string=each.content,
            name=each.name,
            description=each.description,
            relationship=each.relationship,
            created=each.at,
            modified=each.at,
        )
        for each in attached
    ]
    claim(metadata)


def claim(metadata: Any) -> None:
    """Let a document's description claim both standards, archives' and screen readers'; return nothing."""
    describe = metadata.generate_rdf_metadata

    def describe_both(*arguments: Any) -> bytes:
        claims: bytes = describe(*arguments)
        return claims.replace(RDF_END, ACCESSIBLE + RDF_END)

    metadata.generate_rdf_metadata = describe_both
