"""Migration operations that change the database and no model: refusals by trigger, and changes that take turns."""

from typing import Any, ClassVar

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
TURN_FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('{name}')); RETURN NULL; END $$
"""
# For the statement, so before it locks any row: two that hold each other's rows would wait for ever.
TURN = """
CREATE TRIGGER {name} BEFORE UPDATE OF {column} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {name}()
"""


class DatabaseOnly(Operation):
    """An operation that both databases know by their own statements. Its facts are its keyword arguments."""

    reversible = True
    facts: ClassVar[tuple[str, ...]] = ()

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing in the models' state."""

    def installing(self, *, postgres: bool) -> list[str]:
        """Return the statements that install it."""
        raise NotImplementedError

    def removing(self, *, postgres: bool) -> list[str]:
        """Return the statements that remove it."""
        raise NotImplementedError

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install it."""
        for statement in self.installing(postgres=is_postgres(schema_editor)):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove it."""
        for statement in self.removing(postgres=is_postgres(schema_editor)):
            schema_editor.execute(statement, params=None)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how to write this operation into a migration."""
        return type(self).__qualname__, [], {name: getattr(self, name) for name in self.facts}


def is_postgres(schema_editor: BaseDatabaseSchemaEditor) -> bool:
    """Return whether a migration runs on PostgreSQL."""
    return schema_editor.connection.vendor == "postgresql"


class Refuse(DatabaseOnly):
    """
    Refuses INSERT, UPDATE or DELETE of a row for which a condition holds.

    The condition is SQL that both databases read, over NEW and OLD; it may ask other tables. The refusal is an
    IntegrityError whose text is the trigger's name: a person is told by the sentence filed under that name.
    """

    facts = ("name", "table", "verb", "when")

    def __init__(self, name: str, table: str, verb: str, when: str) -> None:
        self.name = name
        self.table = table
        self.verb = verb
        self.when = when

    def installing(self, *, postgres: bool) -> list[str]:
        """Return the statements that install the trigger."""
        _name, _args, facts = self.deconstruct()
        row = "OLD" if self.verb == "DELETE" else "NEW"
        statements = (POSTGRES_FUNCTION, POSTGRES) if postgres else (SQLITE,)
        return [statement.format(row=row, **facts) for statement in statements]

    def removing(self, *, postgres: bool) -> list[str]:
        """Return the statements that remove the trigger."""
        if postgres:
            return dropping(self.name, self.table)
        return [f"DROP TRIGGER IF EXISTS {self.name}"]

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"Refuse {self.verb} on {self.table}: {self.name}"


class Lift(Refuse):
    """
    Takes a refusal away: before a table is changed in a way for which SQLite builds it anew and forgets its triggers.

    Put the refusal back after the change.
    """

    def installing(self, *, postgres: bool) -> list[str]:
        """Return the statements that take the trigger away."""
        return super().removing(postgres=postgres)

    def removing(self, *, postgres: bool) -> list[str]:
        """Return the statements that put it back."""
        return super().installing(postgres=postgres)

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"No longer refuse {self.verb} on {self.table}: {self.name}"


class TriggersAside(Operation):
    """
    Changes tables with every trigger of the database out of the way, and puts each back word for word.

    For SQLite, which builds a table anew for most changes: it forgets the table's own triggers, and refuses the new
    name while triggers of other tables ask the old one. PostgreSQL keeps its triggers, so nothing is moved there.
    """

    reversible = True

    def __init__(self, operations: list[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the models' state as the operations within do."""
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Do the operations within."""
        kept = self._take_away(schema_editor)
        state = from_state.clone()
        for operation in self.operations:
            before, state = state, state.clone()
            operation.state_forwards(app_label, state)
            operation.database_forwards(app_label, schema_editor, before, state)
        self._put_back(schema_editor, kept)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo the operations within, the last first."""
        kept = self._take_away(schema_editor)
        states = [to_state.clone()]
        for operation in self.operations:
            states.append(states[-1].clone())
            operation.state_forwards(app_label, states[-1])
        for place in reversed(range(len(self.operations))):
            undo = self.operations[place].database_backwards
            undo(app_label, schema_editor, states[place + 1], states[place])
        self._put_back(schema_editor, kept)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how to write this operation into a migration."""
        return type(self).__qualname__, [self.operations], {}

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return "With the triggers aside: " + "; ".join(each.describe() for each in self.operations)

    def _take_away(self, schema_editor: BaseDatabaseSchemaEditor) -> list[str]:
        if is_postgres(schema_editor):
            return []
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
            )
            found = cursor.fetchall()
            for name, _written in found:
                cursor.execute(f'DROP TRIGGER "{name}"')
        return [written for _name, written in found]

    def _put_back(self, schema_editor: BaseDatabaseSchemaEditor, kept: list[str]) -> None:
        for written in kept:
            schema_editor.execute(written, params=None)


class InTurn(DatabaseOnly):
    """
    Lets transactions change a column of a table one after the other, so that a refusal sees them all.

    A `Refuse` that asks other rows would not see what a second transaction has changed but not yet committed.
    SQLite has one writer anyway.
    """

    facts = ("name", "table", "column")

    def __init__(self, name: str, table: str, column: str) -> None:
        self.name = name
        self.table = table
        self.column = column

    def installing(self, *, postgres: bool) -> list[str]:
        """Return the statements that install the lock."""
        _name, _args, facts = self.deconstruct()
        return [each.format(**facts) for each in (TURN_FUNCTION, TURN)] if postgres else []

    def removing(self, *, postgres: bool) -> list[str]:
        """Return the statements that remove the lock."""
        return dropping(self.name, self.table) if postgres else []

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"Change {self.column} of {self.table} in turn: {self.name}"


def dropping(name: str, table: str) -> list[str]:
    """Return what removes a trigger of PostgreSQL and the function of the same name."""
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}", f"DROP FUNCTION IF EXISTS {name}()"]
