import unicodedata

import pytest
from hypothesis import given, strategies as st

from certificates.rules.lists import MOST_ROWS, ListProblem, asked, read_table, read_text


A, B = "VNPQ2026000162", "VNPQ2026000259"


def pairs(text):
    return [(each.line, each.number, each.name) for each in asked(read_table(text))]


@pytest.mark.parametrize(
    ("line", "number", "name"),
    [
        ("VNPQ 2026 0001 62", "VNPQ 2026 0001 62", ""),
        ("VNPQ2026000162,  Lê An ", A, "Lê An"),
        ("VNPQ2026000162;Lê, An", A, "Lê, An"),
        ("VNPQ2026000162\tLê; An", A, "Lê; An"),
        ('"VNPQ2026000162";"Lê ""Bé"" An"', A, 'Lê "Bé" An'),
    ],
)
def test_a_line_is_number_and_name(line, number, name):
    assert pairs(line) == [(1, number, name)]


def test_lines_may_differ_in_their_separators():
    assert pairs(f"{A}; Lê An\n{B}, Vũ Bình\n{A}\nx") == [
        (1, A, "Lê An"),
        (2, B, "Vũ Bình"),
        (3, A, ""),
        (4, "x", ""),
    ]


@pytest.mark.parametrize("mark", ["\t", ";", ",", "|"])
@pytest.mark.parametrize(
    "head", [("STT", "Họ và tên", "Số chứng chỉ"), ("No.", "Full name", "Certificate number")]
)
def test_columns_are_known_by_their_heads(mark, head):
    lines = [head, ("1", "Lê An", A), ("2", "Vũ Bình", "sai")]
    assert pairs("\n".join(mark.join(line) for line in lines)) == [
        (2, A, "Lê An"),
        (3, "sai", "Vũ Bình"),
    ]


def test_without_heads_columns_are_known_by_what_stands_in_them():
    text = f"1;Phòng Kỹ thuật;Lê An;{A};x\n2;Phòng;Vũ Bình;{B};y"
    assert pairs(text) == [(1, A, "Lê An"), (2, B, "Vũ Bình")]


def test_a_head_that_points_to_another_column_is_not_believed():
    assert pairs(f"Số;Họ tên;Mã riêng\n1;Lê An;{A}\n2;Vũ Bình;{B}")[0] == (2, A, "Lê An")


def test_empty_lines_are_passed_over_and_places_kept():
    assert [each.line for each in asked(read_table(f"\n{A}\n\n  \n{B}\n"))] == [2, 5]


def test_a_row_of_empty_cells_is_passed_over_and_places_kept():
    assert read_table("VNPQ1;An\n;\nVNPQ2;Bình") == [(1, ["VNPQ1", "An"]), (3, ["VNPQ2", "Bình"])]


def test_a_cell_of_two_lines_keeps_the_places_of_the_next():
    assert pairs(f'{A};"Lê\nAn"\n{B};Vũ') == [(1, A, "Lê An"), (3, B, "Vũ")]


def test_a_line_without_a_number_is_kept():
    assert pairs(f"Số;Tên\n{A};Lê An\n;Vũ Bình")[1] == (3, "", "Vũ Bình")


def test_a_repeated_number_names_its_first_line_however_it_is_grouped():
    marked = asked(read_table(f"{A}\n{B}\nvnpq 2026-0001 62\n{A}"))
    assert [each.first for each in marked] == [None, None, 1, 1]


def test_ten_thousand_lines_and_no_more():
    assert len(asked(read_table(f"{A}\n" * MOST_ROWS))) == MOST_ROWS
    with pytest.raises(ListProblem, match="too_many"):
        asked(read_table(f"{A}\n" * (MOST_ROWS + 1)))


@pytest.mark.parametrize("text", ["", " \n\t\n", "Số chứng chỉ;Họ tên"])
def test_a_list_without_lines_is_refused(text):
    with pytest.raises(ListProblem, match="empty"):
        asked(read_table(text))


def test_a_list_that_is_too_wide_is_refused():
    with pytest.raises(ListProblem, match="too_wide"):
        asked(read_table(A + ";x" * 200))


NAME = "Đặng Thị Ngọc Ẩn, Nguyễn Hữu Phước"


@pytest.mark.parametrize(
    "content",
    [
        NAME.encode(),
        NAME.encode("utf-8-sig"),
        NAME.encode("utf-16"),
        NAME.encode("utf-16-le"),
        b"\xfe\xff" + NAME.encode("utf-16-be"),
        unicodedata.normalize("NFD", NAME).encode(),
    ],
)
def test_names_arrive_whole_from_every_encoding(content):
    assert read_text(content) == NAME


def test_names_arrive_whole_from_the_old_windows():
    # Windows-1258 writes a tone after its letter, which neither NFC nor NFD does
    old = "Đặng Thị Ngọc"
    written = "".join(c if len(c.encode("cp1258", "ignore")) else _split(c) for c in old).encode(
        "cp1258"
    )
    assert read_text(written) == old


def _split(letter):
    """The letter with its hat or horn, then its tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, b"abc\x00def", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(ListProblem, match="encoding"):
        read_text(content)


@given(st.text(max_size=300))
def test_whatever_is_pasted_every_line_has_its_place_and_fits_the_table(text):
    try:
        found = asked(read_table(text))
    except ListProblem:
        return
    places = [each.line for each in found]
    assert places == sorted(set(places))
    assert all(len(each.number) <= 40 and len(each.name) <= 120 for each in found)
    assert not any("\0" in each.number + each.name for each in found)


def test_a_quotation_mark_that_is_never_closed_swallows_no_other_line():
    long = "x" * 140_000
    text = f'{A};"{long}\n\n{B};Trần'
    assert read_table(text) == [(1, [A, f'"{long}']), (3, [B, "Trần"])]
