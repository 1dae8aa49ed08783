"""What every test may ask for."""

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
