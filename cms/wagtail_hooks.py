"""What we add to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from accounts.roles import Role


class HowPagesAreMade(Component):
    """A few lines on the editor's front page: how a story gets published."""

    name = "how-pages-are-made"
    template_name = "cms/admin/how_pages_are_made.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return which of the roles of the page editor the person holds."""
        roles = parent_context["request"].user.current_roles
        return {
            "publishes": Role.PUBLISHER in roles or Role.OPERATOR in roles,
            "writes_courses": Role.AUTHOR in roles,
        }


@hooks.register("register_admin_menu_item")
def my_page() -> MenuItem:
    """Return the way back from the editor to the person's own page."""
    return MenuItem(_("My page"), reverse("accounts:mine"), icon_name="home", order=1)


@hooks.register("construct_homepage_panels")
def explain(_request: HttpRequest, panels: list[Component]) -> None:
    """Put the explanation before Wagtail's own panels."""
    panels.append(HowPagesAreMade())
