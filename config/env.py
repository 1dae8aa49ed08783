"""Settings from the environment, with errors a person can act on."""

import base64
import contextlib
import json
import os
import secrets
from collections.abc import Callable
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


def _token() -> str:
    return secrets.token_urlsafe(50)


def secret(name: str, *, store: Path, make: Callable[[], str] = _token) -> str:
    """Return the secret from the environment, else the one kept in `store`, made on first use."""
    if given := os.environ.get(name):
        return given
    if not store.exists():
        store.parent.mkdir(parents=True, exist_ok=True)
        # Written whole before it gets its name: several programs may start at the same moment.
        fresh = store.with_name(f"{store.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(make())
        with contextlib.suppress(FileExistsError):
            os.link(fresh, store)
        fresh.unlink()
    return store.read_text().strip()


def did_web(site_url: str) -> str:
    """Return the did:web of a site: its host and port; the machine itself is called localhost."""
    address = urlsplit(site_url)
    host = "localhost" if is_local(site_url) else address.hostname
    return f"did:web:{host}" + (f"%3A{address.port}" if address.port else "")


def cipher_key() -> str:
    """Return a new key for Fernet: 32 random bytes in base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def signing_key() -> str:
    """Return a new RSA key as PEM, for signing the identities that this site vouches for."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


def providers(name: str) -> list[dict[str, Any]]:
    """
    Return the OpenID Connect providers that a JSON list describes, in the shape allauth wants.

    Each needs `id`, `name`, `server_url`, `client_id` and `secret`; raise ImproperlyConfigured otherwise.
    """
    try:
        given = json.loads(os.environ.get(name) or "[]")
        return [
            {
                "provider_id": each["id"],
                "name": each["name"],
                "client_id": each["client_id"],
                "secret": each["secret"],
                "settings": {"server_url": each["server_url"], "oauth_pkce_enabled": True},
            }
            for each in given
        ]
    except (ValueError, TypeError, KeyError) as problem:
        raise ImproperlyConfigured(
            f"{name} must be a JSON list of objects with id, name, server_url, client_id and secret: {problem!r}"
        ) from problem


def origins(apps: list[dict[str, Any]]) -> list[str]:
    """Return scheme, host and port of the providers, each once."""
    parts = [urlsplit(app["settings"]["server_url"]) for app in apps]
    return sorted({f"{each.scheme}://{each.netloc}" for each in parts})


def is_local(url: str) -> bool:
    """Return whether an address without https leads to this machine only."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"}


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
