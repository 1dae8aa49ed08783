"""What was measured, as a table for people and as JSON for programs."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One figure beside its yardstick; `ratio` is value divided by yardstick."""

    name: str
    value: float
    unit: str
    yardstick: float
    how: str

    @property
    def ratio(self) -> float:
        """How many times the yardstick; 0 where there is none."""
        return round(self.value / self.yardstick, 3) if self.yardstick else 0.0

    def row(self) -> dict[str, object]:
        """Return the figure as it stands in the file."""
        facts = asdict(self)
        how = facts.pop("how")
        return {
            **facts,
            "value": round(self.value, 3),
            "yardstick": round(self.yardstick, 3),
            "ratio": self.ratio,
            "how": how,
        }


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as aligned lines."""
    lines = [f"{'figure':<22}{'value':>10}  {'unit':<16}{'yardstick':>10}{'ratio':>9}  how"]
    lines += [
        f"{each.name:<22}{each.value:>10.2f}  {each.unit:<16}{each.yardstick:>10.2f}{each.ratio:>9.2f}  {each.how}"
        for each in figures
    ]
    return "\n".join(lines)


def write(figures: Iterable[Figure], path: Path) -> None:
    """Write the figures as a JSON list; return nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [each.row() for each in figures]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
