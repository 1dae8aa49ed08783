"""Answers visitors who are not signed in from stored pages, and stores what may be shared."""

import logging
from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from redis.exceptions import RedisError

from cms.page_cache import entries, generation
from cms.page_cache.watch import reading


Next = Callable[[HttpRequest], HttpResponse]
LONGEST_ADDRESS = 300
CACHE_ERRORS = (OSError, RedisError)  # pages are then drawn anew each time, and the site goes on
logger = logging.getLogger(__name__)


class PageCacheMiddleware:
    """
    Stands before sessions and languages: a stored page costs two reads of the cache and no SQL.

    The mark of the state is taken before the page is drawn, so a page drawn while somebody publishes
    is stored under a mark that no longer holds.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_anonymous_reading(request):
            return self.get_response(request)
        key = entries.key_of(request)
        try:
            mark = generation.current()
            entry = entries.find(key, mark)
        except CACHE_ERRORS:
            logger.warning("page_cache.down", exc_info=True)
            return self.get_response(request)
        if entry is not None:
            return _said(entry.answer(request), "hit")
        with reading() as note:
            response = self.get_response(request)
        if note.private or not _may_be_stored(response):
            return response
        entry = entries.Entry.of(response, mark)
        with suppress(*CACHE_ERRORS):
            entries.keep(key, entry)
        return _said(entry.answer(request), "stored")


def _is_anonymous_reading(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
        and "Authorization" not in request.headers
        and len(request.get_full_path()) <= LONGEST_ADDRESS
    )


def _may_be_stored(response: HttpResponse) -> bool:
    return (
        getattr(response, "shared_page", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "Content-Encoding" not in response
    )


def _said(response: HttpResponse, how: str) -> HttpResponse:
    response["X-Page-Cache"] = how
    return response
