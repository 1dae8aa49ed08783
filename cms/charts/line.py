"""A course over time, one or two series, with the target it should reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import widest, width
from cms.charts.plot import Plot, field, write_names
from cms.charts.scale import Writer, round_steps
from cms.charts.sheet import SMALL, Sheet
from cms.charts.table import Table


SERIES = ("1", "2")


@dataclass(frozen=True)
class Line:
    """Up to twenty-four places with one or two values each, and perhaps a target."""

    unit: str
    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    target: tuple[str, float] | None

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the description does not hold."""
        names = tuple(given.names(spec, "x", least=2, most=24))
        target = given.pair(given.part(spec, "target")) if spec.get("target") is not None else None
        return cls(
            given.words(spec, "unit", ""), names, tuple(given.series(spec, len(names))), target
        )

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """The series, when there are two, and the target."""
        entries = [
            (f"line{cls}", label)
            for cls, (label, _values) in zip(SERIES, self.series, strict=False)
        ]
        if len(self.series) == 1:
            entries = [] if self.target is None else entries
        return (
            entries
            if self.target is None
            else [
                *entries,
                ("plan", f"{self.target[0]}: {writer.amount(self.target[1], self.unit)}"),
            ]
        )

    def draw(self, sheet: Sheet) -> None:
        """Draw the target, the lines with their points, and the values that have room."""
        values = [value for _label, series in self.series for value in series]
        if self.target is not None:
            values.append(self.target[1])
        low, high = min(values), max(values)
        # from zero unless that would flatten the course
        steps = round_steps(0.0 if 0 <= low < (high - low) * 2 else low, high, 4)
        plot = field(sheet, steps, self.unit, len(self.names))
        if self.target is not None:
            sheet.across("plan", plot.y(self.target[1]), plot.left, plot.right)
        for cls, (_label, series) in zip(SERIES, self.series, strict=False):
            points = [(plot.x(place), plot.y(value)) for place, value in enumerate(series)]
            sheet.polyline(f"line{cls}", points)
            for x, y in points:
                sheet.dot(f"pt{cls}", x, y, 3.5)
        self._values(plot)
        write_names(plot, self.names)

    def _values(self, plot: Plot) -> None:
        """Write all values of a single series if they fit, else the last of each series."""
        show = plot.sheet.writer.number
        texts = [show(value) for value in self.series[0][1]]
        if len(self.series) == 1 and widest(texts, SMALL) <= plot.slot - 6:
            for place, text in enumerate(texts):
                plot.sheet.text(*self._beside(plot, place), text, "strong", anchor="middle")
            return
        ends = sorted((plot.y(values[-1]), show(values[-1])) for _label, values in self.series)
        before = -100.0
        for y, text in ends:
            half = width(text, SMALL) / 2
            baseline = max(y - 9, before + 17)
            x = min(plot.x(len(self.names) - 1), plot.sheet.width - half)
            plot.sheet.text(x, baseline, text, "strong", anchor="middle")
            before = baseline

    def _beside(self, plot: Plot, place: int) -> tuple[float, float]:
        """Return where a value stands: above its point, or beneath it in a valley."""
        values = self.series[0][1]
        here = values[place]
        near = values[max(place - 1, 0) : place] + values[place + 1 : place + 2]
        valley = all(value > here for value in near) and plot.y(here) + 22 < plot.bottom
        return plot.x(place), plot.y(here) + (20 if valley else -10)

    def table(self, writer: Writer) -> Table:
        """Return one row for each place."""
        heads = [label or _("Amount") for label, _values in self.series]
        rows = [
            (name, *(writer.amount(values[place], self.unit) for _label, values in self.series))
            for place, name in enumerate(self.names)
        ]
        if self.target is not None:
            rows.append(
                (self.target[0], *[writer.amount(self.target[1], self.unit)] * len(self.series))
            )
        return Table((_("Place on the axis"), *heads), rows)
