"""The bank keeps every wording that candidates have met."""

import copy
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from exams import api
from exams.models import Item, ItemVersion, Pool
from exams.services.bank import read_bundled


def test_loading_fills_the_bank_with_three_pools(bank):
    assert (bank.items, bank.versions) == (66, 66)
    assert Item.objects.filter(pool=Pool.EXAM).count() == 26
    assert set(Item.objects.filter(pool=Pool.RESERVE).values_list("code", flat=True)) == {
        "Q059",
        "Q066",
    }


def test_loading_again_makes_nothing(bank):
    again = api.load_items()
    assert (again.items, again.versions) == (0, 0)


def test_a_changed_item_gets_one_more_version_and_keeps_the_old(bank):
    items = copy.deepcopy(read_bundled("items.yaml")["items"])
    items[0]["stem"]["en"] += " (2021 text)"
    items[0]["difficulty"] = "hard"
    made = api.load_items(items)
    assert (made.items, made.versions) == (0, 1)
    versions = Item.objects.get(code="Q001").versions.order_by("number")
    assert [version.number for version in versions] == [1, 2]
    assert versions[0].body["stem"]["en"] != versions[1].body["stem"]["en"]
    assert Item.objects.get(code="Q001").difficulty == "hard"


def test_no_version_is_ever_changed_or_removed(bank):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        ItemVersion.objects.filter(item__code="Q001").update(points=9)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        ItemVersion.objects.filter(item__code="Q001").delete()


def test_a_body_holds_neither_key_nor_rationale(bank):
    for version in ItemVersion.objects.all():
        assert set(version.body) <= {
            "stem", "options", "left", "right", "unit", "decimals", "max_words",
        }  # fmt: skip


@pytest.mark.django_db
def test_the_models_and_the_migrations_agree():
    call_command("makemigrations", "exams", "--check", "--dry-run", stdout=StringIO())
