"""A control chart: samples in their order between the limits of the process."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import widest, width
from cms.charts.scale import Scale, Writer
from cms.charts.sheet import SMALL, Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


@dataclass(frozen=True)
class Control:
    """Up to sixty samples, the centre line and the two limits."""

    unit: str
    values: tuple[float, ...]
    cl: float
    ucl: float
    lcl: float

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the limits do not enclose the centre line."""
        values = tuple(given.numbers(spec, "values", least=2, most=60))
        cl, ucl, lcl = (given.number(spec.get(key), f"“{key}”") for key in ("cl", "ucl", "lcl"))
        if not lcl < cl < ucl:
            raise ChartError("The centre line must lie between the lower and the upper limit.")
        return cls(given.words(spec, "unit", ""), values, cl, ucl, lcl)

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """Nothing: the lines carry their names."""
        return []

    def draw(self, sheet: Sheet) -> None:
        """Draw the limits with their names, the course, and a ring around each sample outside."""
        marks = [
            (name, value, f"{name} {sheet.writer.number(value)}") for name, value in self._lines()
        ]
        right = widest((text for _name, _value, text in marks), SMALL) + 10
        top, bottom = 40.0 if self.unit else 24.0, 240.0 if sheet.narrow else 300.0
        inside = [*self.values, self.ucl, self.lcl]
        y = Scale(min(inside), max(inside), bottom, top)
        x = Scale(-0.5, len(self.values) - 0.5, 0, sheet.width - right)
        if self.unit:
            sheet.text(0, 14, self.unit)
        for name, value, text in marks:
            sheet.across("base" if name == "CL" else "limit", y(value), 0, sheet.width - right)
            sheet.text(sheet.width - right + 8, y(value) + 4.5, text, "strong")
        points = [(x(place), y(value)) for place, value in enumerate(self.values)]
        sheet.polyline("line1", points)
        self._samples(sheet, points)
        self._order(sheet, x, bottom)

    def _lines(self) -> tuple[tuple[str, float], ...]:
        return ("UCL", self.ucl), ("CL", self.cl), ("LCL", self.lcl)

    def _samples(self, sheet: Sheet, points: list[tuple[float, float]]) -> None:
        for (px, py), value in zip(points, self.values, strict=True):
            if self.lcl <= value <= self.ucl:
                sheet.dot("pt1", px, py, 3.5)
                continue
            text = sheet.writer.number(value)
            half = width(text, SMALL) / 2
            sheet.dot("spot", px, py, 5)
            sheet.dot("ring", px, py, 9.5)
            sheet.text(
                max(px, half),
                py + (-14 if value > self.ucl else 25),
                text,
                "strong",
                anchor="middle",
            )

    def _order(self, sheet: Sheet, x: Scale, bottom: float) -> None:
        y = bottom + (48 if min(self.values) < self.lcl else 26)
        every = next(step for step in (1, 2, 5, 10, 20) if x(step) - x(0) >= 30)
        places = (
            [0, *range(every - 1, len(self.values), every)]
            if every > 1
            else range(len(self.values))
        )
        for place in dict.fromkeys(places):
            sheet.text(max(x(place), 6), y, str(place + 1), anchor="middle")
        sheet.text(0, y + 20, _("Sample, in order"))
        sheet.height = y + 30

    def table(self, writer: Writer) -> Table:
        """Return the limits, then the samples with a word beside those outside."""
        rows = [(name, writer.amount(value, self.unit), "") for name, value in self._lines()]
        for place, value in enumerate(self.values):
            outside = "" if self.lcl <= value <= self.ucl else _("outside the limits")
            rows.append((str(place + 1), writer.amount(value, self.unit), outside))
        return Table((_("Sample"), _("Value"), _("Remark")), rows)
