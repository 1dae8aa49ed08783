from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from certificates.selectors.log_check import Finding, check_log


class Command(BaseCommand):
    help = "Re-compute the transparency log from the register and name everything that does not agree."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--against",
            type=Path,
            action="append",
            default=[],
            metavar="CHECKPOINT",
            help="A signed checkpoint that was kept elsewhere: the log must begin with what it says.",
        )

    def handle(self, *_args: Any, against: list[Path], **_options: Any) -> None:
        try:
            kept = [path.read_text(encoding="utf-8") for path in against]
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}") from problem
        found: list[Finding] = list(check_log(kept))
        for finding in found:
            self.stdout.write(str(finding))
        if found:
            raise CommandError(f"Faults in the log: {len(found)}.")
        self.stdout.write("The log is whole, and the register says what it says.")
