"""What we add to Wagtail's admin."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from cms import selectors
from cms.editing import report, together, translations
from cms.editing.checking import SiteContentChecker
from cms.editing.panels import HowPagesAreMade, OwnDrafts, StaleTranslations
from cms.permissions import SECTION_DEPTH, ensure_permissions


@hooks.register("register_admin_menu_item")
def my_page() -> MenuItem:
    """Return the way back from the editor to the person's own page."""
    return MenuItem(_("My page"), reverse("accounts:mine"), icon_name="home", order=1)


@hooks.register("construct_homepage_panels")
def explain(_request: HttpRequest, panels: list[Component]) -> None:
    """Add the explanation and what waits for the person to Wagtail's own panels."""
    panels += [HowPagesAreMade(), OwnDrafts(), StaleTranslations()]


@hooks.register("register_admin_urls")
def guarded_translation_views() -> list[URLPattern]:
    """Return our views at the addresses of wagtail-localize's: these hooks run first, so they win."""
    return [
        path("localize/submit/page/<int:page_id>/", translations.BeginTranslation.as_view()),
        path(
            "localize/update/<int:translation_source_id>/",
            translations.UpdateTranslation.as_view(),
        ),
        path("localize/page/<int:page_id>/convert_to_alias/", translations.make_alias),
        path(
            "localize/page/<int:page_id>/side-by-side/",
            translations.lay_side_by_side,
            name="lay_side_by_side",
        ),
    ]


@hooks.register("register_admin_urls")
def report_of_stale_translations() -> list[URLPattern]:
    """Return the addresses of the report of translations that are older than their original."""
    view = report.StaleTranslationsReport
    address = "reports/stale-translations/"
    return [
        path(address, view.as_view(), name="stale_translations"),
        path(
            f"{address}results/",
            view.as_view(results_only=True),
            name="stale_translations_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def stale_translations_item() -> MenuItem:
    """Return the way to that report, in the menu of reports."""
    return report.StaleTranslationsItem(
        report.StaleTranslationsReport.page_title,
        reverse("stale_translations"),
        name="stale-translations",
        icon_name="site",
        order=100,
    )


@hooks.register("construct_explorer_page_queryset")
def mark_stale(_parent: Page, pages: QuerySet[Page], _request: HttpRequest) -> QuerySet[Page]:
    """Let the list of pages know which translations are older than their original; no query more."""
    return selectors.marked_as_stale(pages)


@hooks.register("before_edit_page", order=-1)
def hold_back_incomplete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Return a refusal where a translation that is not complete would be published."""
    return translations.hold_back_incomplete(request, page)


@hooks.register("before_edit_page", order=-1)
def say_what_goes_out(request: HttpRequest, page: Page) -> None:
    """Say, before anybody publishes, what becomes of the page's translations, and what it is itself."""
    if request.method == "GET":
        if stale := together.outdated(page):
            messages.warning(request, stale)
        for line in together.outlook(request, page):
            messages.info(request, line)
        if way := translations.way_side_by_side(page):
            messages.info(request, way)


@hooks.register("construct_wagtail_userbar")
def check_with_our_rules(_request: HttpRequest, items: list[Component], _page: Page) -> None:
    """Put our content checker in the place of Wagtail's."""
    items[:] = [
        SiteContentChecker(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]


@hooks.register("after_create_page")
def let_its_people_in(_request: HttpRequest, page: Page) -> None:
    """Give the roles their permissions on a new section of the site, and send it through the review."""
    if page.depth == SECTION_DEPTH:
        ensure_permissions()
