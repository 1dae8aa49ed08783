"""The issuer as others see it: its name, the keys whose signatures count, and those that were revoked."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from certificates.models import KeyAct, KeyEvent, KeyRole, OfflineToken, SigningIntent, SigningKey
from certificates.signing.suite import did_document


IN_DOCUMENT = (KeyRole.CREDENTIAL, KeyRole.QR)


@dataclass(frozen=True)
class Revocation:
    """When a key was revoked, and from when on others may have held it."""

    kid: str
    at: datetime
    since: datetime


def issuer_document(*, day: date | None = None) -> dict[str, Any]:
    """
    Return the DID document: every key of credentials and QR codes, a revoked one named as such and for nothing else.

    With a day, a retired key is left out once the last certificate that it signed has ended. The name is the one under
    which the keys were made, whatever address the site has today.
    """
    keys = SigningKey.objects.filter(role__in=IN_DOCUMENT)
    return _document(list((_listed(keys, day) if day else keys).order_by("pk")))


def revoked_document() -> dict[str, Any]:
    """Return what the DID document would say had no key been revoked: to name the key of a forged or old file."""
    keys = SigningKey.objects.filter(role__in=IN_DOCUMENT).order_by("pk")
    return _document(list(keys), trusting=True)


def revocation_of(method: object) -> Revocation | None:
    """Return the revocation of the key that a proof names, or None if none of that name was revoked."""
    did, _, kid = str(method).rpartition("#")
    events = KeyEvent.objects.filter(act=KeyAct.REVOKED, key__kid=kid, key__controller=did)
    event = events.first()
    return Revocation(kid, event.at, event.since or event.at) if event else None


def _listed(keys: QuerySet[SigningKey], day: date) -> QuerySet[SigningKey]:
    signed = SigningIntent.objects.filter(key=OuterRef("pk"))
    coded = OfflineToken.objects.filter(key=OuterRef("pk"))
    in_force = Q(Exists(signed.filter(event__certificate__valid_until__gte=day))) | Q(
        Exists(coded.filter(credential__intent__event__certificate__valid_until__gte=day))
    )
    return keys.filter(Q(retired_at=None) | in_force)


def _document(keys: Iterable[SigningKey], *, trusting: bool = False) -> dict[str, Any]:
    keys = list(keys)
    did = keys[-1].controller if keys else settings.ISSUER_DID
    ours = [key for key in keys if key.controller == did]
    ended = {key.kid: key.revoked_at for key in ours if key.revoked_at and not trusting}
    return did_document(
        did, [(key.kid, base64.b64decode(key.public_key)) for key in ours], revoked=ended
    )
