"""The status list: one bit for each credential, set for ever once the credential no longer counts."""

from datetime import datetime, timedelta

import rfc8785
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from openvc.status.bitstring import (
    new_bitstring,
    set_status_bit,
)
from openvc.status.issue import build_status_list_credential

from certificates.models import (
    LIST_SIZE,
    EventKind,
    KeyRole,
    LogHead,
    SigningIntent,
    StatusEvent,
    StatusList,
)
from certificates.services.signing import signing_key
from certificates.signing.store import KeyStore
from certificates.signing.suite import sign


NUMBER = 1
GOOD_FOR = timedelta(hours=24)
RENEWED_AFTER = timedelta(hours=1)
ENDING = (
    EventKind.SUSPENDED,
    EventKind.WITHDRAWN,
    EventKind.SUPERSEDED,
    EventKind.REINSTATED,
    EventKind.REISSUED,
)


def publish_status_list(*, store: KeyStore, at: datetime) -> StatusList | None:
    """
    Sign the status list anew if the log grew or the list is an hour old, and return it; None if the published one stands.

    A credential ends with the next suspension, withdrawal, succession or reinstatement of its certificate, and when it
    is signed anew: the certificate then has a new credential, and no bit ever goes back.
    """
    size = LogHead.objects.get().size
    published = StatusList.objects.filter(number=NUMBER).first()
    if published and published.log_size == size and at - published.at < RENEWED_AFTER:
        return None
    key = signing_key(KeyRole.CREDENTIAL, at=at)
    bits = new_bitstring(LIST_SIZE)
    for index in _ended(at).values_list("status_index", flat=True):
        set_status_bit(bits, index, 1)
    document = build_status_list_credential(
        id=f"{settings.SITE_URL}/status/{NUMBER}",
        issuer=key.controller,
        bitstring=bits,
        valid_from=at,
        valid_until=at + GOOD_FOR,
        ttl=300_000,
    )
    signed = sign(document, signer=store.signer(key.kid), method=key.method, created=at)
    facts = {
        "document": rfc8785.dumps(signed).decode(),
        "log_size": size,
        "at": at,
        "valid_until": at + GOOD_FOR,
    }
    published, _created = StatusList.objects.update_or_create(number=NUMBER, defaults=facts)
    return published


def _ended(at: datetime) -> QuerySet[SigningIntent]:
    later = StatusEvent.objects.filter(
        certificate=OuterRef("event__certificate"),
        pk__gt=OuterRef("event"),
        event__in=ENDING,
        effective_on__lte=timezone.localdate(at),
    )
    return SigningIntent.objects.filter(Exists(later))
