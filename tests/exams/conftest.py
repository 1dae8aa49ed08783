import pytest
from django.utils import translation

from exams import api
from exams.services.sittings import start_attempt
from tests.exams import factories


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in English, whatever language the last request of another test had."""
    with translation.override("en"):
        yield


@pytest.fixture
def bank(db):
    return api.load_items()


@pytest.fixture
def form(bank):
    return api.load_exam()


@pytest.fixture
def sitting(form):
    return factories.open_sitting(form)


@pytest.fixture
def attempt(sitting, trainee):
    return start_attempt(sitting=sitting, candidate=trainee, at=factories.DURING)
