from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = _("Learning")

    def ready(self) -> None:
        """Tell the own page what a learner does next."""
        from accounts.workspace import register_steps
        from courses.waiting import steps

        register_steps(steps)
