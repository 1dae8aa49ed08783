"""Reads a chart's description, and says in one sentence what is wrong with it."""

import math
from collections.abc import Mapping, Sequence
from typing import Any


class ChartError(ValueError):
    """A chart cannot be drawn from its description; the message is a sentence for its author."""


def words(spec: Mapping[str, Any], key: str, default: str | None = None) -> str:
    """Return a text of the description, stripped; raise ChartError if it is missing or empty."""
    value = spec.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise ChartError(f"The chart needs a text for “{key}”.")
    return value.strip()


def number(value: object, what: str) -> float:
    """Return a finite number; raise ChartError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ChartError(f"{what} must be a number.")
    return float(value)


def entries(spec: Mapping[str, Any], key: str, *, least: int = 1, most: int) -> list[Any]:
    """Return a list of the description within its bounds; raise ChartError if it is not one."""
    value = spec.get(key)
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ChartError(f"The chart needs a list for “{key}”.")
    if not least <= len(value) <= most:
        raise ChartError(f"“{key}” needs {least} to {most} entries, not {len(value)}.")
    return list(value)


def part(spec: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return a nested mapping of the description; raise ChartError if it is missing."""
    return mapping(spec.get(key), f"“{key}”")


def mapping(value: object, what: str) -> Mapping[str, Any]:
    """Return the value if it is a mapping; raise ChartError otherwise."""
    if not isinstance(value, Mapping):
        raise ChartError(f"{what} must have a label and a value.")
    return value


def labelled(spec: Mapping[str, Any], key: str, *, most: int) -> list[tuple[str, float]]:
    """Return (label, value) pairs; raise ChartError if one lacks either."""
    return [
        pair(mapping(each, f"Each entry of “{key}”")) for each in entries(spec, key, most=most)
    ]


def pair(each: Mapping[str, Any]) -> tuple[str, float]:
    """Return the label and the value of one entry; raise ChartError if either is missing."""
    label = words(each, "label")
    return label, number(each.get("value"), f"The value of “{label}”")


def numbers(spec: Mapping[str, Any], key: str, *, least: int = 1, most: int) -> list[float]:
    """Return a list of numbers within its bounds; raise ChartError if it is not one."""
    return [
        number(value, f"Each entry of “{key}”")
        for value in entries(spec, key, least=least, most=most)
    ]


def names(spec: Mapping[str, Any], key: str, *, least: int = 1, most: int) -> list[str]:
    """Return the names along an axis; whole numbers such as years may stand as numbers."""
    return [str(value).strip() for value in entries(spec, key, least=least, most=most)]


def series(
    spec: Mapping[str, Any], length: int, *, most: int = 2
) -> list[tuple[str, tuple[float, ...]]]:
    """Return named series, each as long as the axis; raise ChartError if one is not."""
    found = []
    for each in entries(spec, "series", most=most):
        label = words(mapping(each, "Each series"), "label", "")
        values = numbers(each, "values", most=length)
        if len(values) != length:
            raise ChartError(f"The series “{label}” needs {length} values, not {len(values)}.")
        found.append((label, tuple(values)))
    return found
