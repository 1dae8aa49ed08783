from typing import Any

from django.core.management.base import BaseCommand

from cms.sitetree import ensure_site


class Command(BaseCommand):
    help = "Make what is missing of the site: languages, home pages, lists, standard pages, permissions."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        ensure_site()
