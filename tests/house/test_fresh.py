"""The written-down database of a first start is what the migrations make. Mended by `manage.py write_fresh`."""

import sqlite3

import pytest
from django.db import connection
from django.db.backends.sqlite3._functions import register
from django.db.migrations.recorder import MigrationRecorder

from config import fresh


@pytest.fixture(scope="module")
def written():
    """The database that the script makes."""
    made = sqlite3.connect(":memory:")
    register(made)  # the functions that constraints call
    made.executescript(fresh.SCRIPT.read_text(encoding="utf-8"))
    yield made
    made.close()


def first_line(script):
    return script.split("\n", 1)[0]


def creating(script):
    return [line for line in script.split("\n") if line.startswith("CREATE ")]


def test_the_script_was_made_from_the_migrations_that_are_installed(db):
    assert fresh.fits(fresh.SCRIPT.read_text(encoding="utf-8")), "run `manage.py write_fresh`"


def test_it_says_that_every_migration_was_applied(written, db):
    rows = set(written.execute("SELECT app, name FROM django_migrations"))
    assert rows == set(MigrationRecorder(connection).applied_migrations())


def test_it_has_the_tables_and_columns_that_the_migrations_make(written, db):
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - {
            "wagtailsearch_indexentry_fts"
        }:
            if table.startswith("wagtailsearch_indexentry"):
                continue  # its search columns differ between the two databases
            described = connection.introspection.get_table_description(cursor, table)
            columns = {row[1] for row in written.execute(f"PRAGMA table_info('{table}')")}
            assert columns == {column.name for column in described}, table


def test_on_sqlite_every_index_trigger_and_constraint_is_the_same(written, db):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            migrated = {(kind, name): sql for kind, name, sql in fresh.objects(cursor)}
        script = {(kind, name): sql for kind, name, sql in fresh.objects(written.cursor())}
        assert script == migrated
        assert first_line(fresh.written()) == first_line(fresh.SCRIPT.read_text(encoding="utf-8"))
        assert set(creating(fresh.written())) == set(
            creating(fresh.SCRIPT.read_text(encoding="utf-8"))
        )
    assert written.execute("PRAGMA foreign_key_check").fetchall() == []
    assert written.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_it_carries_nothing_of_any_person(written):
    for table in (
        "accounts_user",
        "accounts_auditevent",
        "django_session",
        "certificates_signingkey",
    ):
        rows = written.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - names from this test
        assert rows.fetchone() == (0,), table
