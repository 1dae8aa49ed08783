from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "certificates"
    verbose_name = _("Certification")

    def ready(self) -> None:
        """Register the system checks."""
        from certificates import checks  # noqa: F401 - apps must be loaded first
