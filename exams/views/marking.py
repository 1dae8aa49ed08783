"""The marking desk."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_examine
from exams.models import Script
from exams.policies import may_mark
from exams.rules.questions import count_words
from exams.selectors.marking import (
    Desk,
    desk,
    next_script,
    own_marks,
    script_or_none,
    sittings_to_mark,
)
from exams.services.marking import save_mark
from exams.services.problems import Refused
from exams.views.room import page_language


PER_PAGE = 20


@reads
@requires(may_examine)
def queue(request: AuthenticatedRequest) -> HttpResponse:
    """Show the sittings with scripts to mark."""
    page = Paginator(sittings_to_mark(at=timezone.now()), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    return render(request, "exams/marking/queue.html", {"page": page})


@reads
@requires(may_examine)
def sitting(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show one sitting's progress, the way to the next script, and the own marks so far."""
    shown = get_object_or_404(sittings_to_mark(at=timezone.now()), public_id=public_id)
    on = timezone.localdate()
    following = next_script(sitting=shown, examiner=request.user, on=on)
    marks = own_marks(sitting=shown, examiner=request.user)
    page = Paginator(marks, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"sitting": shown, "next": following, "page": page}
    return render(request, "exams/marking/sitting.html", context)


def _script_for(request: AuthenticatedRequest, public_id: UUID) -> Script:
    script = script_or_none(public_id)
    if script is None:
        raise Http404
    candidate = script.attempt.candidate
    if not may_mark(request.user, candidate, on=timezone.localdate()):
        raise PermissionDenied(may_mark.__doc__)
    return script


def _desk_page(
    request: AuthenticatedRequest, shown: Desk, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "desk": shown,
        "script": shown.script,
        "sitting": shown.script.attempt.sitting,
        "words": count_words(shown.script.text),
        "problem": problem,
        "is_released": shown.script.attempt.sitting.released_at is not None,
    }
    return render(request, "exams/marking/script.html", context, status=status)


@form_view
@requires(may_examine)
def script(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a script beside its rubric; by POST save the marks, as a draft or for good."""
    shown = _script_for(request, public_id)
    if request.method == "POST":
        return _save(request, shown)
    return _desk_page(request, desk(shown, examiner=request.user, language=page_language()))


def _given(request: AuthenticatedRequest, criteria: int) -> list[object]:
    """Return the marks that the form gives: whole points, with half a point where its box is ticked."""
    given: list[object] = []
    for number in range(1, criteria + 1):
        whole = request.POST.get(f"mark-{number}", "")
        given.append(f"{whole}.5" if whole and f"half-{number}" in request.POST else whole)
    return given


def _save(request: AuthenticatedRequest, shown: Script) -> HttpResponse:
    submit = request.POST.get("act") != "draft"
    try:
        save_mark(
            script=shown,
            examiner=request.user,
            given=_given(request, len(shown.form_item.version.rubric)),
            comment=request.POST.get("comment", ""),
            submit=submit,
            at=timezone.now(),
        )
    except Refused as problem:
        page = desk(shown, examiner=request.user, language=page_language())
        return _desk_page(request, page, problem=str(problem), status=409)
    if submit:
        return _after(request, shown)
    messages.success(request, _("The draft is saved."))
    return redirect("exams:script", public_id=shown.public_id)


def _after(request: AuthenticatedRequest, marked: Script) -> HttpResponseRedirect:
    sitting = marked.attempt.sitting
    following = next_script(
        sitting=sitting,
        examiner=request.user,
        on=timezone.localdate(),
        after=marked.public_id,
    )
    number = marked.attempt.candidate_number
    messages.success(request, _("Saved: script %(number)s.") % {"number": number})
    if following:
        return HttpResponseRedirect(
            reverse("exams:script", kwargs={"public_id": following.public_id})
        )
    return HttpResponseRedirect(
        reverse("exams:marking_sitting", kwargs={"public_id": sitting.public_id})
    )
