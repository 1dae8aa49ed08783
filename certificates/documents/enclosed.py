"""The credential inside a file that somebody brings: JSON, a baked PNG, or a PDF with an attachment. Nothing is trusted."""

import json
import re
import struct
import zlib
from io import BytesIO
from typing import Any

from certificates.documents.badge import KEYWORD


MOST_BYTES = 5 * 1024 * 1024
MOST_OPENED = 20 * 1024 * 1024
MOST_STREAMS = 2_000
DEEPEST = 40
PNG = b"\x89PNG\r\n\x1a\n"
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|XFA)\b")
# Filters that this register never writes, and names written so that a search does not see them.
ODD = re.compile(rb"/(ASCII85|ASCIIHex|LZW|RunLength|Crypt)|/\w*#[0-9A-Fa-f]{2}\w*Decode")
UNREADABLE = (KeyError, IndexError, TypeError, ValueError, AttributeError, OSError)


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
    """Return the credential; raise EnclosedError `unreadable` or `too_deep`."""
    try:
        text = content.decode()
        if _depth(text) > DEEPEST:
            raise EnclosedError("too_deep")
        document = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as problem:
        raise EnclosedError("unreadable") from problem
    if not isinstance(document, dict):
        raise EnclosedError("unreadable")
    return document


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
    while place + 12 <= len(content):
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
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    _refuse_danger(content)
    try:
        root = PdfFileReader(BytesIO(content)).root
        names = list(root["/Names"]["/EmbeddedFiles"]["/Names"])
        for place in range(0, len(names), 2):
            if str(names[place]).endswith(".json"):
                stream = names[place + 1].get_object()["/EF"]["/F"]
                if isinstance(stream, generic.StreamObject):
                    return bytes(stream.data)
    except KeyError as problem:
        raise EnclosedError("empty") from problem
    except (PdfError, *UNREADABLE, RecursionError) as problem:
        raise EnclosedError("unreadable") from problem
    raise EnclosedError("empty")


def _refuse_danger(content: bytes) -> None:
    """Open every compressed stream within limits before a reader does it without any."""
    if ODD.search(content):
        raise EnclosedError("unreadable")
    left = MOST_OPENED
    seen = [content]
    for count, found in enumerate(re.finditer(rb"stream\r?\n", content)):
        if count > MOST_STREAMS:
            raise EnclosedError("bomb")
        opened = _opened(content, found.end(), left)
        left -= len(opened)
        if left <= 0 or (opened[:1] == b"\x78" and _opened(opened, 0, MOST_OPENED)):
            raise EnclosedError("bomb")
        seen.append(opened)
    if any(ACTIVE.search(part) for part in seen):
        raise EnclosedError("active")


def _opened(content: bytes, begin: int, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(memoryview(content)[begin:], most)
    except zlib.error:
        return b""
