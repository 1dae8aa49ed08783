"""One fixed day for every test, an empty cache, and a way to commit for threads."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.core.cache import cache
from django.db import connection


TODAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(autouse=True)
def fixed_day():
    """The day is 23 November 2026; nobody has asked the register anything yet."""
    cache.clear()
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """
    Rows that other threads see: really committed, and really removed afterwards.

    The triggers that keep lasting rows are passed over for the removal only, as only PostgreSQL's
    superuser can; flushing instead would take the reference data with it.
    """
    models = [
        model
        for app in ("certificates", "accounts")
        for model in apps.get_app_config(app).get_models()
    ]
    tables = [model._meta.db_table for model in models if model._meta.pk.name == "id"]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        before = {}
        for table in tables:
            cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}")  # noqa: S608 - our own table
            before[table] = cursor.fetchone()[0]
        cursor.execute("SELECT hash FROM accounts_audithead WHERE id = 1")
        head = cursor.fetchone()
        yield
        cursor.execute("SET session_replication_role = replica")
        for table in tables:
            cursor.execute(f"DELETE FROM {table} WHERE id > %s", [before[table]])  # noqa: S608 - our own table
        if head:
            cursor.execute("UPDATE accounts_audithead SET hash = %s WHERE id = 1", head)
        cursor.execute("SET session_replication_role = DEFAULT")
