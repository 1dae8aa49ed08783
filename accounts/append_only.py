"""A migration operation that makes a table append-only, on SQLite and on PostgreSQL."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


SQLITE = """
CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES = """
CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table}
FOR EACH {grain} EXECUTE FUNCTION refuse_change()
"""


class AppendOnly(Operation):
    """Installs triggers that refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL) on a table."""

    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing in the models' state."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install the triggers."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(POSTGRES_FUNCTION, params=None)
            verbs = {"update": "ROW", "delete": "ROW", "truncate": "STATEMENT"}
            statements = [
                POSTGRES.format(table=self.table, verb=v, grain=g) for v, g in verbs.items()
            ]
        else:
            statements = [
                SQLITE.format(table=self.table, verb=verb) for verb in ("update", "delete")
            ]
        for statement in statements:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove the triggers."""
        postgres = schema_editor.connection.vendor == "postgresql"
        for verb in ("update", "delete", *(["truncate"] if postgres else [])):
            on = f" ON {self.table}" if postgres else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.table}_refuses_{verb}{on}")

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"Make {self.table} append-only"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how to write this operation into a migration."""
        return type(self).__qualname__, [], {"table": self.table}
