"""Upright columns of one or two series; lying bars where their names need the room."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import widest
from cms.charts.plot import Plot, field, names_fit, write_names
from cms.charts.rows import Bar, Row, draw_rows
from cms.charts.scale import Writer, from_zero
from cms.charts.sheet import SMALL, Sheet
from cms.charts.table import Table


SERIES = ("s1", "s2")


@dataclass(frozen=True)
class Columns:
    """Up to twelve places with one or two values each."""

    unit: str
    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the description does not hold."""
        names = tuple(given.names(spec, "x", most=12))
        return cls(given.words(spec, "unit", ""), names, tuple(given.series(spec, len(names))))

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """The series, when there are two."""
        if len(self.series) == 1:
            return []
        return [(cls, label) for cls, (label, _values) in zip(SERIES, self.series, strict=False)]

    def draw(self, sheet: Sheet) -> None:
        """Draw columns, or rows if the names do not fit beneath columns."""
        values = [value for _label, series in self.series for value in series]
        trial = Sheet(sheet.width, sheet.writer)
        plot = field(trial, from_zero(values, 4), self.unit, len(self.names))
        if names_fit(plot, self.names) is None:
            self._rows(sheet)
            return
        plot = field(sheet, from_zero(values, 4), self.unit, len(self.names))
        self._columns(plot)
        write_names(plot, self.names)

    def _rows(self, sheet: Sheet) -> None:
        unit = "%" if self.unit == "%" else ""
        rows = [
            Row(
                name,
                [
                    Bar(cls, 0, values[place], sheet.writer.amount(values[place], unit))
                    for cls, (_label, values) in zip(SERIES, self.series, strict=False)
                ],
            )
            for place, name in enumerate(self.names)
        ]
        draw_rows(sheet, rows, self.unit)

    def _columns(self, plot: Plot) -> None:
        count = len(self.series)
        wide = min(plot.slot * 0.74, 64 * count) / count
        shown = [
            plot.sheet.writer.number(value) for _label, values in self.series for value in values
        ]
        room = wide if count > 1 else plot.slot
        size = next((size for size in (SMALL, 12, 11) if widest(shown, size) <= room - 3), None)
        for index, (_label, values) in enumerate(self.series):
            for place, value in enumerate(values):
                x = plot.x(place) + (index - count / 2) * wide
                high, low = sorted((plot.y(value), plot.y(0)))
                plot.sheet.rect(SERIES[index], x, high, wide - 2, max(low - high, 1))
                if size:
                    y = high - 6 if value >= 0 else low + size + 2
                    text = plot.sheet.writer.number(value)
                    plot.sheet.text(
                        x + wide / 2 - 1, y, text, "strong", anchor="middle", size=size
                    )

    def table(self, writer: Writer) -> Table:
        """Return one row for each place."""
        heads = [label or _("Amount") for label, _values in self.series]
        rows = [
            (name, *(writer.amount(values[place], self.unit) for _label, values in self.series))
            for place, name in enumerate(self.names)
        ]
        return Table((_("Place on the axis"), *heads), rows)
