from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        """Listen to who signs in and which second factors come and go; tell the own page what waits here."""
        from accounts import waiting, workspace
        from accounts.door import staff  # noqa: F401 - importing it connects its receivers

        workspace.register(waiting.waiting)
