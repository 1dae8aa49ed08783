import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from certificates.rules.bundles import check_bundle
from certificates.rules.checkpoints import NoteError, parse_verifier
from certificates.selectors.log_check import check_log


class Command(BaseCommand):
    help = "Re-compute the transparency log, of this register or of a downloaded copy, and name every fault."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--against",
            type=Path,
            action="append",
            default=[],
            metavar="CHECKPOINT",
            help="A signed checkpoint that was kept elsewhere: the log must begin with what it says.",
        )
        parser.add_argument(
            "--bundle",
            type=Path,
            help="Check a downloaded /log/bundle.zip instead; no database is asked.",
        )
        parser.add_argument(
            "--verifier",
            help="The log's verifier key, as you noted it down before; with --bundle.",
        )

    def handle(
        self,
        *_args: Any,
        against: list[Path],
        bundle: Path | None = None,
        verifier: str | None = None,
        **_options: Any,
    ) -> None:
        try:
            kept = [path.read_text(encoding="utf-8") for path in against]
            if bundle:
                found: Iterable[object] = self.check_copy(bundle, verifier, kept)
            else:
                found = check_log(kept)
            faults = [str(each) for each in found]
        except OSError as problem:
            raise CommandError(f"{problem.filename}: {problem.strerror}") from problem
        except (zipfile.BadZipFile, NoteError) as problem:
            raise CommandError(str(problem)) from problem
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            raise CommandError(f"Faults in the log: {len(faults)}.")
        self.stdout.write(
            "The log is whole, and the register says what it says."
            if not bundle
            else "The log is whole."
        )

    def check_copy(self, bundle: Path, verifier: str | None, kept: list[str]) -> Iterable[str]:
        """Return what is wrong with a downloaded copy; raise CommandError without a key to hold it against."""
        if not verifier:
            raise CommandError("Give the key that you noted down before: --verifier NAME+ID+KEY.")
        with zipfile.ZipFile(bundle) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        return check_bundle(files, verifier=parse_verifier(verifier), kept=kept)
