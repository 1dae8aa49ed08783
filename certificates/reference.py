"""Schemes, fields and targets that every installation needs: loaded by a migration, idempotent."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml


FOLDER = Path(__file__).parent / "data"
VERSION = "2026-1"
# A version counts as published from the programme's first day, so that certificates of 2021 can name it.
PUBLISHED_AT = datetime(2021, 1, 1, tzinfo=UTC)


def read(name: str) -> Any:
    """Return the content of a data file."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def load_schemes(apps: Any) -> None:
    """Create the fields, schemes and versions that are missing; return nothing."""
    content = read("schemes.yaml")
    field_model = apps.get_model("certificates", "ExpertField")
    fields = [
        field_model.objects.get_or_create(
            code=line["code"],
            defaults={"name_vi": line["vi"], "name_en": line["en"], "position": position},
        )[0]
        for position, line in enumerate(content["fields"])
    ]
    for position, line in enumerate(content["schemes"]):
        scheme, _ = apps.get_model("certificates", "Scheme").objects.get_or_create(
            code=line["code"], defaults={"prefix": line["prefix"]}
        )
        version, new = apps.get_model("certificates", "SchemeVersion").objects.get_or_create(
            scheme=scheme, version=VERSION, defaults=_version(line, content, position)
        )
        if new:
            version.fields.set(fields)


def load_recognised(apps: Any) -> None:
    """Create the recognised schemes of other bodies that are missing; return nothing."""
    scheme = apps.get_model("certificates", "RecognisedScheme")
    for position, line in enumerate(read("recognised.yaml")):
        scheme.objects.get_or_create(
            code=line["code"],
            defaults={
                "body": line["body"],
                "site": line["site"],
                "level": line["level"],
                "name_vi": line["vi"],
                "name_en": line["en"],
                "position": position,
            },
        )


def load_competences(apps: Any) -> None:
    """
    Write the competences under the versions that came with the software; return nothing.

    Only where nobody has applied under the version yet: to applicants and holders it says what it said.
    """
    competence = apps.get_model("certificates", "Competence")
    for line in read("schemes.yaml")["schemes"]:
        versions = apps.get_model("certificates", "SchemeVersion").objects.filter(
            scheme__code=line["code"], version=VERSION
        )
        dossiers = apps.get_model("certificates", "Dossier").objects
        for version in versions:
            if not dossiers.filter(scheme_version=version).exists():
                competence.objects.bulk_create(
                    competence(
                        version=version,
                        code=each["code"],
                        name_vi=each["vi"],
                        name_en=each["en"],
                        position=position,
                    )
                    for position, each in enumerate(line["competences"])
                )


def _version(line: dict[str, Any], content: dict[str, Any], position: int) -> dict[str, Any]:
    bilingual = {
        f"{name}_{language}": texts[language]
        for name, texts in (
            ("name", line["name"]),
            ("scope", line["scope"]),
            ("code_of_conduct", content["code_of_conduct"]),
            ("proposed", content["proposed"]),
        )
        for language in ("vi", "en")
    }
    needs = [
        {
            "kind": need["kind"],
            "reference": need["reference"],
            "minimum": str(need["minimum"]),
            "label_vi": need["vi"],
            "label_en": need["en"],
        }
        for need in line["requirements"]
    ]
    return {
        **bilingual,
        "level": line["level"],
        "validity_months": line["validity_months"],
        "requirements": needs,
        "position": position,
        "published_at": PUBLISHED_AT,
    }


def load_targets(apps: Any) -> None:
    """Create the targets that are missing; return nothing."""
    target = apps.get_model("certificates", "Target")
    for position, line in enumerate(read("targets.yaml")):
        target.objects.get_or_create(
            code=line["code"],
            defaults={
                "period": line["period"],
                "qualifier": line["qualifier"],
                "low": line["low"],
                "high": line.get("high", line["low"]),
                "unit": line["unit"],
                "parent": target.objects.get(code=line["parent"]) if "parent" in line else None,
                "wording_vi": line["vi"],
                "wording_en": line["en"],
                "position": position,
            },
        )
