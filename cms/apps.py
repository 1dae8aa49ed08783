from django.apps import AppConfig, apps
from django.db.backends.signals import connection_created
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        """
        Watch for what stored pages show, what reviewers save and what is published; give the admin our people.

        Wagtail's form asks for a first and a last name, which nobody here has (docs.wagtail.org: "Creating a
        custom UserViewSet"). The attribute is set here rather than by replacing `wagtail.users` in
        INSTALLED_APPS, so that the list of apps keeps the libraries' own names.
        """
        from wagtail.models import Revision
        from wagtail.signals import page_published, page_unpublished

        from accounts.workspace import register
        from cms.admin_words import name_the_nameless
        from cms.editing.together import expire_together, publish_together
        from cms.page_cache.watch import watch
        from cms.review import follow_reviewer
        from cms.search.entries import follow_page
        from cms.waiting import waiting

        connection_created.connect(watch, dispatch_uid="cms.page_cache")
        post_save.connect(follow_reviewer, sender=Revision, dispatch_uid="cms.review")
        page_published.connect(publish_together, dispatch_uid="cms.together")
        page_unpublished.connect(expire_together, dispatch_uid="cms.together.expiry")
        post_save.connect(follow_page, dispatch_uid="cms.search")
        apps.get_app_config("wagtailusers").user_viewset = "cms.people.PersonViewSet"  # type: ignore[attr-defined]
        name_the_nameless()
        register(waiting)
