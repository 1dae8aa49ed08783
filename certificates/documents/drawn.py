"""
A long tagged PDF drawn line by line, for tables of thousands of rows: WeasyPrint needs a minute for what takes this a second.

PDF/A-2a: fonts inside, one colour profile, and a structure that a screen reader follows (ISO 19005-2, ISO 32000-2 14.7).
"""

import secrets
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pydyf
import weasyprint

from certificates.documents.faces import Face
from cms.fonts import full_fonts


WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
PLAIN, BOLD = 400, 600
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="{at}" xmp:ModifyDate="{at}"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Element:
    """One element of the structure: a heading, a paragraph, a table, a row, a cell."""

    def __init__(self, kind: str, within: "Element | None" = None, **attributes: str) -> None:
        self.kind, self.within, self.attributes = kind, within, attributes
        self.marks: list[tuple[int, int]] = []  # page and number of each piece of text
        self.children: list[Element] = []
        if within:
            within.children.append(self)


class Paper:
    """A document under way. Heights are measured from the top of the page, as people do."""

    def __init__(self) -> None:
        self.faces = {weight: Face(path) for weight, path in full_fonts().items()}
        self.root = Element("Document")
        self._pages: list[list[str]] = []
        self._owners: list[list[Element]] = []

    def turn(self) -> None:
        """Begin a new page."""
        self._pages.append([])
        self._owners.append([])

    def text(
        self, owner: Element | None, at: tuple[float, float], lines: list[str],
        *, size: float, weight: int = PLAIN, colour: str = "14211e", leading: float = 1.42,
    ) -> None:  # fmt: skip
        """Write lines one under the other, the first one's foot at that place; without an owner they are furniture."""
        across, down = at
        step = size * leading
        written = [
            f"1 0 0 1 {across:.2f} {HEIGHT - down - place * step:.2f} Tm <{self.faces[weight].encode(line)}> Tj"
            for place, line in enumerate(lines)
        ]
        drawn = f"BT {_paint(colour)} rg /F{weight} {size} Tf {' '.join(written)} ET"
        self._pages[-1].append(f"{self._mark(owner)} {drawn} EMC")

    def rule(self, down: float, *, left: float, right: float, width: float, colour: str) -> None:
        """Draw a thin line across the page."""
        line = f"{left:.2f} {HEIGHT - down:.2f} m {right:.2f} {HEIGHT - down:.2f} l S"
        self._pages[-1].append(f"/Artifact BMC {_paint(colour)} RG {width} w {line} EMC")

    def _mark(self, owner: Element | None) -> str:
        if owner is None:
            return "/Artifact BMC"
        number = len(self._owners[-1])
        self._owners[-1].append(owner)
        owner.marks.append((len(self._pages) - 1, number))
        return f"/{owner.kind} <</MCID {number}>> BDC"

    def finish(self, *, title: str, language: str, at: datetime) -> bytes:
        """Return the document as bytes, complete but for the seal."""
        pdf = pydyf.PDF()
        fonts = {f"F{weight}": face.embed(pdf) for weight, face in self.faces.items()}
        resources = pydyf.Dictionary({"Font": pydyf.Dictionary(fonts)})
        pdf.add_object(resources)
        pages = [self._page(pdf, place, resources.reference) for place in range(len(self._pages))]
        self._structure(pdf, pages)
        moment = at.astimezone(UTC)
        described = XMP.format(title=escape(title), at=moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
        metadata = pydyf.Stream([described.encode()], {"Type": "/Metadata", "Subtype": "/XML"})
        pdf.add_object(metadata)
        pdf.catalog.update(
            Metadata=metadata.reference,
            Lang=pydyf.String(language),
            MarkInfo=pydyf.Dictionary({"Marked": "true"}),
            ViewerPreferences=pydyf.Dictionary({"DisplayDocTitle": "true"}),
            OutputIntents=pydyf.Array([_colours(pdf)]),
        )
        pdf.info.update(Title=pydyf.String(title), CreationDate=pydyf.String(moment.strftime("D:%Y%m%d%H%M%SZ")),
                        ModDate=pydyf.String(moment.strftime("D:%Y%m%d%H%M%SZ")))  # fmt: skip
        written = BytesIO()
        pdf.write(written, identifier=secrets.token_bytes(16), compress=True)
        return written.getvalue()

    def _page(self, pdf: pydyf.PDF, place: int, resources: bytes) -> bytes:
        drawn = pydyf.Stream(["\n".join(self._pages[place])], compress=True)
        pdf.add_object(drawn)
        page = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": pdf.pages.reference,
                "MediaBox": pydyf.Array([0, 0, WIDTH, HEIGHT]),
                "Resources": resources,
                "Contents": drawn.reference,
                "StructParents": place,
                "Tabs": "/S",
            }
        )
        pdf.add_page(page)
        return bytes(page.reference)

    def _structure(self, pdf: pydyf.PDF, pages: list[bytes]) -> None:
        tree = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(tree)
        known: dict[int, bytes] = {}
        tree["K"] = _element(pdf, self.root, tree.reference, pages, known)
        numbers: list[Any] = []
        for place, owners in enumerate(self._owners):
            parents = pydyf.Array([known[id(owner)] for owner in owners])
            pdf.add_object(parents)
            numbers += [place, parents.reference]
        nums = pydyf.Dictionary({"Nums": pydyf.Array(numbers)})
        pdf.add_object(nums)
        tree["ParentTree"] = nums.reference
        tree["ParentTreeNextKey"] = len(self._owners)
        pdf.catalog["StructTreeRoot"] = tree.reference


def _element(
    pdf: pydyf.PDF, element: Element, parent: bytes, pages: list[bytes], known: dict[int, bytes]
) -> bytes:
    made = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{element.kind}", "P": parent})
    pdf.add_object(made)
    reference = known[id(element)] = bytes(made.reference)
    inner: list[Any] = [
        _element(pdf, child, reference, pages, known) for child in element.children
    ]
    inner += [
        f"<< /Type /MCR /Pg {pages[page].decode()} /MCID {number} >>"
        for page, number in element.marks
    ]
    made["K"] = pydyf.Array(inner)
    if element.attributes:
        made["A"] = pydyf.Dictionary({"O": "/Table", **element.attributes})
    return reference


def _colours(pdf: pydyf.PDF) -> bytes:
    profile = Path(weasyprint.__file__).parent / "pdf" / "sRGB2014.icc"
    inside = pydyf.Stream([profile.read_bytes()], {"N": 3}, compress=True)
    pdf.add_object(inside)
    intent = pydyf.Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pydyf.String("sRGB IEC61966-2.1"),
            "DestOutputProfile": inside.reference,
        }
    )
    pdf.add_object(intent)
    return bytes(intent.reference)


def _paint(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (0, 2, 4))
