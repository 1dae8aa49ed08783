"""The mark of views whose pages are the same for every visitor who is not signed in."""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.guards import View


def shared_page(view: View) -> View:
    """Return the view, its answers marked as the same for all visitors who are not signed in."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.shared_page = True  # type: ignore[attr-defined]
        return response

    return marked
