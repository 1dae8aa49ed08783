"""From a start, loss by loss, to what is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.rows import Bar, Row, draw_rows
from cms.charts.scale import Writer
from cms.charts.sheet import Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


@dataclass(frozen=True)
class Waterfall:
    """A start, what is lost from it, and the name of the rest."""

    unit: str
    start: tuple[str, float]
    losses: tuple[tuple[str, float], ...]
    end: str

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if more is lost than there was."""
        chart = cls(
            given.words(spec, "unit", ""),
            given.pair(given.part(spec, "start")),
            tuple(given.labelled(spec, "losses", most=8)),
            given.words(given.part(spec, "end"), "label"),
        )
        if any(value < 0 for _label, value in chart.losses) or chart.rest < 0:
            raise ChartError("The losses must be positive and not exceed the start.")
        return chart

    @property
    def rest(self) -> float:
        """What is left."""
        return round(self.start[1] - sum(value for _label, value in self.losses), 9)

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """Nothing: the names stand beside the bars."""
        return []

    def draw(self, sheet: Sheet) -> None:
        """Draw the start, each loss hanging from where the last one ended, and the rest."""
        show = sheet.writer.number
        level = self.start[1]
        rows = [Row(self.start[0], [Bar("mut", 0, level, show(level))], strong=True)]
        for label, value in self.losses:
            after = round(level - value, 9)
            rows.append(Row(label, [Bar("loss", after, level, show(-value) if value else "0")]))
            level = after
        rows.append(Row(self.end, [Bar("s1", 0, level, show(level))], strong=True))
        draw_rows(sheet, rows, self.unit, joined=True)

    def table(self, writer: Writer) -> Table:
        """Return name and amount, losses with their sign."""
        rows = [(self.start[0], self.start[1]), *((label, -value) for label, value in self.losses)]
        rows.append((self.end, self.rest))
        return Table(
            (_("Name"), _("Amount")),
            [(label, writer.amount(value, self.unit)) for label, value in rows],
        )
