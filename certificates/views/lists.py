"""The agency desk: a list of numbers in, an answer for every line out."""

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import may_verify_lists
from certificates.list_forms import AgainForm, ListForm
from certificates.look import LOOKS
from certificates.models import ListCheck, NameMatch
from certificates.models.verification import Verdict
from certificates.selectors import lists as selectors
from certificates.services import lists as services
from certificates.views.paging import page_of


LINES_PER_PAGE = 100
LOOK_AGAIN_AFTER = "2"  # seconds
OTHER_NAMES = "ten"


def check_for(request: AuthenticatedRequest, public_id: UUID) -> ListCheck:
    """Return the person's own list; raise Http404 for any other."""
    found = selectors.check_of(request.user, public_id)
    if found is None:
        raise Http404
    return found


@form_view
@requires(may_verify_lists)
def list_check(request: AuthenticatedRequest) -> HttpResponse:
    """Take a list of numbers, and show the lists that were checked before."""
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if request.method == "POST" and form.is_valid():
        check = services.start_check(
            owner=request.user,
            asked=form.asked,
            day=form.cleaned_data["ngay"],
            key=form.cleaned_data["khoa"],
            source=form.source,
            at=timezone.now(),
        )
        return redirect(check)
    earlier = page_of(request, ListCheck.objects.of(request.user).defer("asked"))
    status = 422 if form.is_bound else 200
    context = {"form": form, "page": earlier}
    return render(request, "certificates/list_check.html", context, status=status)


@reads
@requires(may_verify_lists)
def list_result(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show the answers of a list, or how far the check has come."""
    check = check_for(request, public_id)
    if not check.is_finished:
        response = render(request, "certificates/list_waiting.html", {"check": check})
        response["Refresh"] = LOOK_AGAIN_AFTER
        return response
    context = _shown(request, check)
    response = render(request, "certificates/list_result.html", context)
    if check.paper_is_made:
        response["Refresh"] = LOOK_AGAIN_AFTER
    return response


def _shown(request: AuthenticatedRequest, check: ListCheck) -> dict[str, Any]:
    counts = selectors.counts(check)
    chosen = request.GET.get("loc", "")
    by_css: dict[str, int] = {}
    for verdict in Verdict:
        if count := counts.get(verdict):
            by_css[LOOKS[verdict].css] = by_css.get(LOOKS[verdict].css, 0) + count
    differing = check.answers.filter(name_match=NameMatch.DIFFERS)
    by_css |= {OTHER_NAMES: differing.count()}
    rows = selectors.answers(check)
    if chosen == OTHER_NAMES:
        rows = rows.filter(name_match=NameMatch.DIFFERS)
    elif chosen in by_css:
        rows = selectors.answers(check, verdicts=_verdicts(chosen))
    else:
        chosen = ""
    page = page_of(request, rows, per_page=LINES_PER_PAGE)
    return {
        "check": check,
        "key": uuid.uuid4(),
        "page": page,
        "rows": [(row, LOOKS[Verdict(row.verdict)]) for row in page],
        "valid": counts.get(Verdict.VALID, 0),
        "options": _options(check, by_css, chosen),
        "today": check.day == timezone.localdate(check.at),
    }


def _verdicts(css: str) -> frozenset[Verdict]:
    return frozenset(verdict for verdict, look in LOOKS.items() if look.css == css)


def _options(check: ListCheck, by_css: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    words: dict[str, Any] = {look.css: look.short for look in reversed(LOOKS.values())}
    words |= {"none": LOOKS[Verdict.UNKNOWN].short, OTHER_NAMES: _("The names differ")}
    options = [{"label": _("All"), "url": "?loc=", "count": check.total, "current": not chosen}]
    return options + [
        {"label": words[css], "url": f"?loc={css}", "count": count, "current": css == chosen}
        for css, count in by_css.items()
        if count
    ]


@writes("POST")
@requires(may_verify_lists)
def list_delete(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Delete a list before its time."""
    services.delete_check(check=check_for(request, public_id), by=request.user, at=timezone.now())
    messages.success(request, _("The list is deleted, with its answers."))
    return redirect("certificates:list_check")


@writes("POST")
@requires(may_verify_lists)
def list_again(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Check the lines of a list once more, as of today."""
    form = AgainForm(request.POST)
    if not form.is_valid():
        return redirect(check_for(request, public_id))
    again = services.check_again(
        check=check_for(request, public_id),
        by=request.user,
        key=form.cleaned_data["khoa"],
        at=timezone.now(),
    )
    return redirect(again)
