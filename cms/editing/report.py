"""The report of the translations whose original has changed since they were published."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms import selectors


LOOKS_AFTER_PAGES = ["change", "publish"]


class StaleTranslationsReport(PageReportView):
    """Published translations that are older than their original: the person's own to mend, longest waiting first."""

    page_title = _("Translations to bring up to date")
    header_icon = "site"
    index_url_name = "stale_translations"
    index_results_url_name = "stale_translations_results"
    results_template_name = "cms/admin/stale_report.html"
    any_permission_required: ClassVar = LOOKS_AFTER_PAGES
    is_searchable = False
    list_export: ClassVar = ["title", "locale.language_code", "changed_at", "last_published_at"]
    export_headings: ClassVar = {
        "locale.language_code": _("Language"),
        "changed_at": _("Original published"),
        "last_published_at": _("Translation published"),
    }

    def get_queryset(self) -> QuerySet[Page]:
        """Return the stale translations that the person may edit."""
        self.queryset = selectors.stale_pages_of(self.request.user)
        pages: QuerySet[Page] = super().get_queryset()
        return pages

    def decorate_paginated_queryset(self, object_list: Iterable[Page]) -> Iterable[Any]:
        """Return one leaf of them with their links; a downloaded sheet takes the pages themselves."""
        return object_list if self.is_export else selectors.as_stale(object_list)


class StaleTranslationsItem(MenuItem):
    """The way to the report, for whoever may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person may edit any page."""
        may = PagePermissionPolicy().user_has_any_permission(request.user, LOOKS_AFTER_PAGES)
        return bool(may)
