import csv
from pathlib import Path

from django.db import migrations

from accounts.append_only import AppendOnly
from accounts.names import sort_key


def load_provinces(apps, schema_editor):
    Province = apps.get_model("accounts", "Province")
    table = Path(__file__).parents[1] / "data" / "provinces.csv"
    with table.open(encoding="utf-8") as rows:
        Province.objects.bulk_create(
            Province(
                code=row["code"],
                name_vi=row["name_vi"],
                name_en=row["name_en"],
                kind_vi=row["type_vi"],
                sort_key=sort_key(row["name_vi"].replace(" ", "")),
            )
            for row in csv.DictReader(rows)
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [
        migrations.RunPython(load_provinces, migrations.RunPython.noop),
        AppendOnly("accounts_auditevent"),
    ]
