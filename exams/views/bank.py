"""The item bank for authors."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.guards import AuthenticatedRequest, reads, requires
from accounts.roles import may_author
from exams.models import Item, ItemKind, Pool
from exams.selectors import bank


PER_PAGE = 25


def _one_of(wanted: str, allowed: list[str]) -> str:
    return wanted if wanted in allowed else ""


@reads
@requires(may_author)
def items(request: AuthenticatedRequest) -> HttpResponse:
    """Show the items, filtered by course, kind and pool."""
    courses = bank.course_codes()
    chosen = {
        "course": _one_of(request.GET.get("khoa", ""), courses),
        "kind": _one_of(request.GET.get("dang", ""), ItemKind.values),
        "pool": _one_of(request.GET.get("kho", ""), Pool.values),
    }
    page = Paginator(bank.items(**chosen), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "courses": courses,
        "kinds": ItemKind.choices,
        "pools": Pool.choices,
        "chosen": chosen,
    }
    return render(request, "exams/bank/items.html", context)


@reads
@requires(may_author)
def item(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Show one item in both languages with its key, its versions and where it is used."""
    shown = get_object_or_404(Item, code=code)
    versions = list(shown.versions.select_related("item").order_by("-number"))
    context = {
        "item": shown,
        "versions": versions,
        "previews": bank.previews(versions[0]) if versions else [],
        "uses": bank.uses(shown),
    }
    return render(request, "exams/bank/item.html", context)
