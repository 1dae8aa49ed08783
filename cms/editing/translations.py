"""
Translations side by side, with the permissions that wagtail-localize leaves out.

Its own views ask for one permission on all pages ("may submit translations"). Here starting and
updating a translation needs the right to edit the pages concerned, and whatever makes words public needs
the right to publish them. A translation is published when every sentence is translated, not before.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.editing import adopting


class BeginTranslation(SubmitPageTranslationView):
    """The form that makes a page's counterpart in another language, as a draft."""

    def get_object(self) -> Page:
        """Return the page; raise PermissionDenied to whom may not edit it."""
        page: Page = super().get_object()
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return newest(page)

    def form_valid(self, form: Any) -> HttpResponse:
        """Make the counterparts; raise PermissionDenied where the person may not add pages."""
        parent = self.object.get_parent()
        for locale in form.cleaned_data["locales"]:
            place = parent.get_translation_or_none(locale)
            if place and not place.permissions_for_user(self.request.user).can_add_subpage():
                raise PermissionDenied
        response: HttpResponse = super().form_valid(form)
        return response


class UpdateTranslation(UpdateTranslationsView):
    """The form that brings the sentences of a changed original into its translations."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Bring them in; they are published only by a person who may, and only when complete."""
        asked = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        targets = [_target(each) for each in self.object.translations.filter(enabled=True)]
        if not all(_may(self.request, page, "can_edit") for page in targets):
            raise PermissionDenied
        original = newest(self.object.get_source_instance())
        self.object.get_source_instance = lambda: original
        response: HttpResponse = super().form_valid(form)
        if asked:
            for translation in self.object.translations.filter(enabled=True):
                self._publish(translation)
        return response

    def _publish(self, translation: Translation) -> None:
        if not _may(self.request, _target(translation), "can_publish"):
            messages.warning(self.request, _("Only a publisher publishes a translation."))
        elif not is_complete(translation):
            messages.warning(self.request, _incomplete(translation))
        else:
            translation.save_target(user=self.request.user, publish=True)


def make_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Let a person who may publish show the original in place of a translation; others are refused."""
    if not _may(request, get_object_or_404(Page, pk=page_id), "can_publish"):
        raise PermissionDenied
    response: HttpResponse = convert_to_alias(request, page_id)
    return response


def lay_side_by_side(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask whether a translation shall stand beside its original sentence by sentence, and do so."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not _may(request, page, "can_edit"):
        raise PermissionDenied
    original = adopting.original_of(page)
    way_back = redirect("wagtailadmin_pages:edit", page.pk)
    if original is None:
        messages.info(request, _("This page stands beside its original already, or has none."))
        return way_back
    if request.method != "POST":
        return render(
            request, "cms/admin/lay_side_by_side.html", {"page": page, "original": original}
        )
    try:
        adopting.adopt(page=page, original=original)
    except adopting.UnlikeError:
        messages.error(
            request,
            _(
                "The two pages are built differently: their sentences cannot be laid side by side. Nothing was "
                "changed. Give both the same pieces in the same order, publish both, and try again."
            ),
        )
    else:
        messages.success(request, _("Every sentence now stands beside its original."))
    return way_back


def way_side_by_side(page: Page) -> SafeString | None:
    """Return in words, with the way there, that a translation could stand beside its original."""
    if adopting.original_of(page) is None:
        return None
    return format_html(
        '{} <a href="{}">{}</a>',
        _("This translation was written without the side-by-side view."),
        reverse("lay_side_by_side", args=[page.pk]),
        _("Lay it beside the original"),
    )


def hold_back_incomplete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Return the way back to the translation if somebody publishes it before it is complete."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page)
    if translation is None or is_complete(translation):
        return None
    messages.error(request, _incomplete(translation))
    return redirect(request.path)


def newest(page: Page) -> Page:
    """Return a page as translators should see it: as published, or its newest draft if it never was."""
    if page.live:
        return page
    draft: Page = page.get_latest_revision_as_object()
    return draft


def translation_of(page: Page) -> Translation | None:
    """Return the side-by-side translation of which the page is the result, if there is one."""
    found: Translation | None = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    return found


def is_complete(translation: Translation) -> bool:
    """Return whether every sentence of the original is translated."""
    total, done = translation.get_progress()
    return bool(total == done)


def _incomplete(translation: Translation) -> str:
    total, done = translation.get_progress()
    return _(
        "The translation is not complete: %(done)d of %(total)d pieces are translated. "
        "It stays as it is until all of them are."
    ) % {"done": done, "total": total}


def _target(translation: Translation) -> Any:
    return translation.get_target_instance()


def _may(request: HttpRequest, page: Any, what: str) -> bool:
    return isinstance(page, Page) and bool(
        getattr(page.permissions_for_user(request.user), what)()
    )
