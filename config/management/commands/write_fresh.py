import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from config import fresh


class Command(BaseCommand):
    help = (
        "Write down what the migrations make of an empty SQLite database, for quick first starts."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--here",
            action="store_true",
            help="into the database of the settings (used by itself)",
        )

    def handle(self, *_args: Any, here: bool, **_options: Any) -> None:
        if here:
            call_command("migrate", interactive=False, verbosity=0)
            fresh.SCRIPT.write_text(fresh.written(), encoding="utf-8")
            return
        with tempfile.TemporaryDirectory() as folder:
            # In a program and a folder of its own, so that nobody's database is touched.
            env = {
                **os.environ,
                "VAR_DIR": folder,
                "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            }
            command = [sys.executable, sys.argv[0], "write_fresh", "--here"]
            subprocess.run(command, env=env, check=True)  # noqa: S603 - our own program
        self.stdout.write(f"{fresh.SCRIPT.name} is written.")
