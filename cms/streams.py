"""From the YAML in which writers deliver pages and lessons to what a StreamField stores."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

import yaml


Raw = dict[str, Any]

ALLOWED_TAGS: Final = {"p", "strong", "ul", "ol", "li", "a"}
TAG: Final = re.compile(r"</?\s*([a-zA-Z0-9]+)")
NUMBER: Final = re.compile(r"(?=.{1,16}$)[−≈+]?\s?\d\S*(?:\s\S+)*")
PLACE: Final = uuid5(NAMESPACE_URL, "chuyengia/cms/streams")


class BlockError(ValueError):
    """A block of the YAML cannot be stored; the message names it and says why."""


def _id(*place: object) -> str:
    # The same place gets the same id, so that loading a file twice changes nothing.
    return str(uuid5(PLACE, "/".join(map(str, place))))


def _items(values: Sequence[Any], *place: object) -> list[Raw]:
    return [
        {"type": "item", "value": value, "id": _id(*place, index)}
        for index, value in enumerate(values)
    ]


def _html(text: Any) -> str:
    if not isinstance(text, str):
        raise BlockError("its text is not text")
    if strange := set(TAG.findall(text)) - ALLOWED_TAGS:
        raise BlockError(f"the tag <{min(strange)}> is not allowed")
    return text.strip()


def _line(text: Any) -> str:
    if not isinstance(text, str) or not text.strip():
        raise BlockError("it holds no text")
    return text.strip()


def _need(value: Any, *names: str, also: Collection[str] = ()) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise BlockError(f"it needs {', '.join(names)}")
    if missing := [name for name in names if value.get(name) in (None, "", [])]:
        raise BlockError(f"{missing[0]} is missing")
    if strange := set(value) - {*names, *also}:
        raise BlockError(f"{min(strange)} is not known")
    return value


def _grid(value: Mapping[str, Any]) -> Raw:
    columns, rows = value["columns"], value["rows"]
    total = [value["total"]] if value.get("total") else []
    for number, row in enumerate([*rows, *total], start=1):
        if len(row) != len(columns):
            raise BlockError(f"row {number} has {len(row)} cells for {len(columns)} columns")
    cells = [[str(cell) for cell in row] for row in rows]
    figures = [*cells, *([str(cell) for cell in row] for row in total)]
    kinds = [
        "number" if index and all(NUMBER.fullmatch(row[index]) for row in figures) else "text"
        for index in range(len(columns))
    ]
    return {
        "columns": [
            {"type": kind, "heading": str(heading)}
            for kind, heading in zip(kinds, columns, strict=True)
        ],
        "rows": [{"values": row} for row in cells],
        "caption": str(value.get("caption", "")),
    }


def _formula(value: Any, place: int) -> Raw:
    given = _need(value, "expression", "spoken", "terms")
    terms = [
        {
            "symbol": str(term["symbol"]),
            "name": str(term["name"]),
            "meaning": str(term.get("meaning", "")),
        }
        for term in (_need(term, "symbol", "name", also={"meaning"}) for term in given["terms"])
    ]
    return {
        "expression": _line(given["expression"]),
        "spoken": _line(given["spoken"]),
        "terms": _items(terms, place, "terms"),
    }


def _worked_example(value: Any, place: int) -> Raw:
    given = _need(
        value, "title", "intro", "columns", "rows", also={"total", "conclusion"}
    )  # fmt: skip
    total = [str(cell) for cell in given.get("total", [])]
    return {
        "title": _line(given["title"]),
        "intro": _html(given["intro"]),
        "table": _grid(given),
        "total": _items(total, place, "total"),
        "conclusion": _html(given.get("conclusion", "")),
    }


def _table(value: Any, _place: int) -> Raw:
    return _grid(_need(value, "caption", "columns", "rows"))


def _figure(value: Any, _place: int) -> Raw:
    given = _need(value, "title", "caption", "description", "chart")
    chart = yaml.safe_dump(given["chart"], allow_unicode=True, sort_keys=False, width=90)
    words = {name: _line(given[name]) for name in ("title", "caption", "description")}
    return {**words, "chart": chart}


def _callout(value: Any, _place: int) -> Raw:
    given = _need(value, "title", "text")
    return {"title": _line(given["title"]), "text": _html(given["text"])}


def _reflection(value: Any, _place: int) -> Raw:
    given = _need(value, "prompt", also={"hint"})
    return {"prompt": _line(given["prompt"]), "hint": str(given.get("hint", "")).strip()}


def _summary(value: Any, place: int) -> list[Raw]:
    if not isinstance(value, list) or not value:
        raise BlockError("it needs a list of sentences")
    return _items([_line(sentence) for sentence in value], place, "summary")


BUILDERS: Final[Mapping[str, Callable[[Any, int], Any]]] = {
    "heading": lambda value, _place: _line(value),
    "text": lambda value, _place: _html(value),
    "live_figure": lambda value, _place: _line(value),
    "formula": _formula,
    "worked_example": _worked_example,
    "table": _table,
    "figure": _figure,
    "callout": _callout,
    "reflection": _reflection,
    "summary": _summary,
}


def stream_from_yaml(
    given: Sequence[Mapping[str, Any]], *, plain: Collection[str] = ()
) -> list[Raw]:
    """
    Return the blocks of a YAML file as the raw value of a StreamField.

    `plain` names further blocks whose value is one line of text (a lesson's `check`). The same file
    always gives the same value, ids included.

    :raises BlockError: naming the place and kind of the block that cannot be stored
    """
    return [_block(entry, place, plain) for place, entry in enumerate(given, start=1)]


def _block(entry: Any, place: int, plain: Collection[str]) -> Raw:
    if not isinstance(entry, Mapping) or len(entry) != 1:
        raise BlockError(f"Block {place}: one kind and its value are needed")
    ((kind, value),) = entry.items()
    if kind not in BUILDERS and kind not in plain:
        raise BlockError(f"Block {place}: there is no kind {kind!r}")
    try:
        stored = BUILDERS[kind](value, place) if kind in BUILDERS else _line(value)
    except BlockError as problem:
        raise BlockError(f"Block {place} ({kind}): {problem}") from problem
    return {"type": kind, "value": stored, "id": _id(place, kind)}
