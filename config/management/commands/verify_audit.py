from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.audit import faults


class Command(BaseCommand):
    help = "Re-compute the audit trail's hash chain and name every fault."

    def handle(self, *_args: Any, **_options: Any) -> None:
        found = list(faults())
        for fault in found:
            self.stdout.write(fault)
        if found:
            raise CommandError(f"Faults in the audit trail: {len(found)}.")
        self.stdout.write("The audit trail is whole.")
