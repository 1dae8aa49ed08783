import pytest

from tests.cms import factories


@pytest.fixture
def news(db):
    """The lists of news by language, with their homes."""
    return factories.tree()
