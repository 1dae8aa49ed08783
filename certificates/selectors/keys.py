"""The issuer as others see it: its name and the keys whose signatures count."""

import base64
from typing import Any

from django.conf import settings

from certificates.models import KeyRole, SigningKey
from certificates.signing.suite import did_document


def issuer_document() -> dict[str, Any]:
    """Return the DID document: every credential key that was not revoked, retired ones too."""
    keys = SigningKey.objects.trusted().filter(role=KeyRole.CREDENTIAL)
    return did_document(
        settings.ISSUER_DID, [(key.kid, base64.b64decode(key.public_key)) for key in keys]
    )
