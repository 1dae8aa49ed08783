"""Horizontal bars with their names: the shape that always has room for Vietnamese labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.charts.letters import LEADING, fit, widest, width, wrap
from cms.charts.scale import Scale, from_zero
from cms.charts.sheet import LABEL, SMALL, Sheet


@dataclass(frozen=True)
class Bar:
    """One bar: where it starts and ends, its class, and what stands beside its end."""

    cls: str
    start: float
    end: float
    note: str


@dataclass(frozen=True)
class Row:
    """One name with its bars."""

    name: str
    bars: Sequence[Bar]
    strong: bool = False


GAP = 14  # between name and bar on a wide sheet


def draw_rows(sheet: Sheet, rows: Sequence[Row], unit: str, *, joined: bool = False) -> None:
    """Draw the rows from the top, the axis beneath; joined bars hang together (a waterfall)."""
    left, right = _margins(sheet, rows)
    ends = [value for row in rows for bar in row.bars for value in (bar.start, bar.end)]
    steps = from_zero(ends, 3 if sheet.narrow else 4)
    # the longest bar fills the width; the axis ends with the last round number before it
    scale = Scale(min(0.0, *ends), max(0.0, *ends) or 1.0, left, sheet.width - right)
    steps = [step for step in steps if scale.low <= step <= scale.high]
    heights = [_height(sheet, row, left) for row in rows]
    bottom = 6 + sum(heights)
    for step in steps:
        sheet.down("grid", scale(step), 2, bottom)
    top, above = 6.0, None
    for row, height in zip(rows, heights, strict=True):
        first = _first_bar(sheet, row, top, left)
        if joined and above is not None:
            _join(sheet, above[0], row, scale, (above[1] + _thick(sheet), first))
        _draw_row(sheet, row, top, left, scale)
        above = (row, first)
        top += height
    _axis(sheet, steps, scale, bottom, unit)


def _thick(sheet: Sheet) -> float:
    return 20 if sheet.narrow else 24


def _margins(sheet: Sheet, rows: Sequence[Row]) -> tuple[float, float]:
    note = widest((bar.note for row in rows for bar in row.bars), LABEL)
    right = max(note + 12, 40)
    if sheet.narrow:
        return 0, right
    return min(widest((row.name for row in rows), LABEL), 260) + GAP, right


def _lines(sheet: Sheet, row: Row, left: float) -> list[str]:
    return wrap(row.name, sheet.width if sheet.narrow else left - GAP, LABEL)


def _height(sheet: Sheet, row: Row, left: float) -> float:
    names = len(_lines(sheet, row, left)) * LABEL * LEADING
    bars = len(row.bars) * (_thick(sheet) + 4) - 4
    return names + 6 + bars + 14 if sheet.narrow else max(names, bars) + 20


def _first_bar(sheet: Sheet, row: Row, top: float, left: float) -> float:
    """Return where the first bar of a row begins."""
    if sheet.narrow:
        return top + len(_lines(sheet, row, left)) * LABEL * LEADING + 2
    bars = len(row.bars) * (_thick(sheet) + 4) - 4
    return top + (_height(sheet, row, left) - bars) / 2


def _draw_row(sheet: Sheet, row: Row, top: float, left: float, scale: Scale) -> None:
    lines = _lines(sheet, row, left)
    cls = "name strong" if row.strong else "name"
    thick = _thick(sheet)
    y = _first_bar(sheet, row, top, left)
    if sheet.narrow:
        sheet.block(0, top + LABEL, lines, cls, size=LABEL)
    else:
        middle = (
            top
            + _height(sheet, row, left) / 2
            - (len(lines) - 1) * LABEL * LEADING / 2
            + LABEL * 0.35
        )
        sheet.block(left - GAP, middle, lines, cls, anchor="end", size=LABEL)
    for bar in row.bars:
        low, high = sorted((scale(bar.start), scale(bar.end)))
        sheet.rect(bar.cls, low, y, max(high - low, 1), thick)
        sheet.text(high + 8, y + thick * 0.5 + 5, bar.note, "name strong", size=LABEL)
        y += thick + 4


def _join(sheet: Sheet, row: Row, below: Row, scale: Scale, span: tuple[float, float]) -> None:
    """Draw the dotted line from the end of one bar down to the next."""
    shared = {row.bars[0].start, row.bars[0].end} & {below.bars[0].start, below.bars[0].end}
    edge = max(shared) if shared else row.bars[0].end
    sheet.down("con", scale(edge), *span)


def _axis(sheet: Sheet, steps: Sequence[float], scale: Scale, bottom: float, unit: str) -> None:
    tight = unit in {"%", "‰"}
    texts = [sheet.writer.amount(step, unit if tight else "") for step in steps]
    room = abs(scale(steps[1]) - scale(steps[0])) - 10
    every = 1 if fit(texts, room, sizes=(SMALL,), lines=1) else 2
    y = bottom + 20
    for place, (step, text) in enumerate(zip(steps, texts, strict=True)):
        if place % every == 0:
            x = scale(step)
            start = x - width(text, SMALL) / 2 < 0
            sheet.text(0 if start else x, y, text, anchor="start" if start else "middle")
    sheet.height = y + 8
    if unit and not tight:
        sheet.text(sheet.width, y + 18, unit, anchor="end")
        sheet.height = y + 26
