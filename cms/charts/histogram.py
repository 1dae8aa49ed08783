"""How measured values spread, with the limits of the specification."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import widest, width
from cms.charts.plot import Plot, field
from cms.charts.scale import Scale, Writer, from_zero
from cms.charts.sheet import SMALL, Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


@dataclass(frozen=True)
class Histogram:
    """Up to twenty-four classes of values, and perhaps limits."""

    unit: str
    edges: tuple[float, ...]
    counts: tuple[float, ...]
    limits: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if the edges do not rise or do not match the counts."""
        edges = tuple(given.numbers(spec, "edges", least=2, most=25))
        counts = tuple(given.numbers(spec, "counts", most=24))
        if any(low >= high for low, high in pairwise(edges)):
            raise ChartError("The edges of a histogram must rise.")
        if len(counts) != len(edges) - 1:
            raise ChartError("A histogram needs one edge more than counts.")
        if min(counts) < 0:
            raise ChartError("A histogram counts upwards from zero.")
        limits = tuple(
            (name.upper(), given.number(spec[name], f"“{name}”"))
            for name in ("lsl", "usl")
            if spec.get(name) is not None
        )
        return cls(given.words(spec, "unit", ""), edges, counts, limits)

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """Nothing: the limits carry their names."""
        return []

    def draw(self, sheet: Sheet) -> None:
        """Draw touching columns on a true axis of values, and the limits as dashed lines."""
        plot = field(
            sheet, from_zero(self.counts, 4), _("count"), 1, head=20 if self.limits else 0
        )
        ends = [*self.edges, *(value for _name, value in self.limits)]
        margin = (max(ends) - min(ends)) * 0.04
        x = Scale(min(ends) - margin, max(ends) + margin, plot.left, plot.right)
        self._columns(plot, x)
        for name, value in self.limits:
            sheet.down("limit", x(value), plot.top - 10, plot.bottom)
            text = f"{name} {sheet.writer.number(value)}"
            half = width(text, SMALL) / 2
            place = min(max(x(value), plot.left + half), sheet.width - half)
            sheet.text(place, plot.top - 16, text, "strong", anchor="middle")
        self._edges(plot, x)

    def _columns(self, plot: Plot, x: Scale) -> None:
        texts = [plot.sheet.writer.number(count) for count in self.counts]
        narrowest = min(x(high) - x(low) for low, high in pairwise(self.edges))
        for (low, high), count, text in zip(pairwise(self.edges), self.counts, texts, strict=True):
            top = plot.y(count)
            plot.sheet.rect("s1", x(low) + 0.5, top, x(high) - x(low) - 1, plot.bottom - top)
            if count and widest(texts, 12) <= narrowest - 2:
                inside = plot.bottom - top > 24
                plot.sheet.text(
                    (x(low) + x(high)) / 2, top + 16 if inside else top - 5, text,
                    "onbar" if inside else "strong", anchor="middle", size=12,
                )  # fmt: skip

    def _edges(self, plot: Plot, x: Scale) -> None:
        texts = [plot.sheet.writer.number(edge) for edge in self.edges]
        room = widest(texts, 12) + 8
        free = -100.0
        for edge, text in zip(self.edges, texts, strict=True):
            if x(edge) - free >= room:
                plot.sheet.text(x(edge), plot.bottom + 20, text, anchor="middle", size=12)
                free = x(edge)
        plot.sheet.height = plot.bottom + 30
        if self.unit:
            plot.sheet.text(plot.sheet.width, plot.bottom + 40, self.unit, anchor="end")
            plot.sheet.height = plot.bottom + 50

    def table(self, writer: Writer) -> Table:
        """Return the classes with their counts, then the limits."""
        rows = [
            (f"{writer.number(low)} – {writer.amount(high, self.unit)}", writer.number(count))
            for (low, high), count in zip(pairwise(self.edges), self.counts, strict=True)
        ]
        rows += [(name, writer.amount(value, self.unit)) for name, value in self.limits]
        return Table((_("Class of values"), _("Count")), rows)
