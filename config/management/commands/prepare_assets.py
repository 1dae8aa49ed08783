from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from cms.fonts import build_fonts
from cms.marks import build_marks


class Command(BaseCommand):
    help = "Build the web fonts and the mark, and collect static files under hashed names."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        fonts = settings.BUILD / "static" / "fonts"
        fonts.mkdir(parents=True, exist_ok=True)
        build_fonts(fonts)
        build_marks(settings.BUILD / "static" / "img")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
