"""A migration operation for a rule that the database itself keeps, on SQLite and on PostgreSQL."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


SQLITE = """
CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {when}
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN IF {when} THEN RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$
"""
POSTGRES = "CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


class Refuse(Operation):
    """
    Installs a trigger that refuses a verb (insert, update, delete) on a table while a condition holds.

    The condition is SQL that both databases understand, over NEW and OLD; it may ask other tables. The
    refusal is an IntegrityError whose text is the trigger's name.
    """

    reversible = True

    def __init__(self, name: str, *, verb: str, table: str, when: str) -> None:
        self.name = name
        self.verb = verb
        self.table = table
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
        if schema_editor.connection.vendor == "postgresql":
            statements = [POSTGRES_FUNCTION, POSTGRES]
        else:
            statements = [SQLITE]
        for statement in statements:
            schema_editor.execute(
                statement.format(name=self.name, verb=self.verb, table=self.table, when=self.when),
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
        facts = {"verb": self.verb, "table": self.table, "when": self.when}
        return type(self).__qualname__, [self.name], facts
