"""Experts certified so far, year by year: the gold part stands at regional or international level."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import widest, width
from cms.charts.plot import Plot, field, write_names
from cms.charts.scale import Writer, from_zero
from cms.charts.sheet import SMALL, Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


Amounts = tuple[float | None, ...]


def _amounts(spec: Mapping[str, Any], key: str, length: int) -> Amounts:
    values = given.entries(spec, key, most=length)
    if len(values) != length:
        raise ChartError(
            f"“{key}” needs one value for each year; a year to come is left empty (null)."
        )
    return tuple(
        None if value is None else given.number(value, f"Each entry of “{key}”")
        for value in values
    )


@dataclass(frozen=True)
class Progress:
    """
    Cumulative numbers at the end of each year; years to come have none.

    A column is as high as national and higher level together; the plan is for that sum.
    """

    years: tuple[str, ...]
    national: Amounts
    higher: Amounts
    plan: Amounts | None

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the lists are not as long as the years."""
        years = tuple(given.names(spec, "years", most=15))
        national, higher = (_amounts(spec, key, len(years)) for key in ("national", "higher"))
        plan = _amounts(spec, "plan", len(years)) if spec.get("plan") is not None else None
        return cls(years, national, higher, plan)

    @property
    def totals(self) -> list[float | None]:
        """Both levels together, None for a year to come."""
        return [
            None if low is None else low + (high or 0)
            for low, high in zip(self.national, self.higher, strict=True)
        ]

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """The two levels and the plan."""
        plan = [] if self.plan is None else [("plan", _("Approved plan"))]
        return [("s1", _("National level")), ("s3", _("Regional or international level")), *plan]

    def draw(self, sheet: Sheet) -> None:
        """Draw nested columns, the plan as a dashed line, and the totals."""
        known = [value for value in (*self.totals, *(self.plan or ())) if value is not None]
        plot = field(sheet, from_zero(known or [1.0], 5), "", len(self.years))
        wide = min(plot.slot * (0.78 if sheet.narrow else 0.56), 48)
        for place, total in enumerate(self.totals):
            if total is None:
                continue
            gold = self.higher[place] or 0
            left = plot.x(place) - wide / 2
            sheet.rect("s1", left, plot.y(total), wide, plot.bottom - plot.y(total))
            sheet.rect("s3", left, plot.y(gold), wide, plot.bottom - plot.y(gold))
        if self.plan is not None:
            points = [
                (plot.x(place), plot.y(value))
                for place, value in enumerate(self.plan)
                if value is not None
            ]
            sheet.polyline("plan", points)
        self._totals(plot, wide)
        write_names(plot, self.years)

    def _totals(self, plot: Plot, wide: float) -> None:
        """Write every total inside or on its column; only the latest where there is no room."""
        texts = [
            (place, total, plot.sheet.writer.number(total))
            for place, total in enumerate(self.totals)
            if total is not None
        ]
        if widest((text for _place, _total, text in texts), SMALL) > plot.slot - 2:
            texts = texts[-1:]
        for place, total, text in texts:
            half = width(text, SMALL) / 2
            inside = 2 * half <= wide - 4 and plot.y(self.higher[place] or 0) - plot.y(total) > 26
            x = min(max(plot.x(place), half), plot.sheet.width - half)
            y = plot.y(total) + (19 if inside else -8)
            plot.sheet.text(x, y, text, "onbar" if inside else "strong", anchor="middle")

    def table(self, writer: Writer) -> Table:
        """Return one row for each year."""

        def show(value: float | None) -> str:
            return "–" if value is None else writer.number(value)

        columns = [self.national, self.higher, self.totals]
        heads = [_("National level"), _("Regional or international level"), _("Together")]
        if self.plan is not None:
            columns.append(self.plan)
            heads.append(_("Approved plan"))
        rows = [
            (year, *(show(column[place]) for column in columns))
            for place, year in enumerate(self.years)
        ]
        return Table((_("Year"), *heads), rows)
