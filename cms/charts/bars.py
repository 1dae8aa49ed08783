"""Horizontal bars: amounts beside their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.rows import Bar, Row, draw_rows
from cms.charts.scale import Writer
from cms.charts.sheet import Sheet
from cms.charts.table import Table


@dataclass(frozen=True)
class Bars:
    """Up to eight named amounts."""

    unit: str
    items: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the description does not hold."""
        return cls(given.words(spec, "unit", ""), tuple(given.labelled(spec, "items", most=8)))

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """Nothing: the names stand beside the bars."""
        return []

    def draw(self, sheet: Sheet) -> None:
        """Draw one row for each amount."""
        rows = [
            Row(
                label,
                [Bar("s1", 0, value, sheet.writer.amount(value, "%" if self.unit == "%" else ""))],
            )
            for label, value in self.items
        ]
        draw_rows(sheet, rows, self.unit)

    def table(self, writer: Writer) -> Table:
        """Return name and amount."""
        return Table(
            (_("Name"), _("Amount")),
            [(label, writer.amount(value, self.unit)) for label, value in self.items],
        )
