from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config.demo.world import has_visitors


class Command(BaseCommand):
    help = "Bring the database up to date and, in demo mode, load the demo world."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("site")
        # Visitors may have signed up in a running demonstration: it is then left as it is.
        if settings.DEMO and not has_visitors():
            call_command("demo")
