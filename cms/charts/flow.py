"""Steps with arrows between them; a loop leads from the last back to the first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from cms.charts import spec as given
from cms.charts.letters import LEADING, wrap
from cms.charts.scale import Writer
from cms.charts.sheet import LABEL, SMALL, Sheet
from cms.charts.spec import ChartError
from cms.charts.table import Table


PAD, GAP = 14, 34
TITLE, TEXT = LABEL * LEADING, SMALL * LEADING


@dataclass(frozen=True)
class Box:
    """Where one step stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Flow:
    """Two to six short steps."""

    steps: tuple[tuple[str, str], ...]
    loop: bool

    @classmethod
    def read(cls, spec: Mapping[str, Any]) -> Self:
        """Return the chart; raise ChartError if a step has no title or `loop` is not yes or no."""
        steps = [
            given.mapping(each, "Each step")
            for each in given.entries(spec, "steps", least=2, most=6)
        ]
        loop = spec.get("loop", False)
        if not isinstance(loop, bool):
            raise ChartError("“loop” must be true or false.")
        return cls(
            tuple((given.words(each, "title"), given.words(each, "text", "")) for each in steps),
            loop,
        )

    def legend(self, writer: Writer) -> list[tuple[str, str]]:
        """Nothing: the steps carry their words."""
        return []

    def draw(self, sheet: Sheet) -> None:
        """Draw a ladder on a narrow sheet; one row, or two rows turning back, on a wide one."""
        if sheet.narrow:
            self._ladder(sheet)
        elif len(self.steps) <= (3 if self.loop else 4):
            self._row(sheet)
        else:
            self._ring(sheet)

    def _block(self, step: tuple[str, str], width: float) -> tuple[list[str], list[str]]:
        title, text = step
        return wrap(title, width - 2 * PAD, LABEL), wrap(
            text, width - 2 * PAD, SMALL
        ) if text else []

    def _height(self, width: float) -> float:
        blocks = [self._block(step, width) for step in self.steps]
        return max(len(title) * TITLE + len(text) * TEXT for title, text in blocks) + 2 * PAD

    def _step(self, sheet: Sheet, place: int, box: Box) -> None:
        title, text = self._block(self.steps[place], box.width)
        sheet.box("box", box.x, box.y, box.width, box.height)
        y = box.y + PAD + LABEL * 0.9
        sheet.block(box.x + PAD, y, title, "name strong plain", size=LABEL)
        sheet.block(box.x + PAD, y + len(title) * TITLE, text, "plain")

    def _arrow(self, sheet: Sheet, *points: tuple[float, float]) -> None:
        """Draw a line with a head; the last stretch is level or upright."""
        (x0, y0), (x1, y1) = points[-2:]
        sheet.polyline("arrow", points)
        dx, dy = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
        wing = [(x1 - 7 * dx + 5 * side * dy, y1 - 7 * dy + 5 * side * dx) for side in (1, -1)]
        sheet.polyline("arrow", (wing[0], (x1, y1), wing[1]))

    def _row(self, sheet: Sheet) -> None:
        count = len(self.steps)
        width = (sheet.width - GAP * (count - 1) - 2) / count
        boxes = [
            Box(1 + place * (width + GAP), 1, width, self._height(width)) for place in range(count)
        ]
        for place, box in enumerate(boxes):
            self._step(sheet, place, box)
            if place:
                y = box.middle[1]
                self._arrow(sheet, (box.x - GAP + 4, y), (box.x - 5, y))
        bottom = boxes[0].y + boxes[0].height
        sheet.height = bottom + 4
        if self.loop:
            last, first = boxes[-1].middle[0], boxes[0].middle[0]
            self._arrow(
                sheet,
                (last, bottom + 3),
                (last, bottom + 26),
                (first, bottom + 26),
                (first, bottom + 6),
            )
            sheet.height = bottom + 30

    def _ring(self, sheet: Sheet) -> None:
        """Draw two rows: rightwards above, leftwards beneath."""
        across = (len(self.steps) + 1) // 2
        width = (sheet.width - GAP * (across - 1) - 2) / across
        height = self._height(width)
        boxes = []
        for place in range(len(self.steps)):
            row, column = divmod(place, across)
            column = across - 1 - column if row else column
            boxes.append(Box(1 + column * (width + GAP), 1 + row * (height + GAP), width, height))
        for place, box in enumerate(boxes):
            self._step(sheet, place, box)
            (x, y) = box.middle
            if place == across:
                self._arrow(sheet, (x, box.y - GAP + 4), (x, box.y - 5))
            elif 0 < place < across:
                self._arrow(sheet, (box.x - GAP + 4, y), (box.x - 5, y))
            elif place > across:
                self._arrow(sheet, (box.x + width + GAP - 4, y), (box.x + width + 5, y))
        sheet.height = boxes[-1].y + height + 4
        if self.loop:
            self._close(sheet, boxes[0], boxes[-1])

    def _close(self, sheet: Sheet, first: Box, last: Box) -> None:
        x = first.middle[0]
        if last.x > first.x:
            y = last.middle[1]
            self._arrow(sheet, (last.x - 4, y), (x, y), (x, first.y + first.height + 5))
        else:
            self._arrow(sheet, (x, last.y - 4), (x, first.y + first.height + 5))

    def _ladder(self, sheet: Sheet) -> None:
        width = sheet.width - 2 - (26 if self.loop else 0)
        y, boxes = 1.0, []
        for place, step in enumerate(self.steps):
            title, text = self._block(step, width)
            box = Box(1, y, width, len(title) * TITLE + len(text) * TEXT + 2 * PAD)
            self._step(sheet, place, box)
            if place:
                self._arrow(sheet, (width / 2, box.y - 23), (width / 2, box.y - 4))
            boxes.append(box)
            y += box.height + 27
        sheet.height = y - 27 + 4
        if self.loop:
            edge, side = width + 4, sheet.width - 3
            top, bottom = boxes[0].middle[1], boxes[-1].middle[1]
            self._arrow(sheet, (edge, bottom), (side, bottom), (side, top), (edge + 2, top))

    def table(self, writer: Writer) -> Table:
        """Return the steps in their order."""
        rows = [
            (writer.number(place + 1), title, text)
            for place, (title, text) in enumerate(self.steps)
        ]
        if self.loop:
            rows.append(("↺", _("back to the first step"), ""))
        return Table((_("Step"), _("Name"), _("What happens")), rows, numeric=False)
