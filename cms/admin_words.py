"""The words of Wagtail's admin that its catalogues do not reach: those of scripts, and labels nobody wrote."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

from accounts.guards import reads, requires
from accounts.roles import anyone


class AdminWords(JavaScriptCatalog):
    """
    Wagtail's own catalogue, then ours over it.

    Django gives scripts only the catalogues of the packages named, never those of LOCALE_PATHS.
    """

    packages = ["wagtail.admin"]

    def get_paths(self, packages: list[str]) -> list[str]:
        """Return the folders of the catalogues; the last one wins."""
        return [*super().get_paths(packages), str(settings.WAGTAIL_WORDS)]


@reads
@requires(anyone)
def admin_words(request: HttpRequest) -> HttpResponse:
    """Return the catalogue as a script, in the language that the person chose for the admin."""
    response: HttpResponse = get_localized_response(AdminWords.as_view(), request)
    return response


FORM_LABELS = {
    "link_text": _("Link text"),
    "email_address": _("Email address"),
    "subject": _("Subject of the letter"),
    "body": _("Text of the letter"),
    "phone_number": _("Phone number"),
    "role": _("Role"),
    "page": _("Page"),
}
COLUMN_LABELS = {
    "port": _("Port"),
    "site_name": _("Site name"),
    "root_page": _("Root page"),
}
FILTER_LABELS = {
    "source_locale": _("Source locale"),
    "target_locale": _("Target locale"),
}


def name_the_nameless() -> None:
    """
    Give labels that can be translated to what the libraries left without one.

    Where a form, a list or a filter of theirs names no label, Django makes an English one of the
    variable's name, which no catalogue can reach.
    """
    from wagtail.admin.forms import choosers, workflows
    from wagtail.admin.views.pages.search import SearchView
    from wagtail.models import Page
    from wagtail.sites.views import IndexView
    from wagtail.users.views.bulk_actions.assign_role import RoleForm
    from wagtail_localize.views.report import TranslationsReportFilterSet

    forms = (
        choosers.ExternalLinkChooserForm,
        choosers.AnchorLinkChooserForm,
        choosers.EmailLinkChooserForm,
        choosers.PhoneLinkChooserForm,
        workflows.WorkflowPageForm,
        RoleForm,
    )
    for fields in (form.base_fields for form in forms):
        for name in fields.keys() & FORM_LABELS.keys():
            fields[name].label = fields[name].label or FORM_LABELS[name]
    for column in IndexView.columns:
        column.label = COLUMN_LABELS.get(column.name, column.label)
    for name, label in FILTER_LABELS.items():
        TranslationsReportFilterSet.base_filters[name].label = label
    SearchView.verbose_name = Page._meta.verbose_name  # noqa: SLF001 - Django documents it
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural  # noqa: SLF001
