"""A migration operation that makes a table append-only, on SQLite and on PostgreSQL."""

from accounts.triggers import DatabaseOnly


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


class AppendOnly(DatabaseOnly):
    """Installs triggers that refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL) on a table."""

    facts = ("table",)

    def __init__(self, table: str) -> None:
        self.table = table

    def installing(self, *, postgres: bool) -> list[str]:
        """Return the statements that install the triggers."""
        if not postgres:
            return [SQLITE.format(table=self.table, verb=verb) for verb in ("update", "delete")]
        verbs = {"update": "ROW", "delete": "ROW", "truncate": "STATEMENT"}
        return [
            POSTGRES_FUNCTION,
            *(POSTGRES.format(table=self.table, verb=v, grain=g) for v, g in verbs.items()),
        ]

    def removing(self, *, postgres: bool) -> list[str]:
        """Return the statements that remove them; the function stays, other tables use it."""
        verbs = ("update", "delete", *(["truncate"] if postgres else []))
        on = f" ON {self.table}" if postgres else ""
        return [f"DROP TRIGGER IF EXISTS {self.table}_refuses_{verb}{on}" for verb in verbs]

    def describe(self) -> str:
        """Return what the operation does, for `migrate --plan`."""
        return f"Make {self.table} append-only"
