"""A typeface for pages that are drawn line by line: how wide a text is, and the part of it that a PDF must carry."""

import unicodedata
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pydyf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


INSTEAD = "?"  # of a letter that the typeface lacks
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{}
endcmap CMapName currentdict /CMap defineresource pop end end"""
AT_ONCE = 100  # pairs in one block of a character map (ISO 32000-2, 9.10.3)


class Face:
    """One weight of the typeface in one document; it remembers which letters were used."""

    def __init__(self, path: Path) -> None:
        self._font = TTFont(path)
        self._letters: dict[int, str] = self._font.getBestCmap()
        self._per_em: int = self._font["head"].unitsPerEm
        self._widths: dict[str, tuple[int, float]] = {}
        self._used: dict[int, str] = {}
        self._written: dict[str, str] = {}

    def _of(self, letter: str) -> tuple[int, float]:
        """Return the glyph of a letter and its width, in thousandths of the size."""
        if letter not in self._widths:
            name = self._letters.get(ord(letter)) or self._letters[ord(INSTEAD)]
            width = 1000 * self._font["hmtx"][name][0] / self._per_em
            self._widths[letter] = (self._font.getGlyphID(name), width)
        return self._widths[letter]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is, in the unit of the size."""
        known = self._widths
        return sum([(known.get(each) or self._of(each))[1] for each in text]) * size / 1000

    def encode(self, text: str) -> str:
        """Return the text as the hexadecimal glyphs of a page's stream."""
        return "".join([self._written.get(letter) or self._use(letter) for letter in text])

    def _use(self, letter: str) -> str:
        glyph, _width = self._of(letter)
        self._used.setdefault(glyph, letter)
        self._written[letter] = f"{glyph:04x}"
        return self._written[letter]

    def wrap(self, text: str, size: float, most: float) -> list[str]:
        """Return the text in lines no wider than `most`, between words where there are any."""
        whole = " ".join(unicodedata.normalize("NFC", text).split())
        if self.width(whole, size) <= most:
            return [whole]
        lines, line, taken, space = [], "", 0.0, self.width(" ", size)
        for piece in (
            each for word in whole.split(" ") for each in self._cut_up(word, size, most)
        ):
            width = self.width(piece, size)
            if line and taken + space + width > most:
                lines.append(line)
                line = ""
            line, taken = (f"{line} {piece}", taken + space + width) if line else (piece, width)
        return [*lines, line]

    def _cut_up(self, word: str, size: float, most: float) -> list[str]:
        if self.width(word, size) <= most:
            return [word]
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, size) > most:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    @cached_property
    def _name(self) -> str:
        return f"AGNCYA+{self._font['name'].getDebugName(6)}"

    def embed(self, pdf: pydyf.PDF) -> bytes:
        """Put the letters that were used into the document and return the reference to them as a font."""
        widths = " ".join(
            f"{glyph} [{self._of(letter)[1]:.0f}]" for glyph, letter in sorted(self._used.items())
        )
        descriptor = self._described(pdf)
        inner = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{self._name}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "CIDToGIDMap": "/Identity",
            "FontDescriptor": descriptor,
            "W": f"[{widths}]",
        }
        outer = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{self._name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([_kept(pdf, pydyf.Dictionary(inner))]),
            "ToUnicode": _kept(
                pdf, pydyf.Stream([CMAP.format(self._character_map())], compress=True)
            ),
        }
        return _kept(pdf, pydyf.Dictionary(outer))

    def _character_map(self) -> str:
        pairs = [
            f"<{glyph:04x}> <{letter.encode('utf-16-be').hex()}>"
            for glyph, letter in sorted(self._used.items())
        ]
        blocks = [pairs[begin : begin + AT_ONCE] for begin in range(0, len(pairs), AT_ONCE)]
        return "\n".join(
            "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
        )

    def _described(self, pdf: pydyf.PDF) -> bytes:
        head, lines, shape = self._font["head"], self._font["hhea"], self._font["OS/2"]
        scale = 1000 / self._per_em
        box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        facts: dict[str, Any] = {
            "Type": "/FontDescriptor",
            "FontName": f"/{self._name}",
            "Flags": 4,
            "FontBBox": pydyf.Array(box),
            "ItalicAngle": 0,
            "Ascent": round(lines.ascent * scale),
            "Descent": round(lines.descent * scale),
            "CapHeight": round(shape.sCapHeight * scale),
            "StemV": 80,
        }
        program = self._cut()
        extra = {"Length1": len(program)}
        facts["FontFile2"] = _kept(pdf, pydyf.Stream([program], extra, compress=True))
        return _kept(pdf, pydyf.Dictionary(facts))

    def _cut(self) -> bytes:
        """Return the font program with the used letters only, under their own glyph numbers."""
        options = Options(
            retain_gids=True, notdef_outline=True, layout_features=[], glyph_names=False
        )
        subsetter = Subsetter(options)
        subsetter.populate(gids=sorted(self._used))
        subsetter.subset(self._font)
        written = BytesIO()
        self._font.save(written)
        return written.getvalue()


def _kept(pdf: pydyf.PDF, thing: Any) -> bytes:
    pdf.add_object(thing)
    return bytes(thing.reference)
