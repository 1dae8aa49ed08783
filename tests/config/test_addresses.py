"""Which addresses exist depends on the demonstration."""

import runpy

import pytest

from config import urls


def _routes(patterns):
    """Return every address below the patterns, as it is written."""
    for entry in patterns:
        route = str(entry.pattern)
        yield route
        for below in _routes(getattr(entry, "url_patterns", [])):
            yield route + below


@pytest.mark.parametrize("demo", [True, False])
def test_the_doors_of_the_demonstration_exist_only_while_it_is_on(settings, monkeypatch, demo):
    settings.DEMO = demo
    monkeypatch.setenv(
        "NINJA_SKIP_REGISTRY", "1"
    )  # the API is mounted a second time, for this test
    routes = list(_routes(runpy.run_path(urls.__file__)["urlpatterns"]))
    assert "healthz" in routes
    assert any("demo/vao/" in route for route in routes) is demo
