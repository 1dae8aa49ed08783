"""Releasing results, all of a sitting together."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_release_results
from exams.selectors.releases import releasable, running
from exams.services.problems import Refused
from exams.services.results import release_obstacle, release_results
from exams.services.sittings import close_sitting


PER_PAGE = 20


@reads
@requires(may_release_results)
def index(request: AuthenticatedRequest) -> HttpResponse:
    """Show the sittings that are over: those that wait for the release first."""
    at = timezone.now()
    page = Paginator(releasable(at=at), PER_PAGE).get_page(request.GET.get("trang"))
    rows = [{"sitting": sitting, "state": sitting.state(at=at)} for sitting in page]
    context = {"page": page, "rows": rows, "running": running(at=at)[:PER_PAGE]}
    return render(request, "exams/releases/index.html", context)


@form_view
@requires(may_release_results)
def release(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Ask for confirmation, saying what would be released or what stands in the way; by POST release."""
    at = timezone.now()
    sitting = get_object_or_404(releasable(at=at), public_id=public_id)
    if request.method == "POST":
        return _release(request, public_id)
    obstacle = release_obstacle(sitting=sitting, at=at)
    context = {"sitting": sitting, "exam": sitting.form.exam, "obstacle": obstacle}
    return render(request, "exams/releases/release.html", context)


def _release(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    at = timezone.now()
    sitting = get_object_or_404(releasable(at=at), public_id=public_id)
    try:
        results = release_results(sitting=sitting, officer=request.user, at=at)
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("exams:release", public_id=public_id)
    messages.success(
        request, _("The results are released. Candidates: %(number)s.") % {"number": len(results)}
    )
    return redirect("exams:releases")


@form_view
@requires(may_release_results)
def close(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Ask whether an open sitting shall end now; by POST end it, if nobody is working any more."""
    at = timezone.now()
    sitting = get_object_or_404(running(at=at), public_id=public_id)
    if request.method != "POST":
        return render(request, "exams/releases/close.html", {"sitting": sitting})
    try:
        close_sitting(sitting=sitting, officer=request.user, at=at)
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("exams:close", public_id=public_id)
    messages.success(
        request, _("The sitting is over. Its essays can be marked and its results released.")
    )
    return redirect("exams:releases")
