from django.apps import AppConfig, apps
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        """
        Watch the database for what stored pages show, and give Wagtail's admin our form for people.

        Its own asks for a first and a last name, which nobody here has (docs.wagtail.org: "Creating a
        custom UserViewSet"). The attribute is set here rather than by replacing `wagtail.users` in
        INSTALLED_APPS, so that the list of apps keeps the libraries' own names.
        """
        from cms.page_cache.watch import watch

        connection_created.connect(watch, dispatch_uid="cms.page_cache")
        apps.get_app_config("wagtailusers").user_viewset = "cms.people.PersonViewSet"  # type: ignore[attr-defined]
