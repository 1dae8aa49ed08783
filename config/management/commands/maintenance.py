from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Show the maintenance page to everybody (on), or the site again (off)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("state", choices=["on", "off"])

    def handle(self, *_args: Any, state: str, **_options: Any) -> None:
        flag = Path(settings.MAINTENANCE_FILE)
        if state == "on":
            flag.parent.mkdir(parents=True, exist_ok=True)
            flag.touch()
            self.stdout.write("The maintenance page is shown. Health checks go on answering.")
        else:
            flag.unlink(missing_ok=True)
            self.stdout.write("The site is open.")
