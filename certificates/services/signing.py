"""
From an event in the register to a signed credential and a leaf of the log: exactly once, whatever crashes.

What will be signed is frozen first. The signature of frozen bytes is always the same, so whoever comes back after a
crash, or at the same time, makes the same credential; the tables take each only once.
"""

import hashlib
import json
import secrets
from datetime import datetime

import rfc8785
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from certificates.models import (
    LIST_SIZE,
    Credential,
    KeyRole,
    LogEntry,
    SigningIntent,
    SigningKey,
    StatusEvent,
)
from certificates.models.register import WITH_CREDENTIAL
from certificates.problems import NotReady
from certificates.rules.credentials import Instance, Issuer, compose
from certificates.signing.store import KeyStore
from certificates.signing.suite import sign


LOOK_BACK = 10_000


def signing_key(role: str, *, at: datetime) -> SigningKey:
    """Return the key that signs for a role at that moment; raise NotReady if there is none."""
    key = SigningKey.objects.usable(role, at).first()
    if key is None:
        message = f"No key signs as “{role}”: hold the ceremony `manage.py keys new {role}`."
        raise NotReady(message)
    return key


def unlogged_events(*, all_of_them: bool = False) -> QuerySet[StatusEvent]:
    """
    Return the events that are not in the log, the oldest first.

    Asked every second, so it looks only a little behind the newest logged event; `all_of_them` looks everywhere, for
    the hourly sweep.
    """
    newest = LogEntry.objects.exclude(event=None).order_by("-index").first()
    floor = newest.event_id - LOOK_BACK if newest and newest.event_id and not all_of_them else 0
    return StatusEvent.objects.filter(log_entry=None, pk__gt=floor).order_by("pk")


def sign_waiting(
    *, store: KeyStore, at: datetime, most: int = 20, all_of_them: bool = False
) -> int:
    """Sign the credentials that wait, a few at a time, and return how many; raise NotReady without a key."""
    unsigned = unlogged_events(all_of_them=all_of_them).filter(
        event__in=WITH_CREDENTIAL, intent__credential=None
    )
    waiting = list(unsigned.select_related("certificate__holder")[:most])
    for event in waiting:
        sign_event(event=event, store=store, at=at)
    return len(waiting)


def sign_event(*, event: StatusEvent, store: KeyStore, at: datetime) -> Credential:
    """Return the credential of an event, signed now unless it was signed before."""
    intent = _intent(event, at=at)
    if signed := Credential.objects.filter(intent=intent).first():
        return signed
    document = sign(
        json.loads(intent.document),
        signer=store.signer(intent.key.kid),
        method=intent.key.method,
        created=intent.at,
    )
    written = rfc8785.dumps(document)
    digest = hashlib.sha256(written).hexdigest()
    signed, _created = Credential.objects.get_or_create(
        intent=intent, defaults={"document": written.decode(), "sha256": digest, "at": at}
    )
    return signed


def _intent(event: StatusEvent, *, at: datetime) -> SigningIntent:
    if found := SigningIntent.objects.filter(event=event).select_related("key").first():
        return found
    key = signing_key(KeyRole.CREDENTIAL, at=at)
    while True:
        try:
            with transaction.atomic():
                return _freeze(event, key, at=at)
        except IntegrityError:  # another worker froze it, or the place in the list is taken
            if found := SigningIntent.objects.filter(event=event).first():
                return found


def _freeze(event: StatusEvent, key: SigningKey, *, at: datetime) -> SigningIntent:
    certificate = event.certificate
    instance = Instance(
        status_index=secrets.randbelow(LIST_SIZE),
        salt=secrets.token_hex(16),
        valid_from=event.effective_on,
    )
    document = compose(
        certificate.snapshot,
        holder_email=certificate.holder.email,
        issuer=Issuer(did=key.controller, site=settings.SITE_URL),
        instance=instance,
    )
    return SigningIntent.objects.create(
        event=event,
        key=key,
        status_index=instance.status_index,
        document=rfc8785.dumps(document).decode(),
        at=timezone.localtime(at).replace(microsecond=0),
    )
