"""Reads the examples and renders them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from django.http import HttpRequest
from django.template.loader import get_template, render_to_string

from cms.gallery.objects import objects


FILE: Final = Path(__file__).parent / "examples.yaml"
HEADER: Final = re.compile(r"\{% comment %\}(.*?)\{% endcomment %\}", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One state of a component: how it looks and what is written to get it."""

    state: str
    html: str
    source: str


@dataclass(frozen=True)
class Component:
    """A component with what its header says and its states."""

    name: str
    title: str
    header: str
    examples: tuple[Example, ...]


@cache
def entries() -> list[dict[str, Any]]:
    """Return the entries of the file as they are written."""
    read: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return read


def header(template: str) -> str:
    """Return what the header comment of a template says, empty when it has none."""
    text: str = get_template(template).template.source  # type: ignore[attr-defined]
    found = HEADER.search(text)
    plain = re.sub(r"\{% (end)?verbatim %\}", "", found[1]) if found else ""
    return " ".join(plain.split())


def _resolve(value: Any, made: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and value.startswith("="):
        return made[value[1:]]
    return value


def _written(name: str, value: Any) -> str:
    if isinstance(value, str) and not value.startswith("="):
        return f'{name}="{value}"'
    return f"{name}={value}" if isinstance(value, int) else f"{name}={name}"


def source(template: str, given: Mapping[str, Any]) -> str:
    """Return the include tag of an example; lists and objects stand as variables of their name."""
    words = "".join(f" {_written(name, value)}" for name, value in given.items())
    return f'{{% include "{template}"{" with" if words else ""}{words} %}}'


def components(request: HttpRequest) -> list[Component]:
    """Return every component with its states rendered for the request."""
    made = objects()
    return [_component(entry, made, request) for entry in entries()]


def _component(
    entry: Mapping[str, Any], made: Mapping[str, Any], request: HttpRequest
) -> Component:
    template = entry["template"]
    states = tuple(
        Example(
            state=example["state"],
            html=render_to_string(
                template,
                {name: _resolve(value, made) for name, value in example.get("with", {}).items()},
                request=request,
            ),
            source=source(template, example.get("with", {})),
        )
        for example in entry["examples"]
    )
    return Component(entry["name"], entry["title"], header(template), states)
