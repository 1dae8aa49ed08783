"""Views of pictures that are drawn when they are asked for."""

import hashlib
from uuid import UUID

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, gettext as _
from django.views.decorators.cache import cache_control
from wagtail.models import Page

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms.page_cache.generation import CACHE
from cms.share import share_image as draw


A_DAY, A_MONTH = 24 * 3600, 30 * 24 * 3600


@reads
@requires(anyone)
@cache_control(public=True, max_age=A_DAY)
def share_image(request: HttpRequest, key: UUID) -> HttpResponse:
    """Return the picture of a published page in the language of the address; 404 if there is none."""
    language = (get_language() or "vi")[:2]
    pages = Page.objects.live().public().filter(locale__language_code=language)
    page = get_object_or_404(pages, translation_key=key)
    site, note = _("Productivity and Quality Vietnam"), _("National programme 2021–2030")
    kept = "share:" + hashlib.sha256("\n".join((page.title, site, note)).encode()).hexdigest()
    picture = caches[CACHE].get_or_set(
        kept, lambda: draw(page.title, site=site, note=note), A_MONTH
    )
    return HttpResponse(picture, content_type="image/png")
