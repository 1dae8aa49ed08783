"""A certificate as its holder sees it: what it is worth today, what to do next, and its whole life."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import is_signed_in
from certificates.life_forms import CorrectionForm
from certificates.models import Certificate, Dossier
from certificates.models.keeping import keeping_checks, stands
from certificates.policies import may_ask_for_correction
from certificates.problems import Problem
from certificates.rules.dossiers import OPEN
from certificates.rules.succession import RENEWABLE, season_on
from certificates.selectors import register, surveillance
from certificates.selectors.life import life_of
from certificates.selectors.schemes import current_versions
from certificates.services.corrections import request_correction
from certificates.services.holder_letters import what_to_do
from certificates.services.renewals import start_renewal


def held_by(request: AuthenticatedRequest, number: str) -> Certificate:
    """Return the certificate of that number if it is this person's; raise Http404 for any other."""
    found = register.entry(number)
    if found is None or found.holder_id != request.user.pk:
        raise Http404
    return found


@reads
@requires(is_signed_in)
def held(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Show the holder's page of a certificate."""
    certificate = held_by(request, number)
    status = certificate.status_on(timezone.localdate()).value
    return render(
        request,
        "certificates/held.html",
        {
            "certificate": certificate,
            "status": status,
            "rules": what_to_do(status) if status in {"suspended", "withdrawn"} else [],
            "reports": surveillance.owed_by(certificate),
            "life": life_of(certificate, staff=False),
            **_next(certificate),
        },
    )


def _next(certificate: Certificate) -> dict[str, Any]:
    """Return what is under way or may be begun: a renewal in its season, a correction while the certificate holds."""
    today = timezone.localdate()
    linked = Dossier.objects.filter(state__in=OPEN).select_related("scheme_version")
    season = season_on(today, ends_on=certificate.valid_until)
    renewal = linked.filter(renewal__certificate=certificate).first()
    due = season in RENEWABLE and stands(certificate, on=today)
    version = current_versions().filter(scheme__code=certificate.scheme_code).first()
    checks = keeping_checks(certificate, version=version, on=today) if due and version else []
    return {
        "renewal": renewal,
        "checks": checks,
        "may_renew": due and renewal is None and not certificate.renewals.exists(),
        "correction": linked.filter(correction__certificate=certificate).first(),
        "may_correct": certificate.status_on(today) == "valid",
    }


@writes("POST")
@requires(is_signed_in)
def renew(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Open the application for a renewal, or lead to the one that is open already."""
    certificate = held_by(request, number)
    try:
        dossier = start_renewal(certificate=certificate, by=request.user, at=timezone.now())
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect("certificates:held", number)
    return redirect(dossier)


@form_view
@requires(is_signed_in)
def correct(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Show what stands on a certificate and ask for a correction of it."""
    certificate = register.entry(number)
    if certificate is None or not may_ask_for_correction(request.user, certificate):
        raise Http404
    own = certificate.holder_id == request.user.pk
    form = CorrectionForm(request.POST or None, certificate=certificate)
    context = {"certificate": certificate, "form": form, "own": own}
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/correct.html", context, status=status)
    try:
        dossier = request_correction(
            certificate=certificate, wish=form.wish(), by=request.user, at=timezone.now()
        )
    except Problem as problem:
        return render(
            request, "certificates/correct.html", context | {"problem": str(problem)}, status=409
        )
    return redirect(dossier) if own else redirect("certificates:check", dossier.public_id)
