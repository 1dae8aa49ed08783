"""The end of an attempt: review and hand-in, receipt, result."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import is_signed_in
from exams.selectors.results import essay_reports
from exams.selectors.room import room
from exams.services import closing
from exams.views.room import own_attempt, page_language, time_facts


@form_view
@requires(is_signed_in)
def hand_in(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show what is answered and what is not; by POST hand the paper in."""
    attempt = own_attempt(request, public_id)
    if request.method == "POST":
        closing.hand_in(attempt=attempt, at=timezone.now())
        return redirect("exams:receipt", public_id=public_id)
    if not attempt.is_open(at=timezone.now()):
        return redirect("exams:receipt", public_id=public_id)
    shown = room(attempt, language=page_language())
    context = {
        "room": shown,
        "attempt": attempt,
        "time": time_facts(attempt),
        "begun": [slot for slot in shown.slots if slot.is_begun],
        "open": [slot for slot in shown.slots if slot.response is None],
        "flagged": [slot for slot in shown.slots if slot.flagged],
    }
    return render(request, "exams/hand_in.html", context)


@reads
@requires(is_signed_in)
def receipt(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show what was received, with its signed code; while the attempt runs, lead back to it."""
    attempt = own_attempt(request, public_id)
    if attempt.is_open(at=timezone.now()):
        return redirect("exams:question", public_id=public_id, position=1)
    shown = room(attempt, language=page_language())
    issued = getattr(attempt, "receipt", None)
    context = {
        "attempt": attempt,
        "room": shown,
        "receipt": issued,
        "is_genuine": issued is not None and closing.is_genuine(issued),
        "is_released": hasattr(attempt, "result"),
    }
    return render(request, "exams/receipt.html", context)


@reads
@requires(is_signed_in)
def result(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show the released result with the essay marks against the rubric; before the release there is none."""
    attempt = own_attempt(request, public_id)
    released = getattr(attempt, "result", None)
    if released is None:
        raise Http404
    exam = attempt.sitting.form.exam
    context = {
        "attempt": attempt,
        "sitting": attempt.sitting,
        "exam": exam,
        "result": released,
        "parts_reached": {
            "knowledge": released.knowledge.reaches(exam.part_percent),
            "essay": released.essay.reaches(exam.part_percent),
        },
        "essays": essay_reports(attempt, language=page_language()),
    }
    return render(request, "exams/result.html", context)
