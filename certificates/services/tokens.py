"""The tokens of the printed QR codes: one for each credential, kept as it was signed."""

import json
from datetime import datetime

from certificates.models import Credential, KeyRole, OfflineToken
from certificates.rules.tokens import facts_of, write
from certificates.services.signing import LOOK_BACK, signing_key
from certificates.signing.store import KeyStore


def sign_tokens(
    *, store: KeyStore, at: datetime, most: int = 500, all_of_them: bool = False
) -> int:
    """
    Sign the tokens of the credentials that have none and return how many were tried; raise NotReady without a key.

    What is signed was frozen with the credential, so two workers write the same text, and the table takes it once.
    """
    newest = OfflineToken.objects.order_by("-credential_id").first()
    floor = newest.credential_id - LOOK_BACK if newest and not all_of_them else 0
    without = Credential.objects.filter(token=None, pk__gt=floor).order_by("pk")
    waiting = list(without.select_related("intent__event__certificate")[:most])
    if not waiting:
        return 0
    key = signing_key(KeyRole.QR, at=at)
    sign = store.signer(key.kid).sign
    tokens = [
        OfflineToken(
            credential=each,
            key=key,
            at=at,
            text=write(
                facts_of(
                    json.loads(each.intent.document),
                    each.intent.event.certificate.snapshot,
                    at=each.intent.at,
                ),
                kid=key.kid,
                sign=sign,
            ),
        )
        for each in waiting
    ]
    OfflineToken.objects.bulk_create(tokens, ignore_conflicts=True)
    return len(tokens)
