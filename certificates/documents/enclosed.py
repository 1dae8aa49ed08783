"""The credential inside a file that somebody brings: JSON, a baked PNG, or a PDF with an attachment. Nothing is trusted."""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from certificates.documents.badge import KEYWORD
from certificates.rules.shape import DEEPEST, MOST_LETTERS, shape_of


MOST_BYTES = 5 * 1024 * 1024
MOST_OPENED = 20 * 1024 * 1024
MOST_STREAMS = 2_000
MOST_CHUNKS = 2_000
PIECE, MOUTHFUL = 64 * 1024, 8 * 1024
LONGEST = 32
PNG = b"\x89PNG\r\n\x1a\n"
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|XFA)(?=[\s/<>(\[\]])")
# Filters that this register never writes, and names written so that a search does not see them.
ODD = re.compile(rb"/(ASCII85|ASCIIHex|LZW|RunLength|Crypt)|/\w*#[0-9A-Fa-f]{2}\w*Decode")
STREAM = re.compile(rb"stream[ \t]*\r?\n?")


class EnclosedError(Exception):
    """No credential can be taken from the file; `code` says why in one word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def credential_in(content: bytes) -> bytes:
    """
    Return the bytes of the credential that a file holds, as they stand in it.

    Raises EnclosedError: `oversized`, `bomb`, `active`, `empty` (a PNG or PDF without a credential) or `unreadable`.
    """
    if len(content) > MOST_BYTES:
        raise EnclosedError("oversized")
    if content.startswith(PNG):
        return _in_png(content)
    if content.startswith(b"%PDF-"):
        return _in_pdf(content)
    return content


def read_credential(content: bytes) -> dict[str, Any]:
    """Return the credential; raise EnclosedError `unreadable`, or `outsized` for far more than any credential holds."""
    if len(content) > MOST_LETTERS:
        raise EnclosedError("outsized")
    try:
        text = content.decode()
        if _depth(text) > DEEPEST:
            raise EnclosedError("outsized")
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise EnclosedError("unreadable") from problem
    if not isinstance(document, dict):
        raise EnclosedError("unreadable")
    if not shape_of(document).is_readable:
        raise EnclosedError("outsized")
    return document


def _no_number(word: str) -> None:
    """Refuse NaN and Infinity, which Python reads and nobody else."""
    raise ValueError(word)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object; a name given twice would be read in two ways."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise EnclosedError("unreadable")
    return found


def _depth(text: str) -> int:
    deepest = here = 0
    for sign in re.findall(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', text, re.DOTALL):
        if sign in "[{":
            here += 1
            deepest = max(deepest, here)
        elif sign in "]}":
            here -= 1
    return deepest


def _in_png(content: bytes) -> bytes:
    place = len(PNG)
    for _chunk in range(MOST_CHUNKS):
        if place + 12 > len(content):
            break
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        if kind == b"iTXt" and data.startswith(KEYWORD.encode() + b"\0\0\0"):
            parts = data.split(b"\0", 5)
            if len(parts) == 6:
                return parts[5]
        place += 12 + length
    raise EnclosedError("empty")


def _in_pdf(content: bytes) -> bytes:
    # Loaded with the first PDF: no other page of the site needs the library.
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.misc import PdfDecodeLimitError

    from certificates.signing.pdf_reader import UNREADABLE, open_pdf

    _refuse_danger(content)
    try:
        root = open_pdf(content).root
        names = list(root["/Names"]["/EmbeddedFiles"]["/Names"])
        for place in range(0, len(names), 2):
            if str(names[place]).endswith(".json"):
                stream = names[place + 1].get_object()["/EF"]["/F"]
                if isinstance(stream, generic.StreamObject):
                    return bytes(stream.data)
    except KeyError as problem:
        raise EnclosedError("empty") from problem
    except PdfDecodeLimitError as problem:
        raise EnclosedError("bomb") from problem
    except UNREADABLE as problem:
        raise EnclosedError("unreadable") from problem
    raise EnclosedError("empty")


def _refuse_danger(content: bytes) -> None:
    """Open every compressed stream within limits before a reader does it; what breaks off half-way counts in full."""
    if ODD.search(content):
        raise EnclosedError("unreadable")
    left, outside, plain = MOST_OPENED, 0, b""
    for count, found in enumerate(STREAM.finditer(content)):
        if count > MOST_STREAMS:
            raise EnclosedError("bomb")
        inside = Packed(content, found.end())
        opened = b""
        for piece in inside:
            left -= len(piece)
            if left <= 0 or (not opened and _is_packed(piece)):
                raise EnclosedError("bomb")
            opened = opened[-LONGEST:] + piece  # a word may stand across two pieces
            _refuse_active(opened)
        if inside.end > outside:
            # what is packed is not searched as it stands: chance would find words in it
            plain += content[outside : found.end()]
            outside = inside.end
    _refuse_active(plain + content[outside:])


def _refuse_active(part: bytes) -> None:
    if ACTIVE.search(part):
        raise EnclosedError("active")


class Packed:
    """What a compressed stream unpacks to, piece by piece, until it ends or breaks; `end` is where it ended, or zero."""

    def __init__(self, content: bytes, begin: int) -> None:
        self.content, self.place, self.end = content, begin, 0

    def __iter__(self) -> Iterator[bytes]:
        packed, fed = zlib.decompressobj(), b""
        try:
            while not packed.eof:
                if not fed:
                    fed = self.content[self.place : self.place + MOUTHFUL]
                    self.place += len(fed)
                    if not fed:
                        return
                piece = packed.decompress(fed, PIECE)
                fed = packed.unconsumed_tail
                if piece:
                    yield piece
        except zlib.error:
            return
        self.end = self.place - len(packed.unused_data)


def _is_packed(piece: bytes) -> bool:
    """Return whether what was unpacked is packed once more, which no writer of documents does."""
    try:
        return bool(piece[:1] == b"\x78" and zlib.decompressobj().decompress(piece, PIECE))
    except zlib.error:
        return False
