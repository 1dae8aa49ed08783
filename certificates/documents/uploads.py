"""
Files that people bring as evidence, checked before anything is kept.

What a file is, its content says, not its name. Pictures are drawn anew, so that nothing but the picture is left of
them: no place where it was taken, no second file behind the end. A PDF is kept as it is, since it may be signed, and
so must hold nothing that acts: every object that can be reached is looked at, within bounds of time and memory.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageFile, ImageOps

from certificates.rules.files import MOST_BYTES


MOST_SECONDS: Final = 6.0
MOST_SIGNS: Final = 1_000_000  # read one by one, outside streams: each may become an object
MOST_THINGS: Final = 100_000
MOST_PAGES: Final = 500
MOST_OPENED: Final = 1024 * 1024
MOST_OPENED_TOGETHER: Final = 16 * 1024 * 1024
FEW: Final = 64
MOST_PIXELS: Final = {"JPEG": 40_000_000, "PNG": 16_000_000}
MOST_PIXELS_PROGRESSIVE: Final = 12_500_000  # all of its coefficients are held at once
HALVED_FROM: Final = 16_000_000
LONGEST_SIDE: Final = 4_000
ARCHIVE_END: Final = b"PK\x05\x06"
ARCHIVE_TAIL: Final = 66_000
# Names that stand in plain sight, also in parts of the file that only some readers find.
SEEN: Final = re.compile(
    rb"/(?:JavaScript|EmbeddedFiles?|RichMedia|Launch|ImportData|SubmitForm)\b"
)
ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTING_KEYS: Final = frozenset({"/JS", "/JavaScript", "/AA", "/XFA", "/RichMediaContent"})
ENCLOSING_KEYS: Final = frozenset({"/EF", "/EmbeddedFiles"})
ACTS: Final = frozenset(
    [
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/Sound",
        "/Movie",
        "/RichMediaExecute",
        "/GoTo3DView",
    ]
)
ACTING_KINDS: Final = frozenset(["/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"])


class UploadRefused(Exception):  # noqa: N818 - it names what happened
    """The file is not taken; `code` says why in one word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: what it is (`pdf`, `png` or `jpeg`), and the bytes to keep."""

    kind: str
    content: bytes


def checked(content: bytes) -> Checked:
    """
    Return the file as it may be kept.

    Raises UploadRefused: `empty`, `oversized`, `unknown` (neither PDF, PNG nor JPEG), `encrypted`, `active`, `enclosing`
    (another file inside), `two_in_one`, `bomb`, `too_complex` or `unreadable`.
    """
    if not content:
        raise UploadRefused("empty")
    if len(content) > MOST_BYTES:
        raise UploadRefused("oversized")
    if content.startswith(b"%PDF-"):
        _refuse_acting_pdf(content)
        return Checked("pdf", content)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Checked("png", _drawn_anew(content, "PNG"))
    if content.startswith(b"\xff\xd8\xff"):
        return Checked("jpeg", _drawn_anew(content, "JPEG"))
    raise UploadRefused("unknown")


def _drawn_anew(content: bytes, kind: str) -> bytes:
    try:
        with Image.open(BytesIO(content), formats=[kind]) as picture:
            _refuse_large(picture, kind)
            if picture.width * picture.height > HALVED_FROM:
                picture.draft(None, (picture.width // 2, picture.height // 2))
            with _to_its_end():
                ImageOps.exif_transpose(picture, in_place=True)
                return _saved(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise UploadRefused("bomb") from problem
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError) as problem:
        raise UploadRefused("unreadable") from problem


@contextmanager
def _to_its_end() -> Iterator[None]:
    """Refuse pictures that were cut off: what draws PDFs lets the library fill them up with grey, for the whole process."""
    filled_up = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = filled_up


def _refuse_large(picture: Image.Image, kind: str) -> None:
    most = MOST_PIXELS_PROGRESSIVE if "progressive" in picture.info else MOST_PIXELS[kind]
    if picture.width * picture.height > most:
        raise UploadRefused("bomb")


def _saved(picture: Image.Image, kind: str) -> bytes:
    """Return the picture alone: its colours, at most 4,000 pixels on a side, and nothing that was said about it."""
    see_through = kind == "PNG" and picture.has_transparency_data
    mode = "RGBA" if see_through else "RGB"
    plain = picture if picture.mode == mode else picture.convert(mode)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain.info.clear()  # comments, profiles and the like would be written again
    out = BytesIO()
    plain.save(out, format=kind, **({"quality": 88} if kind == "JPEG" else {}))
    return out.getvalue()


def _refuse_acting_pdf(content: bytes) -> None:
    # Loaded with the first PDF: no other page of the site needs the library.
    from pyhanko.pdf_utils.misc import PdfDecodeLimitError, PdfError

    tail = content[content.rfind(b"%%EOF") + 5 :] if b"%%EOF" in content else b""
    if tail.strip(b"\0\t\n\f\r ") or ARCHIVE_END in content[-ARCHIVE_TAIL:]:
        raise UploadRefused("two_in_one")
    found = SEEN.search(ESCAPED.sub(lambda each: bytes([int(each[1], 16)]), content))
    if found:
        raise UploadRefused("enclosing" if b"Embedded" in found[0] else "active")
    try:
        _walk(content)
    except PdfDecodeLimitError as problem:
        raise UploadRefused("bomb") from problem
    except (PdfError, ArithmeticError, LookupError, TypeError, ValueError) as problem:
        raise UploadRefused("unreadable") from problem
    except (AttributeError, AssertionError, OSError, RuntimeError) as problem:
        raise UploadRefused("unreadable") from problem


def _walk(content: bytes) -> None:
    from pyhanko.pdf_utils import decode_limits as opened
    from pyhanko.pdf_utils.reader import PdfFileReader

    limits = opened.DecodeLimits(
        per_stream=opened.StreamDecodeLimits(max_output_size=MOST_OPENED),
        document_budget=opened.DocumentDecodeBudget(MOST_OPENED_TOGETHER, max_ratio=1),
    )
    reader = PdfFileReader(_Measured(content), strict=False, decode_limits=limits)
    if "/Encrypt" in reader.trailer:
        raise UploadRefused("encrypted")
    if not 0 < int(reader.root["/Pages"]["/Count"]) <= MOST_PAGES:
        raise UploadRefused("too_complex")
    for found in _dictionaries(reader.trailer_view):
        _refuse_acting(found)


class _Measured(BytesIO):
    """Bytes that count how much of them is read in small pieces, as the structure of a PDF is, and for how long."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.signs = 0
        self.until = time.monotonic() + MOST_SECONDS

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes; raise UploadRefused `too_complex` when the structure is too large."""
        if size is not None and 0 < size <= FEW:
            self.signs += size
            if self.signs > MOST_SIGNS or time.monotonic() > self.until:
                raise UploadRefused("too_complex")
        return super().read(size)


def _dictionaries(root: Any) -> Iterator[Any]:
    """Yield every dictionary that can be reached from the trailer, each once."""
    from pyhanko.pdf_utils import generic

    seen: set[tuple[int, int]] = set()
    todo, count, until = [root], 0, time.monotonic() + MOST_SECONDS
    while todo:
        here, count = todo.pop(), count + 1
        if count > MOST_THINGS or time.monotonic() > until:
            raise UploadRefused("too_complex")
        if isinstance(here, generic.IndirectObject):
            if (here.idnum, here.generation) not in seen:
                seen.add((here.idnum, here.generation))
                todo.append(here.get_object())  # type: ignore[no-untyped-call]
        elif isinstance(here, generic.DictionaryObject):
            yield here
            todo.extend(here.raw_get(name) for name in here)
        elif isinstance(here, generic.ArrayObject):
            todo.extend(here.raw_get(place) for place in range(len(here)))


def _refuse_acting(found: Any) -> None:
    names, kind = set(found), _named(found, "/Subtype")
    if names & ENCLOSING_KEYS or kind == "/FileAttachment":
        raise UploadRefused("enclosing")
    if names & ACTING_KEYS or _named(found, "/S") in ACTS or kind in ACTING_KINDS:
        raise UploadRefused("active")


def _named(found: Any, key: str) -> str:
    """Return the name that stands under a key, also where it only points there."""
    return str(found[key]) if key in found else ""
