"""Filling the item bank."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from accounts import audit
from exams.models import Item, ItemVersion, Pool


DATA = Path(__file__).resolve().parents[1] / "data"
BODY_FIELDS = ("stem", "options", "left", "right", "unit", "decimals", "max_words")


@dataclass(frozen=True)
class Loaded:
    """How many items and versions a loading made."""

    items: int
    versions: int


def _text(number: Any) -> str:
    # through str: 41.4 stays 41.4, not the nearest binary fraction
    return str(Decimal(str(number)))


def _key(raw: dict[str, Any]) -> dict[str, Any]:
    match raw["type"]:
        case "single":
            return {"choices": [raw["key"]]}
        case "multiple" | "ordering":
            return {"choices": list(raw["key"])}
        case "matching":
            return {"pairs": dict(raw["key"])}
        case "numeric":
            return {"value": _text(raw["answer"]), "tolerance": _text(raw["tolerance"])}
        case _:
            return {}


def _content(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "body": {name: raw[name] for name in BODY_FIELDS if name in raw},
        "key": _key(raw),
        "points": _text(raw["points"]),
        "rationale": raw["rationale"],
        "rubric": raw.get("rubric", []),
    }


def _digest(kind: str, content: dict[str, Any]) -> str:
    canonical = json.dumps(
        {"kind": kind, **content}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _classified(raw: dict[str, Any], pool: str) -> dict[str, Any]:
    return {
        "kind": raw["type"],
        "course_code": raw["course"],
        "topic": raw["topic"],
        "bloom": raw["bloom"],
        "difficulty": raw["difficulty"],
        "pool": pool,
    }


def _save_items(raws: Sequence[dict[str, Any]], pools: Mapping[str, str]) -> dict[str, Item]:
    known = {item.code: item for item in Item.objects.select_for_update()}
    fresh = []
    for raw in raws:
        facts = _classified(raw, pools.get(raw["id"], Pool.PRACTICE))
        item = known.get(raw["id"])
        if item is None:
            fresh.append(Item(code=raw["id"], **facts))
        elif any(getattr(item, name) != fact for name, fact in facts.items()):
            for name, fact in facts.items():
                setattr(item, name, fact)
            item.save(update_fields=list(facts))
    return known | {item.code: item for item in Item.objects.bulk_create(fresh)}


def _save_versions(raws: Sequence[dict[str, Any]], items: Mapping[str, Item]) -> int:
    in_order = ItemVersion.objects.order_by("number").values_list("item", "number", "sha256")
    newest = {item: (number, digest) for item, number, digest in in_order}
    fresh = []
    for raw in raws:
        item, content = items[raw["id"]], _content(raw)
        digest = _digest(raw["type"], content)
        number, held = newest.get(item.pk, (0, ""))
        if held != digest:
            content["points"] = Decimal(content["points"])
            fresh.append(ItemVersion(item=item, number=number + 1, sha256=digest, **content))
    return len(ItemVersion.objects.bulk_create(fresh))


def read_bundled(name: str) -> dict[str, Any]:
    """Return one of this app's data files."""
    loaded: dict[str, Any] = yaml.load((DATA / name).read_text(), Loader=yaml.CSafeLoader)
    return loaded


@transaction.atomic
def load_items(items: list[dict[str, Any]] | None = None) -> Loaded:
    """
    Bring the bank in line with the item file and return what was made.

    Loading twice makes nothing; an item whose text, key or rubric changed gets one more version, and
    what candidates have met stays as it was.
    """
    papers = read_bundled("exams.yaml")
    pools = dict.fromkeys(papers["form"]["items"], Pool.EXAM)
    pools |= dict.fromkeys(papers["reserve"], Pool.RESERVE)
    raws = read_bundled("items.yaml")["items"] if items is None else items
    known = Item.objects.count()
    saved = _save_items(raws, pools)
    versions = _save_versions(raws, saved)
    made = Loaded(items=len(saved) - known, versions=versions)
    if made.versions:
        audit.record(
            actor=None,
            action="items.loaded",
            subject="items.yaml",
            detail={"items": made.items, "versions": made.versions},
        )
    return made
