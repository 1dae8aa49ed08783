import os
from datetime import datetime, timedelta
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from certificates.models import KeyRole, SigningKey
from certificates.models.log_tree import verifier_of
from certificates.problems import NotReady
from certificates.services.keys import create_key, import_seal, retire_key, revoke_key
from certificates.services.reissues import make_anew
from certificates.signing.seals import SealError, read_seal
from certificates.signing.store import KeyStoreError, key_store


PUBLISHED_AHEAD = timedelta(days=7)


def moment(text: str) -> datetime:
    """Return the moment that a text says, in local time unless it names another; raise ValueError otherwise."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else timezone.make_aware(found)


class Command(BaseCommand):
    help = "Make, list, retire and revoke the keys that sign the register (SIGNER=1)."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        new = acts.add_parser(
            "new", help="Hold the ceremony: make a key and print its public parts."
        )
        new.add_argument("role", choices=KeyRole.values)
        new.add_argument(
            "--ahead",
            action="store_true",
            help="Let it sign in seven days only, so that everybody knows it by then (rotation).",
        )
        acts.add_parser("ensure", help="Make the first key of each task, if there is none.")
        acts.add_parser("list", help="Show every key.")
        given = acts.add_parser(
            "import", help="Keep the organisation's document-signing key from a .p12 file."
        )
        given.add_argument("file", type=Path)
        acts.add_parser("retire", help="Let a key sign no more.").add_argument("kid")
        revoke = acts.add_parser("revoke", help="End a key that others may hold, and begin anew.")
        revoke.add_argument("kid")
        revoke.add_argument(
            "--since",
            type=moment,
            help="From when others may have held it, as 2026-11-20T09:00 (default: now).",
        )
        acts.add_parser(
            "anew", help="Go on signing anew what revoked keys signed; safe to run at any time."
        )

    def handle(self, *_args: Any, act: str, **options: Any) -> None:
        now = timezone.now()
        try:
            if act == "new":
                self.make(
                    options["role"], now, PUBLISHED_AHEAD if options["ahead"] else timedelta()
                )
            elif act == "ensure":
                self.ensure(now)
            elif act == "import":
                self.take(options["file"], now)
            elif act in {"retire", "revoke"}:
                self.end(act, options["kid"], now, options.get("since"))
            if act in {"revoke", "anew"}:
                self.anew(now)
            if act != "ensure":
                self.show()
        except (NotReady, KeyStoreError, SealError, OSError) as problem:
            raise CommandError(str(problem)) from problem

    def ensure(self, now: datetime) -> None:
        """Make the first key of each task that has none."""
        for role in KeyRole.values:
            if not SigningKey.objects.filter(role=role).exists():
                self.make(role, now, timedelta())

    def make(self, role: str, now: datetime, ahead: timedelta) -> None:
        """Make a key and print what others need of it."""
        key = create_key(role=role, store=key_store(), at=now, not_before=now + ahead)
        self.stdout.write(f"Made {key.method}, public key {key.public_key}")
        if role == KeyRole.LOG:
            self.stdout.write(f"Verifier key of the log: {verifier_of(key).text}")

    def take(self, file: Path, now: datetime) -> None:
        """Keep the key of a .p12 file; its passphrase comes from P12_PASSPHRASE or is asked for."""
        passphrase = os.environ.get("P12_PASSPHRASE")
        if passphrase is None:
            passphrase = getpass(f"Passphrase of {file.name}: ")
        key = import_seal(seal=read_seal(file.read_bytes(), passphrase), store=key_store(), at=now)
        self.stdout.write(f"Certificates are signed by {key.kid} from now on.")

    def anew(self, now: datetime) -> None:
        """Enter everything in force that a revoked key signed to be signed anew."""
        total = 0
        while done := make_anew(at=now):
            total += done
        self.stdout.write(
            f"Certificates to be signed anew: {total}. The signing worker does it now."
        )

    def end(self, act: str, kid: str, now: datetime, since: datetime | None) -> None:
        """Retire or revoke a key by its name."""
        key = SigningKey.objects.filter(kid=kid).first()
        if key is None:
            raise CommandError(f"There is no key {kid}.")
        if act == "retire":
            retire_key(key=key, at=now)
        else:
            revoke_key(key=key, at=now, since=since)

    def show(self) -> None:
        """Print every key and where in its life it is."""
        for key in SigningKey.objects.all():
            ends = [
                f"{word} {moment:%d/%m/%Y %H:%M}"
                for word, moment in (("retired", key.retired_at), ("revoked", key.revoked_at))
                if moment
            ]
            since = f"from {key.not_before:%d/%m/%Y %H:%M}"
            self.stdout.write("  ".join([key.kid, key.role, since, *ends]))
