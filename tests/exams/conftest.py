import pytest

from exams import api


@pytest.fixture
def bank(db):
    return api.load_items()


@pytest.fixture
def form(bank):
    return api.load_exam()
