from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.door import ciphers


SEALED = ("secret", "seed")  # of an authenticator app, of recovery codes


class Command(BaseCommand):
    help = "Encrypt all secrets of second factors anew with the first of MFA_KEYS."

    @transaction.atomic
    def handle(self, *_args: Any, **_options: Any) -> None:
        """Renew every stored secret; change nothing and raise KeyMissing if one fits no key."""
        renewed = 0
        for factor in Authenticator.objects.select_for_update().order_by("pk"):
            names = [name for name in SEALED if name in factor.data]
            if names:
                factor.data |= {name: ciphers.renew(factor.data[name]) for name in names}
                factor.save(update_fields=["data"])
                renewed += 1
        self.stdout.write(f"{renewed} factors renewed.")
