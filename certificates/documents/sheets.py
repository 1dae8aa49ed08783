"""Spreadsheets that somebody uploads. Nothing is trusted: measured and searched before a reader opens it."""

import re
import struct
import zipfile
import zlib
from datetime import date, datetime
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from certificates.rules.lists import MOST_COLUMNS, MOST_LINES


MOST_BYTES = 5 * 1024 * 1024
MOST_OPENED = 40 * 1024 * 1024
MOST_PARTS = 500
ACTIVE = re.compile(r"vbaProject|activeX|/embeddings/|/macrosheets/|\.bin$", re.IGNORECASE)
# Printer settings are the one binary part that every spreadsheet program writes.
HARMLESS = re.compile(r"^xl/printerSettings/", re.IGNORECASE)
# Where a cell or row says it stands. The reader makes room for every cell up to the farthest, so one at
# XFD1048576 would take all memory.
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,4})(\d{1,9})["']""")
ZIP = b"PK\x03\x04"


class SheetError(Exception):
    """No list can be taken from the file; `code` says why in one word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_sheet(content: bytes) -> bool:
    """Return whether the content begins as a spreadsheet of today does."""
    return content.startswith(ZIP)


def table_in(content: bytes) -> list[tuple[int, list[str]]]:
    """
    Return the lines of the first sheet that are not empty, each with its place in the sheet.

    Raises SheetError: `oversized`, `bomb`, `active`, `too_wide`, `too_many` or `unreadable`.
    """
    if len(content) > MOST_BYTES:
        raise SheetError("oversized")
    _refuse_danger(content)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            names = [
                each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet
            ]
            if not names:
                raise SheetError("unreadable")
            rows = book.get_sheet_by_name(names[0]).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as problem:
        raise SheetError("unreadable") from problem
    lines = ((place, [_written(cell) for cell in row]) for place, row in enumerate(rows, start=1))
    return [(place, cells) for place, cells in lines if any(cells)]


def _written(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell).strip()


def _refuse_danger(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as problem:
        raise SheetError("unreadable") from problem
    if len(parts) > MOST_PARTS:
        raise SheetError("bomb")
    if any(ACTIVE.search(each.filename) and not HARMLESS.match(each.filename) for each in parts):
        raise SheetError("active")
    left = MOST_OPENED
    for part in parts:
        opened = _opened(content, part, left)
        left -= len(opened)
        if left <= 0:
            raise SheetError("bomb")
        if b"macroEnabled" in opened:
            raise SheetError("active")
        if part.filename.lower().startswith("xl/worksheets/"):
            _refuse_far_cells(opened)


def _opened(content: bytes, part: zipfile.ZipInfo, most: int) -> bytes:
    """Return what a part unpacks to, whatever size it claims; one byte more than allowed at most."""
    head = content[part.header_offset : part.header_offset + 30]
    if len(head) < 30 or not head.startswith(ZIP):
        raise SheetError("unreadable")
    name, extra = struct.unpack("<HH", head[26:30])
    begin = part.header_offset + 30 + name + extra
    if part.compress_type == zipfile.ZIP_STORED:
        return content[begin : begin + part.compress_size]
    if part.compress_type != zipfile.ZIP_DEFLATED or part.flag_bits & 1:
        raise SheetError("unreadable")
    try:
        return zlib.decompressobj(-15).decompress(memoryview(content)[begin:], most + 1)
    except zlib.error as problem:
        raise SheetError("unreadable") from problem


def _refuse_far_cells(sheet: bytes) -> None:
    if b"\0" in sheet[:64]:  # two bytes a letter: the search below would see nothing
        raise SheetError("unreadable")
    for column, row in PLACE.findall(sheet):
        if _column(column) > MOST_COLUMNS:
            raise SheetError("too_wide")
        if int(row) > MOST_LINES:
            raise SheetError("too_many")


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place
