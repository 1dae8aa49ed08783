"""A migration operation: the database refuses a row, by a named trigger on SQLite and on PostgreSQL."""

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
