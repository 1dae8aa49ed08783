"""
Devices on which a person has been before.

A device is known by a signed cookie that holds one fingerprint a person; the fingerprint covers the password,
so that a new password forgets all devices. Nothing about devices lies in the database.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.models import User


COOKIE = "__Host-device" if settings.SECURE else "device"
SALT = "accounts.door.devices"
A_YEAR = 365 * 24 * 3600
PEOPLE = 5  # as many may share a computer


def _fingerprint(person: User) -> str:
    facts = f"{person.public_id}|{person.password}"
    return salted_hmac(SALT, facts, algorithm="sha256").hexdigest()[:40]


def _kept(request: HttpRequest) -> list[str]:
    try:
        kept = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=A_YEAR)
    except signing.BadSignature:
        return []
    return [str(each) for each in kept]


def is_known(request: HttpRequest, person: User) -> bool:
    """Return whether this person has signed in on this device before, with the present password."""
    mine = _fingerprint(person)
    return any(constant_time_compare(each, mine) for each in _kept(request))


def remember(request: HttpRequest, response: HttpResponseBase, person: User) -> None:
    """Let the answer take the cookie along by which the device is known next time; return nothing."""
    mine = _fingerprint(person)
    kept = [mine, *(each for each in _kept(request) if each != mine)][:PEOPLE]
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=SALT),
        max_age=A_YEAR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
