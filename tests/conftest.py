"""What every test may ask for."""

import os

import pytest

from tests import cast


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
