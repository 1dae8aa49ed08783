"""
The drum and the border of the printed certificate: drawn once in a process, then placed under every page as it is.

Its thousands of curves were half the work of a page. As a form of its own, outside the page's structure, it is also
what it should be for a screen reader: nothing.
"""

import zlib
from typing import Any

from cms.drum import certificate_art


PAGE = '<!doctype html><html lang="vi"><title>-</title><main class="cert">{}</main></html>'
NAME = "ornament"


class Ornament:
    """The finished drawing, as the content of a PDF form."""

    def __init__(self, weasyprint: Any, **options: Any) -> None:
        self._states: dict[str, Any] = {}
        self._box: list[float] = []
        self._drawn = b""
        html = weasyprint.HTML(string=PAGE.format(certificate_art()))
        html.write_pdf(finisher=self._take, **options)

    def _take(self, _document: Any, pdf: Any) -> None:
        page, resources, content = _parts(pdf)
        self._box = list(page["MediaBox"])
        self._states = dict(resources["ExtGState"])
        operators = (each if isinstance(each, bytes) else each.encode() for each in content.stream)
        self._drawn = zlib.compress(b"\n".join(operators), level=9)

    def place(self, _document: Any, pdf: Any) -> None:
        """Put the drawing under the only page of a document; return nothing. It is a finisher of WeasyPrint's."""
        import pydyf

        _page, resources, content = _parts(pdf)
        about = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array(self._box),
            "Resources": pydyf.Dictionary({"ExtGState": pydyf.Dictionary(self._states)}),
            "Filter": "/FlateDecode",
        }
        form = pydyf.Stream([self._drawn], extra=about, compress=False)
        pdf.add_object(form)
        resources["XObject"][NAME] = form.reference
        content.stream[:0] = [b"/Artifact BMC", b"q", f"/{NAME} Do".encode(), b"Q", b"EMC"]


def _parts(pdf: Any) -> tuple[Any, Any, Any]:
    """Return the first page of a PDF, its resources and its content."""
    page = next(
        each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Page"
    )
    return page, _object(pdf, page["Resources"]), _object(pdf, page["Contents"])


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
