"""PostgreSQL finds words inside texts by trigrams, and reads long texts without unpacking them first."""

from typing import Any

from django.db import DatabaseError, migrations, transaction


UNPACKED = (
    "ALTER TABLE cms_searchentry ALTER COLUMN all_folded SET STORAGE EXTERNAL,"
    " ALTER COLUMN all_words SET STORAGE EXTERNAL",
    # Rows that stand already are written anew, for the storage holds for what is written from now on.
    "UPDATE cms_searchentry SET all_folded = all_folded || '', all_words = all_words || ''",
)
TRIGRAMS = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX search_all_trigrams ON cms_searchentry USING gin (all_folded gin_trgm_ops)",
    "CREATE INDEX search_title_trigrams ON cms_searchentry USING gin (title_folded gin_trgm_ops)",
)


def speed_up(apps: Any, schema_editor: Any) -> None:
    """Do so on PostgreSQL; without the right to the extension search finds the same, only more slowly."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for statement in UNPACKED:
            cursor.execute(statement)
        try:
            with transaction.atomic(using=connection.alias):
                for statement in TRIGRAMS:
                    cursor.execute(statement)
        except DatabaseError:
            # A managed server may not offer it; docs/operations.md says how to add it later.
            return


def take_back(apps: Any, schema_editor: Any) -> None:
    """Drop the indexes; the extension may serve others, and the storage changes no answer."""
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS search_all_trigrams, search_title_trigrams")


class Migration(migrations.Migration):
    dependencies = [("cms", "0003_events_documents_search")]
    operations = [migrations.RunPython(speed_up, take_back)]
