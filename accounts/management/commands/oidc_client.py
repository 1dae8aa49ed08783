from argparse import ArgumentParser
from typing import Any

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client
from django.core.management.base import BaseCommand
from django.db import transaction

from accounts import audit


class Command(BaseCommand):
    help = "Let another agency's site sign people in through this platform (OpenID Connect)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="as people will read it when they are asked to agree")
        parser.add_argument(
            "--redirect-uri", action="append", required=True, help="where the agency takes answers"
        )

    @transaction.atomic
    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the client; print its number and its secret, which is shown this once."""
        secret = get_adapter().generate_client_secret()
        client = Client(name=options["name"])
        client.set_redirect_uris(options["redirect_uri"])
        client.set_scopes(["openid", "profile", "email"])
        client.set_default_scopes(["openid"])
        client.set_secret(secret)
        client.full_clean()
        client.save()
        audit.record(
            actor=None,
            action="agency.let_in",
            subject=client.id,
            detail={"name": client.name, "redirect_uris": options["redirect_uri"]},
        )
        self.stdout.write(f"client_id={client.id}\nclient_secret={secret}\n")
