"""The calendar of sittings and the way into one."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.guards import AuthenticatedRequest, reads, requires, writes
from accounts.roles import anyone, is_signed_in
from exams.rules.sittings import SittingState
from exams.selectors.sittings import (
    current_sittings,
    extra_minutes_at,
    own_attempt_at,
    sittings,
)
from exams.services.problems import Refused
from exams.services.sittings import start_attempt


PER_PAGE = 20
MOST_CURRENT = 50


@reads
@requires(anyone)
def index(request: HttpRequest) -> HttpResponse:
    """Show what is open, what is coming and what has been."""
    at = timezone.now()
    current = [
        {"sitting": sitting, "state": sitting.state(at=at)}
        for sitting in current_sittings(at=at)[:MOST_CURRENT]
    ]
    past = sittings().filter(closes_at__lte=at)
    page = Paginator(past, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "open": [entry for entry in current if entry["state"] == SittingState.OPEN],
        "coming": [entry for entry in current if entry["state"] == SittingState.SCHEDULED],
        "past": [{"sitting": sitting, "state": sitting.state(at=at)} for sitting in page],
        "page": page,
    }
    return render(request, "exams/index.html", context)


@reads
@requires(anyone)
def sitting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show one sitting: its rules, what to expect, and the button that starts or resumes."""
    at = timezone.now()
    shown = get_object_or_404(sittings(), public_id=public_id)
    attempt = own_attempt_at(shown, request.user)
    parts = shown.form.items.select_related("version__item")
    essays = [item for item in parts if item.part == "essay"]
    context = {
        "sitting": shown,
        "exam": shown.form.exam,
        "state": shown.state(at=at),
        "attempt": attempt,
        "extra": extra_minutes_at(shown, request.user, attempt),
        "attempt_is_open": bool(attempt and attempt.is_open(at=at)),
        "questions": len(parts) - len(essays),
        "essays": len(essays),
        "points": sum(item.points for item in parts),
    }
    return render(request, "exams/sitting.html", context)


@writes("POST")
@requires(is_signed_in)
def start(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Start the attempt, or come back to it."""
    wanted = get_object_or_404(sittings(), public_id=public_id)
    try:
        attempt = start_attempt(sitting=wanted, candidate=request.user, at=timezone.now())
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("exams:sitting", public_id=public_id)
    return redirect("exams:question", public_id=attempt.public_id, position=1)
