"""Migration operations: the database refuses a row by a named trigger, or lets changes take turns."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


SQLITE = """
CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {when}
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""
# The dates of the conditions are compared as text: the style is fixed for the function.
POSTGRES_FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET datestyle TO 'ISO' AS $$ BEGIN
IF {when} THEN RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
RETURN {row}; END $$
"""
POSTGRES = "CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


class Refuse(Operation):
    """
    Refuses INSERT, UPDATE or DELETE of a row for which a condition holds.

    The condition is SQL that both databases read, over NEW and OLD; it may ask other tables. The refusal is an
    IntegrityError whose text is the trigger's name: a person is told by the sentence filed under that name.
    """

    reversible = True

    def __init__(self, name: str, table: str, verb: str, when: str) -> None:
        self.name = name
        self.table = table
        self.verb = verb
        self.when = when

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing in the models' state."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install the trigger."""
        postgres = schema_editor.connection.vendor == "postgresql"
        for statement in (POSTGRES_FUNCTION, POSTGRES) if postgres else (SQLITE,):
            schema_editor.execute(
                statement.format(
                    name=self.name,
                    table=self.table,
                    verb=self.verb,
                    when=self.when,
                    row="OLD" if self.verb == "DELETE" else "NEW",
                ),
                params=None,
            )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove the trigger."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {self.name}()")
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}")

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"Refuse {self.verb} on {self.table}: {self.name}"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how to write this operation into a migration."""
        facts = {"name": self.name, "table": self.table, "verb": self.verb, "when": self.when}
        return type(self).__qualname__, [], facts


class Lift(Refuse):
    """
    Takes a refusal away: before a table is changed in a way for which SQLite builds it anew and forgets its triggers.

    Put the refusal back after the change.
    """

    def database_forwards(self, *arguments: Any) -> None:
        """Remove the trigger."""
        super().database_backwards(*arguments)

    def database_backwards(self, *arguments: Any) -> None:
        """Install the trigger."""
        super().database_forwards(*arguments)

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"No longer refuse {self.verb} on {self.table}: {self.name}"


TURN_FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('{name}')); RETURN NULL; END $$
"""
# For the statement, so before it locks any row: two that hold each other's rows would wait for ever.
TURN = """
CREATE TRIGGER {name} BEFORE UPDATE OF {column} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {name}()
"""


class InTurn(Operation):
    """
    Lets transactions change a column of a table one after the other, so that a refusal sees them all.

    A `Refuse` that asks other rows would not see what a second transaction has changed but not yet committed.
    SQLite has one writer anyway.
    """

    reversible = True

    def __init__(self, name: str, table: str, column: str) -> None:
        self.name = name
        self.table = table
        self.column = column

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing in the models' state."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install the lock."""
        if schema_editor.connection.vendor == "postgresql":
            facts = {"name": self.name, "table": self.table, "column": self.column}
            for statement in (TURN_FUNCTION, TURN):
                schema_editor.execute(statement.format(**facts), params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove the lock."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {self.name}()")

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"Change {self.column} of {self.table} in turn: {self.name}"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how to write this operation into a migration."""
        facts = {"name": self.name, "table": self.table, "column": self.column}
        return type(self).__qualname__, [], facts
