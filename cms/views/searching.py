"""Search and what it suggests while somebody types."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext as _

from accounts.guards import reads, requires
from accounts.roles import anyone
from cms.queries import clean_query
from cms.search import finding
from cms.search.marking import marked
from cms.search.spelling import did_you_mean


@reads
@requires(anyone)
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that hold the words looked for, in the language of the address."""
    query = clean_query(request.GET.get("q", ""))
    context: dict[str, Any] = {"query": query}
    if query:
        context |= _found(request, query)
    return render(request, "cms/search.html", context)


def _found(request: HttpRequest, query: str) -> dict[str, Any]:
    language = _language()
    kind = request.GET.get("loai", "")
    kind = kind if kind in finding.kinds() else ""
    counts = finding.counts_by_kind(query, language=language)
    count = sum(each.count for each in counts if kind in {"", each.name})
    found = finding.search_pages(
        query, language=language, count=count, kind=kind, number=request.GET.get("trang")
    )
    context: dict[str, Any] = {
        "found": found,
        "hits": [finding.as_hit(entry, query) for entry in found],
        "kind": kind,
        "kinds": counts,
        "options": _options(query, kind, counts),
        "total": sum(each.count for each in counts),
    }
    if not counts:
        context["better"] = did_you_mean(query, language=language)
        context["elsewhere"] = _elsewhere(query, language)
    return context


def _options(query: str, chosen: str, counts: list[finding.KindCount]) -> list[dict[str, Any]]:
    """Return the links that narrow what was found to one kind, each with its number."""
    every = finding.KindCount("", _("All"), sum(each.count for each in counts))
    return [
        {
            "label": each.label,
            "url": "?" + urlencode({"q": query, **({"loai": each.name} if each.name else {})}),
            "count": each.count,
            "current": chosen == each.name,
        }
        for each in (every, *counts)
    ]


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def _elsewhere(query: str, language: str) -> int:
    """Return how many pages of the other languages hold the words."""
    return sum(
        finding.entries_holding(query, language=code).count()
        for code, _name in settings.LANGUAGES
        if code != language
    )


@reads
@requires(anyone)
def suggest(request: HttpRequest) -> HttpResponse:
    """Return a list of pages whose titles hold what is typed so far, to stand under the search field."""
    query = clean_query(request.GET.get("q", ""))
    pages = finding.suggested(query, language=_language())
    suggestions = [{"url": page.get_url(), "title": marked(page.title, query)} for page in pages]
    return render(request, "cms/suggestions.html", {"suggestions": suggestions})
