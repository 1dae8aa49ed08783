"""Vietnamese and English go out together: one approval publishes both, in the same minute."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from cms.editing.translations import is_complete


@transaction.atomic
def publish_together(instance: Page, **_facts: Any) -> None:
    """
    Bring a published original into its side-by-side translations, and publish those that are complete.

    Called at each publication, by hand, by the last step of a review or on schedule. A translation that misses a
    sentence stays as visitors know it and is listed as out of date; so does one which the person may not publish.
    """
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    ).first()
    if source is None:
        return
    source.update_from_db()
    approver = get_active_log_context().user
    for translation in source.translations.filter(enabled=True):
        if is_complete(translation) and _may_publish(approver, translation):
            translation.save_target(user=approver, publish=True)


def outlook(request: HttpRequest, page: Page) -> list[str]:
    """Return, for each side-by-side translation of a page, what its publication will bring."""
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, source__locale_id=page.locale_id, enabled=True
    ).select_related("target_locale")
    return [_says(request, each) for each in translations]


def _says(request: HttpRequest, translation: Translation) -> str:
    total, done = translation.get_progress()
    facts = {
        "language": translation.target_locale.get_display_name(),
        "done": done,
        "total": total,
    }
    if total != done:
        return (
            _(
                "%(language)s: %(done)d of %(total)d pieces are translated. Publishing this page leaves that version as it is."
            )
            % facts
        )
    if not _may_publish(request.user, translation):
        return _("%(language)s: complete, but you may not publish it.") % facts
    return _("%(language)s: complete. It is published together with this page.") % facts


def _may_publish(person: Any, translation: Translation) -> bool:
    """Say whether the person may publish the translation; what was approved before may go out by itself."""
    if not isinstance(person, User):
        return True
    page = translation.get_target_instance()
    return bool(page.permissions_for_user(person).can_publish())
