from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExamsConfig(AppConfig):
    name = "exams"
    verbose_name = _("Examination")

    def ready(self) -> None:
        """Tell the own page what waits here."""
        from accounts.workspace import register, register_steps
        from exams.waiting import steps, waiting

        register(waiting)
        register_steps(steps)
