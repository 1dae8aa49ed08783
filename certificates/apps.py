from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "certificates"
    verbose_name = _("Certification")

    def ready(self) -> None:
        """Register the system checks, and that a name on a dossier stays as it is."""
        from accounts import workspace
        from accounts.holds import register
        from certificates import checks  # noqa: F401 - apps must be loaded first
        from certificates.selectors.dossiers import carries_a_name
        from certificates.waiting import (
            steps,
            waiting,
            waiting_cases,
            waiting_council,
            waiting_drafts,
            waiting_losses,
            waiting_recognised,
        )

        register(carries_a_name)
        workspace.register(waiting)
        workspace.register(waiting_cases)
        workspace.register(waiting_losses)
        workspace.register(waiting_drafts)
        workspace.register(waiting_recognised)
        workspace.register(waiting_council)
        workspace.register_steps(steps)
