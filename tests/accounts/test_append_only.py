"""The migration operation that makes a table append-only, on both databases, forwards and backwards."""

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.append_only import AppendOnly


pytestmark = pytest.mark.django_db
OPERATION = AppendOnly("scratch")


def _run(*statements):
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _migrate(direction):
    # not entered: SQLite's editor enters only outside a transaction, and plain statements need no more
    getattr(OPERATION, f"database_{direction}")(
        "accounts", connection.schema_editor(), from_state=None, to_state=None
    )


@pytest.fixture
def scratch():
    _run("CREATE TABLE scratch (word varchar(10))", "INSERT INTO scratch VALUES ('one')")


def _changes():
    changes = ["UPDATE scratch SET word = 'two'", "DELETE FROM scratch"]
    return [*changes, "TRUNCATE scratch"] if connection.vendor == "postgresql" else changes


@pytest.mark.usefixtures("scratch")
def test_forwards_rows_may_be_added_and_nothing_else():
    _migrate("forwards")
    _run("INSERT INTO scratch VALUES ('two')")
    for change in _changes():
        with pytest.raises(IntegrityError, match="scratch is append-only"):
            _run(change)


@pytest.mark.usefixtures("scratch")
def test_backwards_the_table_is_as_before_and_forwards_again_refuses_again():
    _migrate("forwards")
    _migrate("backwards")
    for change in _changes():
        _run(change)
    _run("INSERT INTO scratch VALUES ('two')")
    _migrate("forwards")
    with pytest.raises(IntegrityError, match="append-only"):
        _run("DELETE FROM scratch")


def test_the_operation_says_what_it_does_and_can_be_written_again():
    name, args, kwargs = OPERATION.deconstruct()
    assert name == "AppendOnly"
    assert AppendOnly(*args, **kwargs).table == "scratch"
    assert OPERATION.describe() == "Make scratch append-only"
    assert OPERATION.reversible
    assert OPERATION.state_forwards("accounts", None) is None
