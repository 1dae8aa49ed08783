"""Examinations, blueprints and sealed papers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from exams.models import Blueprint, Exam, Form, FormItem, ItemState, ItemVersion
from exams.rules import blueprints
from exams.services.bank import read_bundled
from exams.services.problems import Refused


def newest_versions(codes: Sequence[str]) -> dict[str, ItemVersion]:
    """Return the newest version of each item, by code; unknown codes are left out."""
    newest = ItemVersion.objects.filter(item=OuterRef("item")).order_by("-number")
    versions = ItemVersion.objects.select_related("item").filter(
        item__code__in=codes, number=Subquery(newest.values("number")[:1])
    )
    return {version.item.code: version for version in versions}


def _entry(version: ItemVersion) -> blueprints.Entry:
    item = version.item
    place = blueprints.Place(
        blueprints.part_of(item.kind), item.course_code, blueprints.LEVEL_OF[item.bloom]
    )
    return blueprints.Entry(item.code, place, item.pool, usable=item.state == ItemState.ACTIVE)


@transaction.atomic
def assemble_form(
    *, exam: Exam, blueprint: Blueprint, code: str, items: Sequence[str], at: datetime
) -> Form:
    """
    Make a paper of these items in this order, seal it and return it.

    Raises Refused, naming every gap, when the list does not fit the blueprint.
    """
    versions = newest_versions(items)
    if missing := [name for name in items if name not in versions]:
        raise Refused(
            _("These items are not in the bank: %(codes)s") % {"codes": ", ".join(missing)}
        )
    gaps = blueprints.gaps(blueprint.as_cells(), [_entry(versions[name]) for name in items])
    if gaps:
        raise Refused(
            _("The items do not fit the blueprint: %(gaps)s")
            % {"gaps": "; ".join(str(gap) for gap in gaps)}
        )
    form = Form.objects.create(code=code, exam=exam, blueprint=blueprint)
    FormItem.objects.bulk_create(
        FormItem(
            form=form, position=position, version=versions[name], points=versions[name].points
        )
        for position, name in enumerate(items, start=1)
    )
    form.sealed_at = at
    form.save(update_fields=["sealed_at"])
    audit.record(
        actor=None, action="form.sealed", subject=code, detail={"items": list(items)}, at=at
    )
    return form


@transaction.atomic
def load_exam(*, at: datetime | None = None) -> Form:
    """Return the sealed paper of the exam in the data file, made at the first call; needs the bank."""
    papers: dict[str, Any] = read_bundled("exams.yaml")
    facts = papers["exam"]
    exam, _new = Exam.objects.get_or_create(code=facts["code"], defaults=facts)
    blueprint, _new = Blueprint.objects.get_or_create(
        exam=exam,
        version=papers["blueprint"]["version"],
        defaults={"cells": papers["blueprint"]["cells"]},
    )
    wanted = papers["form"]
    sealed = Form.objects.filter(code=wanted["code"]).first()
    return sealed or assemble_form(
        exam=exam,
        blueprint=blueprint,
        code=wanted["code"],
        items=wanted["items"],
        at=at or timezone.now(),
    )
