from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.demo.accounts import listing
from config.demo.world import RealPeople, load


class Command(BaseCommand):
    help = "Load the demonstration: people, courses, exams, certificates and news. Running it again adds nothing twice."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demonstration is loaded only where DEMO=1.")
        try:
            load()
        except RealPeople as problem:
            raise CommandError(str(problem)) from problem
        (settings.VAR / "demo-accounts.txt").write_text(listing(), encoding="utf-8")
