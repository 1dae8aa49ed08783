import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.demo.accounts import listing, rows


class Command(BaseCommand):
    help = "List the demonstration's accounts: role, e-mail, password."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="as JSON, for programs")

    def handle(self, *_args: Any, **options: Any) -> None:
        text = json.dumps(rows(), ensure_ascii=False, indent=2) if options["json"] else listing()
        self.stdout.write(text)
