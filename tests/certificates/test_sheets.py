import io
import zipfile
from datetime import date

import openpyxl
import pytest

from certificates.documents import sheets
from certificates.documents.sheets import SheetError, table_in
from certificates.rules.lists import asked


A = "VNPQ2026000162"


def sheet(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def packed(**changes):
    """A real spreadsheet with parts changed or added."""
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet([A, "Lê An"]))) as old,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        parts = {name: old.read(name) for name in old.namelist()} | changes
        for name, content in parts.items():
            new.writestr(name, content)
    return whole.getvalue()


FIRST = "xl/worksheets/sheet1.xml"


def cell_at(place):
    row = "".join(c for c in place if c.isdigit())
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData></worksheet>'
    )


def test_a_spreadsheet_is_read_as_a_list():
    content = sheet(["TT", "Họ và tên", "Số chứng chỉ"], [1, "Lê Ẩn", A], [], [2, "Vũ", 20260001])
    assert [(e.line, e.number, e.name) for e in asked(table_in(content))] == [
        (2, A, "Lê Ẩn"),
        (4, "20260001", "Vũ"),
    ]


def test_a_day_in_a_cell_is_no_obstacle():
    assert table_in(sheet([A, date(2026, 1, 2)])) == [(1, [A, "2026-01-02"])]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and nothing else", "unreadable"),
        (packed(**{"xl/vbaProject.bin": b"x"}), "active"),
        (packed(**{"xl/embeddings/oleObject1.bin": b"x"}), "active"),
        (packed(**{"[Content_Types].xml": b"application/vnd.ms-excel.sheet.macroEnabled"}), "active"),
        (packed(**{"docProps/filling.xml": b"\0" * (sheets.MOST_OPENED + 1)}), "bomb"),
        (packed(**{f"xl/part{n}.xml": b"" for n in range(sheets.MOST_PARTS)}), "bomb"),
        (packed(**{FIRST: cell_at("XFD1")}), "too_wide"),
        (packed(**{FIRST: cell_at("A1048576")}), "too_many"),
        (packed(**{FIRST: cell_at("A1").encode("utf-16")}), "unreadable"),
        (b"PK\x03\x04" + b"x" * sheets.MOST_BYTES, "oversized"),
    ],
    ids=["broken", "macro", "object", "macro type", "bomb", "parts", "wide", "far", "utf16", "large"],
)  # fmt: skip
def test_a_dangerous_file_is_refused_for_its_own_reason(content, code):
    with pytest.raises(SheetError) as refused:
        table_in(content)
    assert refused.value.code == code


def test_a_part_that_lies_about_its_size_is_measured_all_the_same():
    content = bytearray(packed(**{"docProps/filling.xml": b"\0" * (sheets.MOST_OPENED + 1)}))
    size = (sheets.MOST_OPENED + 1).to_bytes(4, "little")
    assert content.count(size) >= 1
    with pytest.raises(SheetError, match="bomb"):
        table_in(bytes(content.replace(size, (9).to_bytes(4, "little"))))
