"""Whether the process is alive, and whether it can serve."""

import pytest
from django.db import OperationalError, connection
from redis import Redis


def _down(*_args, **_kwargs):
    raise OperationalError("the server closed the connection")


def test_a_running_server_says_so_without_asking_anyone(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", _down)
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_a_site_with_its_database_is_ready(client, settings):
    settings.REDIS_URL = ""
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "checks": {"database": "ok"}}


def test_a_site_without_its_database_is_not(client, settings, monkeypatch):
    settings.REDIS_URL = ""
    monkeypatch.setattr(connection, "cursor", _down)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"status": "unready", "checks": {"database": "unreachable"}}


@pytest.mark.django_db
def test_redis_is_asked_where_it_is_configured(client, settings, monkeypatch):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": "ok", "redis": "unreachable"}
    monkeypatch.setattr(Redis, "ping", lambda self: True)
    assert client.get("/readyz").json()["checks"]["redis"] == "ok"


def test_health_is_only_asked_not_told(client):
    assert client.post("/healthz").status_code == 405
    assert client.post("/readyz").status_code == 405
