"""The editor's front page: how a story gets published, and what waits for this person."""

from typing import Any

from wagtail.admin.ui.components import Component

from accounts.roles import Role
from cms import selectors


class HowPagesAreMade(Component):
    """A few lines on the editor's front page: how a story gets published."""

    name = "how-pages-are-made"
    template_name = "cms/admin/how_pages_are_made.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return which of the roles of the page editor the person holds."""
        roles = parent_context["request"].user.current_roles
        return {
            "edits": Role.EDITOR in roles,
            "publishes": Role.PUBLISHER in roles or Role.OPERATOR in roles,
            "writes_courses": Role.AUTHOR in roles,
        }


class OwnDrafts(Component):
    """The person's own pages that are not handed to anybody yet, or that came back."""

    name = "own-drafts"
    template_name = "cms/admin/own_drafts.html"
    order = 230

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the drafts."""
        return {"drafts": selectors.own_drafts(parent_context["request"].user)}


class StaleTranslations(Component):
    """Published translations whose original has changed since."""

    name = "stale-translations"
    template_name = "cms/admin/stale_translations.html"
    order = 240

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the translations that this person may bring up to date."""
        return {"translations": selectors.stale_translations(parent_context["request"].user)}
