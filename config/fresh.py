"""
A new embedded database in a second, instead of through two hundred migrations.

`config/data/fresh.sql` is what the migrations make of an empty SQLite file, written down by
`manage.py write_fresh`. It is used only where no database is yet and only if it was made from exactly the
migrations that are installed; everywhere else the migrations run. A house test holds it against them.
"""

import hashlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from django.db import connection
from django.db.migrations.loader import MigrationLoader


SCRIPT: Final = Path(__file__).parent / "data" / "fresh.sql"
MADE_FROM: Final = "-- made from migrations "
ROWS_AT_ONCE: Final = 200


def fingerprint() -> str:
    """Return a hash of every installed migration's name and text."""
    digest = hashlib.sha256()
    found = MigrationLoader(None).disk_migrations
    for key in sorted(found):
        source = Path(str(import_module(found[key].__module__).__file__))
        digest.update("|".join(key).encode() + source.read_bytes())
    return digest.hexdigest()


def fits(script: str) -> bool:
    """Return whether a script was made from the installed migrations."""
    return script.startswith(f"{MADE_FROM}{fingerprint()}\n")


def load() -> bool:
    """Fill the database from the script; return whether that was done: it is empty SQLite and the script fits."""
    if connection.vendor != "sqlite" or connection.introspection.table_names():
        return False
    script = SCRIPT.read_text(encoding="utf-8") if SCRIPT.exists() else ""
    if not fits(script):
        return False
    connection.ensure_connection()
    connection.connection.executescript(f"BEGIN;\n{script}\nCOMMIT;")
    return True


def written() -> str:
    """Return the script that makes the present database, which must be SQLite and only just migrated."""
    with connection.cursor() as cursor:
        return "\n".join([f"{MADE_FROM}{fingerprint()}", *_statements(cursor), ""])


def objects(cursor: Any) -> list[tuple[str, str, str]]:
    """Return type, name and SQL of all that the database holds, but what virtual tables make for themselves."""
    cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY type = 'table' DESC, rowid"
    )
    found = [(kind, name, sql) for kind, name, sql in cursor.fetchall()]
    virtual = tuple(f"{name}_" for _k, name, sql in found if sql.startswith("CREATE VIRTUAL"))
    return [each for each in found if not (virtual and each[1].startswith(virtual))]


def _statements(cursor: Any) -> Iterator[str]:
    """Yield the tables, their rows, and then the indexes and triggers."""
    found = objects(cursor)
    tables = [(name, sql) for kind, name, sql in found if kind == "table"]
    yield from (f"{sql};" for _name, sql in tables)
    for name, sql in tables:
        if not sql.startswith("CREATE VIRTUAL"):
            yield from _rows(cursor, name)
    yield from (f"{sql};" for kind, _name, sql in found if kind != "table")


def _rows(cursor: Any, table: str) -> Iterator[str]:
    quote = connection.ops.quote_name
    cursor.execute(f"PRAGMA table_info({quote(table)})")
    columns = [row[1] for row in cursor.fetchall()]
    literals = " || ', ' || ".join(f"quote({quote(column)})" for column in columns)
    cursor.execute(f"SELECT {literals} FROM {quote(table)} ORDER BY rowid")  # noqa: S608 - our own tables' names
    names = ", ".join(map(quote, columns))
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        values = ",\n".join(f"({row[0]})" for row in rows)
        yield f"INSERT INTO {quote(table)} ({names}) VALUES\n{values};"
