"""The sheet a chart is drawn on: SVG elements with classes and attributes, never a style."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape

from cms.charts.letters import LEADING
from cms.charts.scale import Writer


WIDE, NARROW = 720, 340
LABEL, SMALL = 15, 13


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


@dataclass
class Sheet:
    """One drawing of a chart; the chart sets its height while it draws."""

    width: int
    writer: Writer
    height: float = 0.0
    parts: list[str] = field(default_factory=list)

    @property
    def narrow(self) -> bool:
        """Whether this is the drawing for a phone."""
        return self.width == NARROW

    def rect(self, cls: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle."""
        self.parts.append(
            f'<rect class="{cls}" x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" height="{_n(max(height, 0))}"/>'
        )

    def box(self, cls: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a box with rounded corners."""
        self.parts.append(
            f'<rect class="{cls}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="6"/>'
        )

    def path(self, cls: str, d: str) -> None:
        """Draw a path."""
        self.parts.append(f'<path class="{cls}" d="{d}"/>')

    def across(self, cls: str, y: float, start: float, end: float) -> None:
        """Draw a level line."""
        self.path(cls, f"M{_n(start)} {_n(y)}H{_n(end)}")

    def down(self, cls: str, x: float, start: float, end: float) -> None:
        """Draw an upright line."""
        self.path(cls, f"M{_n(x)} {_n(start)}V{_n(end)}")

    def polyline(self, cls: str, points: Iterable[tuple[float, float]]) -> None:
        """Draw straight lines from point to point."""
        self.path(cls, "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points))

    def dot(self, cls: str, x: float, y: float, radius: float) -> None:
        """Draw a circle."""
        self.parts.append(f'<circle class="{cls}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>')

    def text(
        self,
        x: float,
        y: float,
        words: str,
        cls: str = "",
        *,
        anchor: str = "start",
        size: float = SMALL,
    ) -> None:
        """Write one line, its baseline at y."""
        named = f' class="{cls}"' if cls else ""
        turned = "" if anchor == "start" else f' text-anchor="{anchor}"'
        sized = "" if size == SMALL else f' font-size="{_n(size)}"'
        self.parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}"{named}{turned}{sized}>{escape(words)}</text>'
        )

    def block(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        cls: str = "",
        *,
        anchor: str = "start",
        size: float = SMALL,
    ) -> None:
        """Write several lines, the first baseline at y."""
        for place, line in enumerate(lines):
            self.text(x, y + place * size * LEADING, line, cls, anchor=anchor, size=size)
