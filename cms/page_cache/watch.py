"""Sees every statement that this process sends, so that a committed write makes stored pages stale."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from accounts.guards import Execute
from cms.page_cache import generation


def notice_writes(
    execute: Execute,
    sql: str,
    params: Any,
    many: bool,  # noqa: FBT001 - Django calls it so
    context: dict[str, Any],
) -> Any:
    """Run a statement and return its result; once what it changed is committed, forget stored pages."""
    result = execute(sql, params, many, context)
    if generation.changes_a_page(sql):
        _renew_on_commit(context["connection"])
    return result


def _renew_on_commit(database: BaseDatabaseWrapper) -> None:
    waiting = any(entry[1] is generation.forget for entry in database.run_on_commit)
    if not waiting:
        # robust: a cache that is down must not undo what the database has already kept
        transaction.on_commit(generation.forget, using=database.alias, robust=True)


def watch(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    """Watch a connection from its opening on; asking twice changes nothing."""
    if notice_writes not in connection.execute_wrappers:
        # First: a block that wraps the connection takes the last wrapper away when it ends, and the
        # connection may well open inside such a block.
        connection.execute_wrappers.insert(0, notice_writes)


class Reading:
    """What a page read while it was drawn."""

    def __init__(self) -> None:
        self.private = False

    def __call__(
        self,
        execute: Execute,
        sql: str,
        params: Any,
        many: bool,  # noqa: FBT001 - Django calls it so
        context: dict[str, Any],
    ) -> Any:
        """Run a statement and return its result, noting whether it read a private table."""
        self.private = self.private or generation.reads_private(sql)
        return execute(sql, params, many, context)


@contextmanager
def reading() -> Iterator[Reading]:
    """Note what is read from the database while the block runs; yield the note."""
    note = Reading()
    with connection.execute_wrapper(note):
        yield note
