"""Special arrangements: a person's own page, and the officers' desk for them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import is_signed_in, may_check_dossiers
from certificates.arrangement_forms import ArrangementDecisionForm, ArrangementForm
from certificates.models import Arrangement, ArrangementKind, ArrangementState
from certificates.problems import Problem
from certificates.selectors import arrangements as selectors
from certificates.services.arrangements import (
    ask_arrangement,
    decide_arrangement,
    take_back_arrangement,
)
from certificates.views.paging import page_of


@form_view
@requires(is_signed_in)
def arrangements(request: AuthenticatedRequest) -> HttpResponse:
    """Show one's own requests for special arrangements; take a new one."""
    posted = request.method == "POST"
    form = ArrangementForm(request.POST, request.FILES) if posted else ArrangementForm()
    context = {"form": form, "arrangements": selectors.arrangements_of(request.user)}
    if not form.is_valid():
        status = 422 if posted else 200
        return render(request, "certificates/arrangements.html", context, status=status)
    try:
        ask_arrangement(
            person=request.user,
            kind=ArrangementKind(form.cleaned_data["kind"]),
            reason=form.cleaned_data["reason"],
            proof=form.cleaned_data["proof"],
            at=timezone.now(),
        )
    except Problem as problem:
        context["problem"] = str(problem)
        return render(request, "certificates/arrangements.html", context, status=409)
    messages.success(request, _("Your request is sent. An officer decides on it."))
    return redirect("certificates:arrangements")


@writes("POST")
@requires(is_signed_in)
def take_back(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Take one's own request back."""
    found = _found(public_id)
    if found.person_id != request.user.pk:
        raise Http404
    try:
        take_back_arrangement(arrangement=found, by=request.user, at=timezone.now())
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("You have taken your request back."))
    return redirect("certificates:arrangements")


@reads
@requires(may_check_dossiers)
def arrangement_desk(request: HttpRequest) -> HttpResponse:
    """Show the requests that wait for an officer, the oldest first."""
    page = page_of(request, selectors.requests())
    return render(request, "certificates/arrangement_desk.html", {"page": page})


@form_view
@requires(may_check_dossiers)
def arrangement(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a request with its reason; record what the officer decides."""
    found = _found(public_id)
    posted = request.POST if request.method == "POST" else None
    form = ArrangementDecisionForm(posted, arrangement=found)
    is_own = found.person_id == request.user.pk
    context = {
        "arrangement": found,
        "form": form,
        "is_own": is_own,
        "open": found.state == ArrangementState.ASKED and not is_own,
    }
    if not form.is_valid():
        status = 422 if posted is not None else 200
        return render(request, "certificates/arrangement.html", context, status=status)
    try:
        decide_arrangement(
            arrangement=found,
            grant=form.cleaned_data["outcome"] == "grant",
            extra_percent=int(form.cleaned_data.get("extra_percent") or 0),
            answer=form.cleaned_data["answer"],
            by=request.user,
            at=timezone.now(),
        )
    except Problem as problem:
        context["problem"] = str(problem)
        return render(request, "certificates/arrangement.html", context, status=409)
    messages.success(request, _("Your decision is recorded."))
    return redirect("certificates:arrangement_desk")


def _found(public_id: UUID) -> Arrangement:
    found = selectors.arrangement(public_id)
    if found is None:
        raise Http404
    return found
