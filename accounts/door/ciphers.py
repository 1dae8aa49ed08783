"""Secrets of second factors lie encrypted in the database; the keys lie outside it."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class KeyMissing(Exception):  # noqa: N818 - it names what happened, as Django's own PermissionDenied does
    """None of the keys that this site has opens a stored secret."""


def _ring() -> MultiFernet:
    return MultiFernet([Fernet(key.strip()) for key in settings.MFA_KEYS if key.strip()])


def encrypt(text: str) -> str:
    """Return the text encrypted with the first of the keys."""
    return _ring().encrypt(text.encode()).decode()


def decrypt(sealed: str) -> str:
    """Return the text; raise KeyMissing if none of the keys fits."""
    try:
        return _ring().decrypt(sealed.encode()).decode()
    except InvalidToken as problem:
        raise KeyMissing("A stored secret fits none of the keys in MFA_KEYS.") from problem


def renew(sealed: str) -> str:
    """Return the same secret encrypted with the first of the keys; raise KeyMissing if none fits."""
    try:
        return _ring().rotate(sealed.encode()).decode()
    except InvalidToken as problem:
        raise KeyMissing("A stored secret fits none of the keys in MFA_KEYS.") from problem
