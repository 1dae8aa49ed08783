"""Recognised certificates of other bodies: the list behind the numbers, and the officers' work on each."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_check_dossiers, may_see_register
from certificates.models import RecognisedCertificate, RecognisedState
from certificates.problems import Problem
from certificates.recognised_forms import (
    LinkForm,
    ReasonForm,
    RecognisedFilterForm,
    RecognisedForm,
)
from certificates.selectors import recognised as selectors
from certificates.services import recognised as services
from certificates.views.paging import page_of


@reads
@requires(may_see_register)
def recognised(request: HttpRequest) -> HttpResponse:
    """Show the recognised certificates that fit the filters."""
    form = RecognisedFilterForm(request.GET)
    shown = {
        "form": form,
        "page": page_of(request, selectors.recognised(form.wanted())),
        "narrowed": any(value for name, value in request.GET.items() if name in form.fields),
        "may_enter": may_check_dossiers(request.user),
    }
    return render(request, "certificates/recognised.html", shown)


@form_view
@requires(may_check_dossiers)
def enter(request: AuthenticatedRequest) -> HttpResponse:
    """Take a certificate of another body with its evidence."""
    posted = request.method == "POST"
    form = RecognisedForm(request.POST, request.FILES) if posted else RecognisedForm()
    page = "certificates/recognised_enter.html"
    if not form.is_valid():
        return render(request, page, {"form": form}, status=422 if posted else 200)
    evidence = form.cleaned_data["evidence"]
    try:
        entry = services.enter_recognised(
            facts=form.facts(), evidence=evidence, by=request.user, at=timezone.now()
        )
    except Problem as problem:
        return render(request, page, {"form": form, "problem": str(problem)}, status=409)
    messages.success(
        request, _("It is entered; it counts once a second officer has confirmed it.")
    )
    return redirect(entry)


@form_view
@requires(may_see_register)
def entry(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show an entry with its history; settle it, end it, link it or undo the link."""
    found = RecognisedCertificate.objects.select_related(
        "scheme", "account", "entered_by", "settled_by", "evidence"
    )
    certificate = get_object_or_404(found, public_id=public_id)
    action = request.POST.get("action", "")
    reason = ReasonForm(request.POST if action and action != "link" else None)
    link = LinkForm(request.POST if action == "link" else None)
    problem = _act(request, certificate, action, reason, link) if request.method == "POST" else ""
    if problem is None:
        return redirect(certificate)
    shown = _shown(request, certificate) | {"reason": reason, "link": link, "problem": problem}
    status = 200 if request.method != "POST" else (409 if problem else 422)
    return render(request, "certificates/recognised_entry.html", shown, status=status)


def _act(
    request: AuthenticatedRequest,
    certificate: RecognisedCertificate,
    action: str,
    reason: ReasonForm,
    link: LinkForm,
) -> str | None:
    """Do what the form asks for; return None if it was done, otherwise why not, in words or empty for the form's."""
    form = link if action == "link" else reason
    if not form.is_valid():
        return ""
    words: dict[str, Any] = {
        "certificate": certificate,
        "by": request.user,
        "at": timezone.now(),
        "reason": form.cleaned_data["reason"],
    }
    try:
        match action:
            case "confirm" | "reject":
                services.settle_recognised(confirm=action == "confirm", **words)
            case "end" | "annul":
                services.end_recognised(in_error=action == "annul", **words)
            case "link" | "unlink":
                services.link_recognised(account=form.cleaned_data.get("account"), **words)
            case _:
                return ""
    except Problem as refused:
        return str(refused)
    messages.success(request, _("It is recorded."))
    return None


def _shown(request: AuthenticatedRequest, certificate: RecognisedCertificate) -> dict[str, Any]:
    officer = may_check_dossiers(request.user)
    waiting = certificate.state == RecognisedState.WAITING
    parts = {certificate.entered_by_id, certificate.account_id}
    events = certificate.events.select_related("by", "account")
    return {
        "certificate": certificate,
        "events": [
            {
                "at": event.at,
                "text": f"{event.get_act_display()}, {event.by.full_name}",
                "notes": [
                    words
                    for words in (event.account and event.account.full_name, event.reason)
                    if words
                ],
            }
            for event in events
        ],
        "namesakes": selectors.namesakes(certificate)
        if officer and not certificate.account
        else [],
        "officer": officer,
        "may_settle": officer and waiting and request.user.pk not in parts,
        "waits_for_another": officer and waiting and request.user.pk in parts,
        "may_end": officer and certificate.state == RecognisedState.CONFIRMED,
        "may_open": officer,
    }
