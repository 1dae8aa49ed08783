"""The issuer as others see it: its name and the keys whose signatures count."""

import base64
from typing import Any

from django.conf import settings

from certificates.models import KeyRole, SigningKey
from certificates.signing.suite import did_document


def issuer_document() -> dict[str, Any]:
    """
    Return the DID document: every key of credentials and QR codes that was not revoked, retired ones too.

    The name is the one under which the keys were made, whatever address the site has today.
    """
    keys = list(SigningKey.objects.trusted().filter(role__in=[KeyRole.CREDENTIAL, KeyRole.QR]))
    did = keys[-1].controller if keys else settings.ISSUER_DID
    return did_document(
        did,
        [(key.kid, base64.b64decode(key.public_key)) for key in keys if key.controller == did],
    )
