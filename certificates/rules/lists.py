"""A list of numbers as people send it: any separator, any of the usual encodings, with or without a head."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from accounts.names import fold
from certificates.rules.numbers import SHAPE, squeeze


MOST_ROWS = 10_000
MOST_LINES = 20_000  # with the empty ones
MOST_COLUMNS = 100
LONGEST_NUMBER, LONGEST_NAME = 40, 120
# A list names people: it is deleted when what it was needed for is done.
KEPT_FOR = timedelta(days=90)
SEPARATORS = ("\t", ";", ",", "|")
SAMPLE = 200
NUMBER_HEADS = {
    "so", "so chung chi", "so hieu", "so hieu chung chi", "ma so", "ma chung chi", "so cc",
    "number", "certificate number", "certificate no", "certificate", "no", "so cua chung chi",
}  # fmt: skip
NAME_HEADS = {
    "ho ten", "ho va ten", "ten", "ten nguoi duoc cap", "nguoi duoc cap", "ten chuyen gia", "chuyen gia",
    "name", "full name", "holder", "name of the holder", "name given",
}  # fmt: skip


class ListProblem(ValueError):  # noqa: N818 - it names what happened
    """The list cannot be read; `code` says why in one word: `encoding`, `empty`, `too_many` or `too_wide`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Asked:
    """One line of a list; without a number it asks nothing. `first` is the earlier line with the same number."""

    line: int
    number: str
    name: str = ""
    first: int | None = None

    def as_row(self) -> list[Any]:
        """Return the line as JSON keeps it."""
        return [self.line, self.number, self.name, self.first]


def read_text(content: bytes) -> str:
    """Return the text of a file, in NFC; raise ListProblem `encoding` for one that is no text in a usual encoding."""
    for encoding in _likely(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_readable(text):
            return unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    raise ListProblem("encoding")


def _is_readable(text: str) -> bool:
    """Return whether hardly anything in the text is a control character, as in programs and pictures."""
    odd = sum(unicodedata.category(c) == "Cc" and c not in "\t\r\n\f" for c in text[:20_000])
    return "\0" not in text and odd * 100 <= len(text[:20_000])


def _likely(content: bytes) -> Iterator[str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    elif content[:400].count(b"\0") > len(content[:400]) // 4:  # plain letters as two bytes each
        yield "utf-16-be" if content.startswith(b"\0") else "utf-16-le"
    else:
        yield from ("utf-8", "cp1258")


def read_table(text: str) -> list[tuple[int, list[str]]]:
    """Return the lines of a text that are not empty, each with its place in the text, cut into cells."""
    mark = _separator(text)
    if mark is None:
        return [
            (place, _cut(line)) for place, line in enumerate(text.splitlines(), 1) if line.strip()
        ]
    try:
        return list(_rows(text, mark))
    except csv.Error:  # a stray quotation mark: then every line stands for itself
        lines = enumerate(text.splitlines(), 1)
        return [(place, line.split(mark)) for place, line in lines if line.strip()]


def _separator(text: str) -> str | None:
    lines = [line for line in text.splitlines()[:SAMPLE] if line.strip()]
    return next((m for m in SEPARATORS if sum(m in line for line in lines) * 2 > len(lines)), None)


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    begin = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begin, cells if len(cells) > 1 else _cut(cells[0])
        begin = reader.line_num + 1


def _cut(line: str) -> list[str]:
    """Return number and name of a line that separates them by tab, semicolon or comma."""
    for mark in SEPARATORS:
        if mark in line:
            number, _mark, name = line.partition(mark)
            return [number, name]
    return [line]


def asked(table: Sequence[tuple[int, Sequence[str]]]) -> list[Asked]:
    """
    Return what each line asks; the columns are known by their heads or else by what stands in them.

    Lines without a number are kept, repeated numbers name their first line. Raises ListProblem.
    """
    if any(len(cells) > MOST_COLUMNS for _line, cells in table):
        raise ListProblem("too_wide")
    number, name, headed = _columns(table)
    found = [
        _asked(line, [clean(cell) for cell in cells], number, name)
        for line, cells in table[headed:]
    ]
    if not any(each.number for each in found):
        raise ListProblem("empty")
    if len(found) > MOST_ROWS:
        raise ListProblem("too_many")
    return _marked(found)


def numbered(pairs: Sequence[tuple[str, str]]) -> list[Asked]:
    """Return (number, name) pairs as the lines of a list; repeated numbers name their first line."""
    lines = enumerate(pairs, start=1)
    return _marked(_asked(line, [clean(cell) for cell in pair], 0, 1) for line, pair in lines)


def clean(cell: str) -> str:
    """Return the cell in NFC, without control characters, with single spaces."""
    kept = (" " if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in cell)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def _asked(line: int, cells: Sequence[str], number: int, name: int | None) -> Asked:
    given = cells[name] if name is not None and name < len(cells) else ""
    wanted = cells[number] if number < len(cells) else ""
    return Asked(line, wanted[:LONGEST_NUMBER], given[:LONGEST_NAME])


def _marked(found: Iterable[Asked]) -> list[Asked]:
    seen: dict[str, int] = {}
    marked = []
    for each in found:
        first = seen.setdefault(squeeze(each.number), each.line) if each.number else each.line
        marked.append(each if first == each.line else replace(each, first=first))
    return marked


def _columns(table: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, int | None, bool]:
    """Return the columns of numbers and of names, and whether the first line is their head."""
    if not table:
        raise ListProblem("empty")
    sample = table[:SAMPLE]
    heads = [fold(clean(cell)).rstrip(".:*") for cell in sample[0][1]]
    named = {place for place, head in enumerate(heads) if head in NUMBER_HEADS}
    columns = range(max(len(cells) for _line, cells in sample))
    number = max(columns, key=lambda place: (_hits(sample, place), place in named, -place))
    name = next((place for place, head in enumerate(heads) if head in NAME_HEADS), None)
    headed = bool(named or name is not None) and not _is_number(sample[0][1][number : number + 1])
    if not headed or name in {None, number}:
        name = _names(sample[headed:], number)
    return number, name, headed


def _hits(table: Sequence[tuple[int, Sequence[str]]], column: int) -> int:
    return sum(_is_number(cells[column : column + 1]) for _line, cells in table)


def _is_number(cell: Sequence[str]) -> bool:
    return bool(cell and SHAPE.fullmatch(squeeze(cell[0])))


def _names(table: Sequence[tuple[int, Sequence[str]]], number: int) -> int | None:
    """Return the column that most often holds words, as names are; of two alike the one nearer to the numbers."""
    counts: Counter[int] = Counter()
    for _line, cells in table:
        for column, cell in enumerate(cells):
            text = clean(cell)
            if column != number and sum(letter.isalpha() for letter in text) * 2 > len(text):
                counts[column] += 1 + (" " in text)
    best = sorted(counts, key=lambda column: (-counts[column], abs(column - number), column))
    return best[0] if best else None
