"""Puts a chart together: legend, the two drawings, the sentence beneath, the numbers in a table."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import uuid4

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, override

from cms.charts import bars, columns, control, flow, histogram, line, pareto, progress, waterfall
from cms.charts.scale import Writer
from cms.charts.sheet import NARROW, WIDE, Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


class Chart(Protocol):
    """What every kind of chart can do."""

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """The classes and names of its series; empty when the drawing names them itself."""

    def draw(self, sheet: Sheet) -> None:
        """Draw itself on the sheet and set the sheet's height."""

    def table(self, writer: Writer) -> Table:
        """Give the same numbers as a table."""


KINDS: Mapping[str, type[Any]] = {
    "bars": bars.Bars,
    "columns": columns.Columns,
    "line": line.Line,
    "waterfall": waterfall.Waterfall,
    "control": control.Control,
    "pareto": pareto.Pareto,
    "histogram": histogram.Histogram,
    "flow": flow.Flow,
    "progress": progress.Progress,
}


def render(
    spec: Mapping[str, Any], *, title: str, description: str, caption: str, language: str
) -> SafeString:
    """
    Return the chart as a figure, in the given language ("vi" or "en").

    The description says the same in words, for people who do not see the drawing.

    :raises ChartError: with a plain sentence, if the chart cannot be drawn from its description
    """
    if not isinstance(spec, Mapping):
        raise ChartError("A chart is described by its kind and its values.")
    kind = KINDS.get(str(spec.get("kind")))
    if kind is None:
        raise ChartError(
            f"There is no chart of the kind “{spec.get('kind')}”; choose one of {', '.join(KINDS)}."
        )
    chart: Chart = kind.read(spec)
    with override(language):
        return _figure(chart, title, description, caption, Writer(language))


def _figure(
    chart: Chart, title: str, description: str, caption: str, writer: Writer
) -> SafeString:
    ident = uuid4().hex[:10]
    drawings = "".join(
        _drawing(chart, Sheet(width, writer), title, description, f"{name}-{ident}")
        for width, name in ((WIDE, "wide"), (NARROW, "phone"))
    )
    sentence = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    numbers = _(
        "The numbers of this figure"
    )  # not inside the f-string: xgettext cannot read it there
    return SafeString(
        f'<figure class="figure chart-figure">{_legend(chart, writer)}{drawings}{sentence}'
        f'<details class="chart-data"><summary>{escape(numbers)}</summary>'
        f'<div class="table-wrap">{chart.table(writer).html(title)}</div></details></figure>'
    )


def _drawing(chart: Chart, sheet: Sheet, title: str, description: str, ident: str) -> str:
    chart.draw(sheet)
    return (
        f'<svg viewBox="0 0 {sheet.width} {sheet.height:.0f}" class="chart chart--{ident.split("-")[0]}"'
        f' role="img" aria-labelledby="t-{ident} d-{ident}" font-size="13">'
        f'<title id="t-{ident}">{escape(title)}</title><desc id="d-{ident}">{escape(description)}</desc>'
        f"{''.join(sheet.parts)}</svg>"
    )


def _legend(chart: Chart, writer: Writer) -> str:
    entries = [(cls, name) for cls, name in chart.legend(writer) if name]
    if not entries:
        return ""
    keys = "".join(
        f'<span><svg viewBox="0 0 24 12" aria-hidden="true" focusable="false">{_key(cls)}</svg>{escape(name)}</span>'
        for cls, name in entries
    )
    return f'<p class="legend">{keys}</p>'


def _key(cls: str) -> str:
    if cls.startswith(("line", "plan")):
        return f'<path class="{cls}" d="M0 6H24"/>'
    return f'<rect class="{cls}" width="24" height="12"/>'
