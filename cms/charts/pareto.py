"""The vital few: causes in falling order, with their running share of the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import widest
from cms.charts.plot import Plot, field, names_fit, write_names
from cms.charts.rows import Bar, Row, draw_rows
from cms.charts.scale import Writer, from_zero
from cms.charts.sheet import SMALL, Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


@dataclass(frozen=True)
class Pareto:
    """Up to eight causes, sorted falling."""

    unit: str
    items: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the amounts do not fall or are not positive."""
        items = tuple(given.labelled(spec, "items", most=8))
        amounts = [value for _label, value in items]
        if amounts != sorted(amounts, reverse=True):
            raise ChartError("A Pareto chart needs its amounts in falling order.")
        if amounts[-1] < 0 or amounts[0] == 0:
            raise ChartError("A Pareto chart needs positive amounts.")
        return cls(given.words(spec, "unit", ""), items)

    @property
    def shares(self) -> list[float]:
        """The running share after each cause, in per cent to one decimal."""
        amounts = [value for _label, value in self.items]
        return [round(100 * running / sum(amounts), 1) for running in accumulate(amounts)]

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """The amount and the running share."""
        amount = _("Amount ({unit})").format(unit=self.unit) if self.unit else _("Amount")
        return [("s1", amount), ("line2", _("Running share"))]

    def draw(self, sheet: Sheet) -> None:
        """Draw columns under the line of running shares; rows where the names need the room."""
        names = [label for label, _value in self.items]
        # the axis ends at the whole, so that the line and the columns share one scale
        total = sum(value for _label, value in self.items)
        steps = [step for step in from_zero([total], 5) if step <= total] or [0.0]
        axis = [
            *steps[: -1 if total - steps[-1] < total * 0.12 and len(steps) > 1 else None],
            total,
        ]
        trial = field(Sheet(sheet.width, sheet.writer), axis, "", len(names))
        if sheet.narrow or names_fit(trial, names) is None:
            self._rows(sheet)
            return
        plot = field(sheet, axis, "", len(names))
        self._columns(plot)
        write_names(plot, names)

    def _rows(self, sheet: Sheet) -> None:
        rows = []
        for (label, value), share in zip(self.items, self.shares, strict=True):
            note = f"{sheet.writer.number(value)} ({sheet.writer.amount(share, '%')})"
            rows.append(Row(label, [Bar("s1", 0, value, note)]))
        draw_rows(sheet, rows, self.unit)

    def _columns(self, plot: Plot) -> None:
        show = plot.sheet.writer
        wide = min(plot.slot * 0.74, 72)
        for place, (_label, value) in enumerate(self.items):
            x, y = plot.x(place), plot.y(value)
            plot.sheet.rect("s1", x - wide / 2, y, wide, max(plot.bottom - y, 1))
            inside = plot.bottom - y > 28 and widest([show.number(value)], SMALL) < wide - 4
            plot.sheet.text(
                x,
                y + 18 if inside else y - 6,
                show.number(value),
                "onbar" if inside else "strong",
                anchor="middle",
            )
        total = sum(value for _label, value in self.items)
        points = [
            (plot.x(place), plot.y(total * share / 100)) for place, share in enumerate(self.shares)
        ]
        plot.sheet.polyline("line2", points)
        for (x, y), share in zip(points, self.shares, strict=True):
            plot.sheet.dot("pt2", x, y, 3.5)
            plot.sheet.text(x, y - 10, show.amount(share, "%"), "strong", anchor="middle")

    def table(self, writer: Writer) -> Table:
        """Return cause, amount and running share."""
        rows = [
            (label, writer.amount(value, self.unit), writer.amount(share, "%"))
            for (label, value), share in zip(self.items, self.shares, strict=True)
        ]
        return Table((_("Cause"), _("Amount"), _("Running share")), rows)
