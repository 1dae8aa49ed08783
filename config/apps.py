from importlib import import_module

from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "config"

    def ready(self) -> None:
        """Register the checks of a deployment."""
        import_module("config.checks")
