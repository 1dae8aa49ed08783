"""
A test database for the inner loop: SQLite is migrated once for each state of the migrations, then copied.

The copy is taken when the database was just made, and is known by a hash of everything that migrations read. A clean
checkout has none, so that what lands has run its migrations.
"""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.db.backends.signals import connection_created

from config import fresh


ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / ".pytest_cache" / "migrated"
# what migrations read besides themselves
READ = (
    "accounts/append_only.py",
    "accounts/names.py",
    "accounts/triggers.py",
    "*/reference.py",
    "*/data/*",
)


def _copy():
    digest = hashlib.sha256(fresh.fingerprint().encode())
    for pattern in READ:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes() if path.is_file() else b"")
    return KEPT / f"{digest.hexdigest()[:32]}.sqlite3"


def _is_empty(file):
    return not file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def from_copy(make):
    """Run `make`, which makes the test database; on SQLite begin with the copy of an earlier run, or leave one."""
    if connection.vendor != "sqlite":
        return make()
    copy = _copy()

    def fill(sender, connection, **_):
        if connection.vendor == "sqlite" and copy.exists() and _is_empty(connection.connection):
            with closing(sqlite3.connect(copy)) as source:
                source.backup(connection.connection)

    connection_created.connect(fill, weak=False)
    try:
        made = make()
    finally:
        connection_created.disconnect(fill)
    if not copy.exists():
        _leave(copy)
    return made


def _leave(copy):
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished = copy.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    with closing(sqlite3.connect(unfinished)) as target:
        connection.connection.backup(target)
    unfinished.replace(copy)
