"""The numbers of a chart as an HTML table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape


@dataclass(frozen=True)
class Table:
    """Column heads and rows of texts; the first column names the row."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: bool = True

    def html(self, caption: str) -> str:
        """Return the table; numbers stand at the right of their columns."""
        side = ' class="n"' if self.numeric else ""
        first, *others = self.heads
        heads = f'<th scope="col">{escape(first)}</th>' + "".join(
            f'<th scope="col"{side}>{escape(head)}</th>' for head in others
        )
        rows = "".join(
            f'<tr><th scope="row">{escape(name)}</th>'
            + "".join(f"<td{side}>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
            for name, *cells in self.rows
        )
        return (
            f'<table><caption class="vh">{escape(caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )
