"""Settings from the environment, with errors a person can act on."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def flag(name: str, *, default: bool) -> bool:
    """Return a yes/no variable; raise ImproperlyConfigured on any other word."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    word = raw.strip().lower()
    if word not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {raw!r}.")
    return word in TRUE


def words(name: str, *, default: str = "") -> list[str]:
    """Return a comma-separated variable as a list without empty parts."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def secret(name: str, *, store: Path) -> str:
    """Return the secret from the environment, else the one kept in `store`, made on first use."""
    if given := os.environ.get(name):
        return given
    if not store.exists():
        store.parent.mkdir(parents=True, exist_ok=True)
        store.touch(mode=0o600)
        store.write_text(secrets.token_urlsafe(50))
    return store.read_text().strip()


SQLITE_PRAGMAS = (
    # FULL, not NORMAL: in WAL mode only FULL syncs each commit, and an acknowledged answer must
    # survive a power cut (docs/decisions/0003-sqlite-durable.md).
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=134217728;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;"
)


def database(url: str) -> dict[str, Any]:
    """Return Django's database settings for `sqlite:///path` or `postgres://user:pass@host/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path[1:] if parts.path.startswith("//") else parts.path.lstrip("/"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": SQLITE_PRAGMAS,
            },
        }
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL must begin with sqlite:/// or postgres://, not {parts.scheme!r}."
        )
    query = dict(parse_qsl(parts.query))
    options: dict[str, Any] = {}
    if query.pop("pool", "1") == "1":
        options["pool"] = {"min_size": 2, "max_size": 8, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": options,
    }


def mail(url: str) -> dict[str, Any]:
    """Return Django's e-mail settings for `smtp://user:pass@host:port?tls=1` or `file:///path`."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": parts.path,
        }
    if parts.scheme != "smtp":
        raise ImproperlyConfigured(
            f"EMAIL_URL must begin with smtp:// or file:///, not {parts.scheme!r}."
        )
    query = dict(parse_qsl(parts.query))
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": query.get("tls") == "1",
    }
