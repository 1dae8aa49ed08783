"""Vietnamese and English go out together: one approval publishes both, in the same minute."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from cms import selectors
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
            # wagtail-localize would publish after the commit, without a name: here both go out or neither does.
            translation.save_target(user=approver, publish=False)
            translation.get_target_instance().get_latest_revision().publish(user=approver)


@transaction.atomic
def expire_together(instance: Page, **_facts: Any) -> None:
    """
    Take the side-by-side translations down with an original whose time has run out.

    What a person takes down stays a matter of that person, language by language.
    """
    if not instance.expired:
        return
    for translation in _translations(instance):
        page = translation.get_target_instance()
        if page.live:
            page.unpublish(set_expired=True)


def outlook(request: HttpRequest, page: Page) -> list[str]:
    """Return, for each side-by-side translation of a page, what its publication will bring."""
    return [_says(request, each) for each in _translations(page)]


def _translations(page: Page) -> QuerySet[Translation]:
    found: QuerySet[Translation] = Translation.objects.filter(
        source__object_id=page.translation_key, source__locale_id=page.locale_id, enabled=True
    ).select_related("target_locale")
    return found


def outdated(page: Page) -> SafeString | None:
    """Return in words, with the way to what has changed, that a translation is older than its original."""
    for each in selectors.as_stale(selectors.stale_pages().filter(pk=page.pk)):
        words = _("The Vietnamese page was published again on %(day)s, after this translation.")
        return format_html(
            '{} <a href="{}">{}</a>',
            words % {"day": date_format(localtime(each.since), "d/m/Y H:i")},
            each.changes_url,
            _("What has changed"),
        )
    return None


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
