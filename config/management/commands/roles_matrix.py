from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config.addresses import matrix


class Command(BaseCommand):
    help = "Write docs/roles.md: every address, its policy in one sentence, and which roles pass."

    def handle(self, *_args: Any, **_options: Any) -> None:
        target = Path(settings.ROOT) / "docs" / "roles.md"
        target.write_text(matrix(), encoding="utf-8")
        self.stdout.write(f"{target.relative_to(settings.ROOT)} is written.")
