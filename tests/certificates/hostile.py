"""Files that are sent to keep a server busy: small outside, large or endless inside."""

import json
import struct
import zlib


def pdf_of(*objects, trailer=b"/Root 1 0 R", tail=b""):
    """Return a small PDF of these objects, numbered from one."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin, size = len(out), len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return (
        out
        + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            trailer,
            begin,
        )
        + tail
    )


CATALOG = b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(credential.json) 3 0 R] >> >> >>"
PAGES = b"<< /Type /Pages /Kids [] /Count 0 >>"
FILE = b"<< /Type /Filespec /F (credential.json) /EF << /F 4 0 R >> >>"


def stream(data, *, words=b""):
    """Return a stream with these bytes as they are."""
    return b"<< /Type /EmbeddedFile %s /Length %d >>\nstream\n%s\nendstream" % (
        words,
        len(data),
        data,
    )


def carrying(data, *, words=b"/Filter /FlateDecode"):
    """Return a PDF that carries these bytes as its credential."""
    return pdf_of(CATALOG, PAGES, FILE, stream(data, words=words))


def broken_streams():
    """Two hundred streams that unpack to 19 MB and then break, so that nothing of them ever counted."""
    packed = zlib.compress(bytes(19_000_000), 9)[:-4] + b"\0\0\0\1"
    return pdf_of(CATALOG, PAGES, FILE, *[stream(packed, words=b"/Filter /FlateDecode")] * 200)


def single_bytes():
    """A megabyte predicted byte by byte, which a reader undoes row by row."""
    words = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1 >>"
    return carrying(zlib.compress(b"\2\0" * 2_000_000, 9), words=words)


def many_versions():
    """A file that was saved a thousand times."""
    whole = carrying(zlib.compress(b"{}"))
    return whole + b"startxref\n%d\n%%%%EOF\n" % whole.index(b"xref") * 1000


def ring_of_versions():
    """A file whose version before the last is the last."""
    whole = pdf_of(CATALOG, PAGES, FILE, stream(b"{}"), trailer=b"/Root 1 0 R /Prev 99999")
    return whole.replace(b"99999", b"%05d" % whole.index(b"xref"))


def deep_pdf():
    """Brackets in brackets, a hundred thousand times."""
    return pdf_of(CATALOG, PAGES, b"[" * 100_000 + b"]" * 100_000, stream(b"{}"))


def png_of(*chunks):
    """Return a PNG of these chunks, each a kind and its bytes."""
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def picture(width, height):
    """Return a PNG that says it has that size, in a few bytes: its rows end after the first thousand."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = bytes(1 + (width + 7) // 8) * min(height, 1_000)
    return png_of((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))


def packed_text():
    """A PNG whose credential is packed: 30 MB in 30 kB."""
    inside = zlib.compress(b"{" * 30_000_000, 9)
    return png_of((b"iTXt", b"openbadgecredential\0\1\0\0\0" + inside))


def empty_chunks():
    """A PNG of 400,000 empty chunks."""
    return b"\x89PNG\r\n\x1a\n" + (bytes(4) + b"aaaa" + bytes(4)) * 400_000


def credential_with(document, **parts):
    """Return the bytes of a signed document with other parts put in."""
    return json.dumps({**document, **parts}).encode()


def tree(width, depth):
    """Nameless parts that look alike, in nameless parts that look alike."""
    if depth == 0:
        return {"type": ["Evidence"], "name": "x"}
    inside = [tree(width, depth - 1) for _ in range(width)]
    return {"type": ["Achievement"], "name": "y", "related": inside}


def ring(size):
    """Nameless parts with names of their own, each beside the next: no two look alike, and none differs."""
    return [
        {"id": f"_:b{place}", "type": ["Achievement"], "related": [{"id": f"_:b{other}"}]}
        for place in range(size)
        for other in range(size)
        if place != other
    ]
