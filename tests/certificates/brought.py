"""Files as people might bring them: sound ones, and hostile ones by name."""

import io
import zlib
from functools import cache

from PIL import Image


HEADER = b"%PDF-1.7\n"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"


def pdf(catalog=b"", *more, page=PAGE, trailer=b"", before=b"", pages=1):
    """A PDF of one page; `catalog` goes into its root, `more` are objects from number 4 on."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % pages,
        page,
        *more,
    ]
    out, places = HEADER + before, []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, begin = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % begin


def stream(data, facts=b"", *, way=b"/FlateDecode", packed=True):
    data = zlib.compress(data, 9) if packed else data
    filters = b"/Filter " + way + b" " if way else b""
    return b"<< %s%s/Length %d >>\nstream\n%s\nendstream" % (facts, filters, len(data), data)


def hidden_pdf(body, *, packed=None, facts=b""):
    """A PDF whose object 4, which the root names as its action, stands inside a packed object stream."""
    inside = b"4 0 " + body
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE,
        None,
        packed or stream(inside, b"/Type /ObjStm /N 1 /First 4 " + facts),
    ]
    out, rows = HEADER, [b"\0\0\0\0\0\xff\xff"]
    for number, each in enumerate(objects, start=1):
        if each is None:
            rows.append(b"\x02" + (5).to_bytes(4, "big") + b"\0\0")
            continue
        rows.append(b"\x01" + len(out).to_bytes(4, "big") + b"\0\0")
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    begin = len(out)
    rows.append(b"\x01" + begin.to_bytes(4, "big") + b"\0\0")
    table = stream(b"".join(rows), b"/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R ")
    return out + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, begin)


def picture(kind="PNG", size=(40, 30), mode="RGB", **more):
    out = io.BytesIO()
    Image.new(mode, size, 128 if mode in {"L", "1"} else None).save(out, kind, **more)
    return out.getvalue()


def photograph_with_place():
    """A JPEG that says where it was taken, who took it, and carries a comment."""
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "Nhà riêng của tôi", 6
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 12.0)})
    return picture("JPEG", (60, 40), exif=exif, comment=b"bi mat", icc_profile=b"\0" * 200)


def _png_chunk(kind, data):
    body = kind + data
    return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def png_claiming(width, height):
    """A small PNG that unpacks to a very large picture."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    packed = zlib.compress(b"\0" * 2_000_000, 9)
    parts = (_png_chunk(b"IHDR", head), _png_chunk(b"IDAT", packed), _png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@cache
def bomb(size=200_000_000):
    packer = zlib.compressobj(9)
    block = b"\0" * 1_000_000
    return b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()


ACTION = b"<< /S /JavaScript /JS (app.alert(1)) >>"
SPEC = b"<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>"
DEEP = b"[" * 20_000 + b"]" * 20_000
ZIP = b"PK\x05\x06" + b"\0" * 18


@cache
def hostile():
    """Return every hostile file by name, with the code of its refusal."""
    return _acting() | _enclosing() | _unbearable() | _something_else()


def _acting():
    return {
        "javascript when opened": ("active", pdf(b"/OpenAction " + ACTION)),
        "javascript behind a reference": ("active", pdf(b"/OpenAction 4 0 R", ACTION)),
        "javascript, escaped": ("active", pdf(b"/OpenAction << /S /J#61vaScript /J#53 (1) >>")),
        "javascript, packed away": ("active", hidden_pdf(ACTION)),
        "script name behind a reference": (
            "active",
            pdf(b"/OpenAction << /S 4 0 R >>", b"/Named", b"/GoToR").replace(b"/S 4 ", b"/S 5 "),
        ),
        "javascript of the document": ("active", pdf(b"/Names << /JavaScript 4 0 R >>", b"<< >>")),
        "program to launch": ("active", hidden_pdf(b"<< /S /Launch /F (cmd.exe) >>")),
        "launch on a page": (
            "active",
            pdf(page=PAGE[:-2] + b"/Annots [<< /Subtype /Link /A << /S /Launch >> >>] >>"),
        ),
        "form sent elsewhere": ("active", hidden_pdf(b"<< /S /SubmitForm /F (https://a.b) >>")),
        "data taken in": ("active", hidden_pdf(b"<< /S /ImportData /F (a) >>")),
        "act on a page": ("active", pdf(page=PAGE[:-2] + b"/AA << /O << /S /Named >> >> >>")),
        "XFA form": ("active", pdf(b"/AcroForm << /XFA (x) >>")),
        "film": ("active", pdf(page=PAGE[:-2] + b"/Annots [<< /Subtype /RichMedia >>] >>")),
        "sound": ("active", pdf(page=PAGE[:-2] + b"/Annots [<< /Subtype /Sound >>] >>")),
    }  # fmt: skip


def _enclosing():
    return {
        "file inside": ("enclosing", pdf(b"/AF [4 0 R]", SPEC, stream(b"MZ"))),
        "file inside, by name": ("enclosing", pdf(b"/Names << /EmbeddedFiles << >> >>")),
        "file pinned to a page": (
            "enclosing",
            pdf(page=PAGE[:-2] + b"/Annots [<< /Subtype /FileAttachment >>] >>"),
        ),
        "locked": ("encrypted", pdf(b"", b"<< /Filter /Standard >>", trailer=b"/Encrypt 4 0 R")),
        "archive behind the end": ("two_in_one", pdf() + b"PK\x03\x04" + ZIP),
        "archive before the end": ("two_in_one", pdf(b"", stream(ZIP, packed=False, way=b""))),
        "page of HTML behind the end": ("two_in_one", pdf() + b"<script>alert(1)</script>"),
    }  # fmt: skip


def _unbearable():
    many = b"<< /Kids [" + b"<< /A << >> >> " * 450_000 + b"] >>"
    return {
        "PDF bomb": ("bomb", hidden_pdf(b"", packed=(
            b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (len(bomb()), bomb())
        ))),
        "PDF bomb, packed twice": ("bomb", hidden_pdf(b"", packed=stream(
            bomb(), b"/Type /ObjStm /N 1 /First 4 ", way=b"[/FlateDecode /FlateDecode]"
        ))),
        "too many pages": ("too_complex", pdf(pages=40_000)),
        "too many objects": ("too_complex", pdf(b"/PieceInfo 4 0 R", many)),
        "many things": ("too_complex", pdf(b"/PieceInfo 4 0 R", b"[" + b"[] " * 220_000 + b"]")),
        "nested without end": ("unreadable", pdf(b"/PieceInfo " + DEEP)),
        "PDF cut off": ("unreadable", pdf()[:150]),
        "only the beginning of a PDF": ("unreadable", b"%PDF-1.7\nhello"),
        "picture bomb": ("bomb", png_claiming(60_000, 60_000)),
        "picture larger than bearable": ("bomb", png_claiming(5_000, 5_000)),
        "progressive picture, too large": ("bomb", picture("JPEG", (5_000, 4_000), progressive=True)),
        "picture cut off": ("unreadable", picture("JPEG", (900, 900), "RGB")[:900]),
        "only the beginning of a picture": ("unreadable", b"\x89PNG\r\n\x1a\nxxxx"),
    }  # fmt: skip


def _something_else():
    return {
        "SVG": ("unknown", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        "HTML": ("unknown", b"<!doctype html><script>alert(1)</script>"),
        "HTML before a PDF": ("unknown", b"<script>alert(1)</script>\n" + pdf()),
        "program": ("unknown", b"MZ" + b"\0" * 200),
        "archive": ("unknown", b"PK\x03\x04" + b"\0" * 30 + ZIP),
        "GIF": ("unknown", picture("GIF")),
        "TIFF": ("unknown", picture("TIFF")),
        "nothing": ("empty", b""),
        "too large": ("oversized", pdf() + b"\0" * (10 * 1024 * 1024)),
    }  # fmt: skip
