"""What every test may ask for."""

import os

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from hypothesis import settings as property_settings

from tests import cast, migrated


# A busy machine is no fault of a rule: properties are not timed.
property_settings.register_profile("house", deadline=None)
property_settings.load_profile("house")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """The test database; on SQLite a copy of the one that the same migrations made before."""
    with django_db_blocker.unblock():
        made = migrated.from_copy(lambda: setup_databases(verbosity=0, interactive=False))
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def in_vietnamese():
    """Every test begins in the site's first language, whatever the one before it visited."""
    with translation.override("vi"):
        yield


@pytest.fixture
def sign_in(client):
    """Sign a person in at the test client and return the person."""

    def enter(person):
        client.force_login(person)
        return person

    return enter


def _member(name):
    @pytest.fixture(name=name)
    def member(db):
        return getattr(cast, name)()

    return member


trainee = _member("trainee")
author = _member("author")
examiner = _member("examiner")
second_examiner = _member("second_examiner")
council_member = _member("council_member")
certification_officer = _member("certification_officer")
agency = _member("agency")
writer = _member("writer")
auditor = _member("auditor")
editor = _member("editor")
publisher = _member("publisher")
programme_officer = _member("programme_officer")
operator = _member("operator")
stranger = _member("stranger")


def pytest_collection_modifyitems(items):
    """Leave out what this run's servers cannot show: `make test` runs each of these somewhere."""
    postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    broker = bool(os.environ.get("REDIS_URL"))
    for item in items:
        if item.get_closest_marker("postgres") and not postgres:
            item.add_marker(
                pytest.mark.skip(reason="concurrency: runs in the PostgreSQL part of `make test`")
            )
        if item.get_closest_marker("broker") and not broker:
            item.add_marker(
                pytest.mark.skip(
                    reason="needs Redis and a worker: runs in the PostgreSQL part of `make test`"
                )
            )


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """
    Rows that other threads and other programs see: really committed, and really removed afterwards.

    The triggers that keep lasting rows are passed over for the removal only, as only PostgreSQL's
    superuser can; flushing instead would take the reference data with it.
    """
    models = [
        model
        for app in ("certificates", "exams", "courses", "mfa", "accounts")
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
        # what is listed of a certificate goes by the certificate's number, not by one of its own
        certificates = before["certificates_certificate"]
        cursor.execute(
            "DELETE FROM certificates_listing WHERE certificate_id > %s", [certificates]
        )
        if head:
            cursor.execute("UPDATE accounts_audithead SET hash = %s WHERE id = 1", head)
        cursor.execute("UPDATE certificates_loghead SET size = 0, last_at = NULL")
        cursor.execute("SET session_replication_role = DEFAULT")
