from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from certificates.models.loss_check import find_loss
from certificates.problems import NotReady
from certificates.services.losses import answer_for_loss


class Command(BaseCommand):
    help = "Say whether the database holds everything that was signed; answer for a loss that cannot be undone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--answer-for",
            metavar="REASON",
            help="Go on without the lost entries. The reason is published; numbers jump, so that none is used twice.",
        )

    def handle(self, *_args: Any, answer_for: str | None = None, **_options: Any) -> None:
        if answer_for is not None:
            try:
                loss = answer_for_loss(reason=answer_for, at=timezone.now())
            except NotReady as problem:
                raise CommandError(str(problem)) from problem
            self.stdout.write(
                f"Answered for: {loss.size} entries were signed, {loss.held} are held."
            )
            return
        found = find_loss()
        if found:
            message = (
                f"{found.size} entries were signed and {found.held} are held: an older copy of the database was restored."
                " Bring the newer copy back. Only if there is none: log_loss --answer-for REASON."
            )
            raise CommandError(message)
        self.stdout.write("The database holds everything that was signed.")
