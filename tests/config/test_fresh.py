"""A new embedded database is filled from the script only where that is right."""

import subprocess
import sys
from pathlib import Path

from django.db import connection

from config import fresh


ROOT = Path(__file__).resolve().parents[2]
MANAGE = [sys.executable, str(ROOT / "manage.py")]


def manage(tmp_path, monkeypatch, *command):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new.sqlite3")
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    return subprocess.run([*MANAGE, *command], capture_output=True, text=True, check=True).stdout


def test_an_empty_database_is_filled_and_then_no_migration_is_left(tmp_path, monkeypatch):
    filled = "from config import fresh; print(fresh.load(), fresh.load())"
    assert manage(tmp_path, monkeypatch, "shell", "-v0", "-c", filled).split() == ["True", "False"]
    manage(tmp_path, monkeypatch, "migrate", "--check")


def test_a_database_that_holds_anything_is_left_alone(db):
    assert connection.introspection.table_names()
    assert fresh.load() is False


def test_a_script_of_other_migrations_is_not_used(db, monkeypatch, tmp_path):
    other = tmp_path / "fresh.sql"
    other.write_text(f"{fresh.MADE_FROM}0000\nCREATE TABLE t (a);\n")
    monkeypatch.setattr(fresh, "SCRIPT", other)
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_: [])
    monkeypatch.setattr(connection, "vendor", "sqlite")
    assert fresh.load() is False
    other.unlink()
    assert fresh.load() is False
