"""The field of an upright chart: value axis at the left, names beneath, room measured for both."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cms.charts.letters import Fitted, fit, widest, width
from cms.charts.scale import Scale
from cms.charts.sheet import SMALL, Sheet


@dataclass(frozen=True)
class Plot:
    """Where an upright chart stands on its sheet."""

    sheet: Sheet
    left: float
    right: float
    top: float
    bottom: float
    y: Scale
    slots: int

    @property
    def slot(self) -> float:
        """The width that belongs to one name of the axis."""
        return (self.right - self.left) / self.slots

    def x(self, place: float) -> float:
        """Return the middle of a slot."""
        return self.left + self.slot * (place + 0.5)


def field(sheet: Sheet, steps: Sequence[float], unit: str, slots: int, *, head: float = 0) -> Plot:
    """Draw the value axis and its level lines; return the field inside."""
    tight = unit in {"%", "‰"}
    texts = [sheet.writer.amount(step, unit if tight else "") for step in steps]
    left = widest(texts, SMALL) + 10
    top = head + (40.0 if unit and not tight else 24.0)
    bottom = top + (190 if sheet.narrow else 260)
    y = Scale(steps[0], steps[-1], bottom, top)
    if unit and not tight:
        sheet.text(0, 14, unit)
    for step, text in zip(steps, texts, strict=True):
        sheet.across("base" if step == 0 else "grid", y(step), left, sheet.width)
        sheet.text(left - 8, y(step) + 4.5, text, anchor="end")
    sheet.height = bottom + 12
    return Plot(sheet, left, sheet.width, top, bottom, y, slots)


def names_fit(plot: Plot, names: Sequence[str]) -> Fitted | None:
    """Return the names wrapped into their slots, or None if they have no room there."""
    return fit(names, plot.slot - 6)


def write_names(plot: Plot, names: Sequence[str]) -> None:
    """Write the names beneath; where there is no room for all, every second, third ... name."""
    fitted = names_fit(plot, names)
    if fitted is None:
        _write_some(plot, names)
        return
    for place, block in enumerate(fitted.blocks):
        plot.sheet.block(plot.x(place), plot.bottom + 20, block, anchor="middle", size=fitted.size)
    plot.sheet.height = plot.bottom + 20 + fitted.leading * (fitted.lines - 1) + 10


def _write_some(plot: Plot, names: Sequence[str]) -> None:
    room = widest(names, 12) + 8
    every = max(1, math.ceil(room / plot.slot))
    free = 0.0
    for place in range(0, len(names), every):
        half = width(names[place], 12) / 2
        x = min(max(plot.x(place), half), plot.sheet.width - half)
        if x - half >= free:
            plot.sheet.text(x, plot.bottom + 20, names[place], anchor="middle", size=12)
            free = x + half + 8
    plot.sheet.height = plot.bottom + 30
