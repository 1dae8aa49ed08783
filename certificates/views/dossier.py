"""The applicant's page of an application: declare, agree, hand in, see where it stands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, requires
from accounts.roles import is_signed_in
from certificates.forms import DeclarationForm, SubmitForm
from certificates.models import Dossier
from certificates.models.standing import checklist_of
from certificates.policies import may_open_dossier
from certificates.problems import Problem
from certificates.selectors import dossiers as selectors
from certificates.selectors.cases import refusal_of
from certificates.services.dossiers import declare, submit


def dossier_for(request: AuthenticatedRequest, public_id: UUID) -> Dossier:
    """Return the dossier; raise Http404 when there is none that this person may open."""
    found = selectors.dossier(public_id)
    if found is None or not may_open_dossier(request.user, found):
        raise Http404
    return found


@form_view
@requires(is_signed_in)
def dossier(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show the application; save or hand in what its applicant wrote."""
    found = dossier_for(request, public_id)
    if request.method != "POST":
        return render(request, "certificates/dossier.html", shown(request, found))
    if found.applicant_id != request.user.pk:
        raise Http404
    if not found.is_with_applicant:
        messages.info(
            request, _("The application has been handed in and can no longer be changed.")
        )
        return redirect(found)
    return _take(request, found)


def _take(request: AuthenticatedRequest, found: Dossier) -> HttpResponse:
    form, closing = DeclarationForm(request.POST, instance=found), SubmitForm(request.POST)
    if not (form.is_valid() and closing.is_valid()):
        found = selectors.dossier(found.public_id) or found
        return render(
            request,
            "certificates/dossier.html",
            shown(request, found, form=form, closing=closing),
            status=422,
        )
    declare(dossier=found, declaration=form.declaration())
    if request.POST.get("action") != "submit":
        messages.success(request, _("Your draft is saved."))
        return redirect(found)
    try:
        submit(
            dossier=found,
            agreed=closing.cleaned_data["agreed"],
            note=closing.cleaned_data["note"],
            at=timezone.now(),
        )
    except Problem as problem:
        again = selectors.dossier(found.public_id) or found
        context = shown(request, again, form=form, closing=closing) | {"problem": str(problem)}
        return render(request, "certificates/dossier.html", context, status=409)
    messages.success(request, _("Your application is handed in. An officer will check it."))
    return redirect(found)


def shown(
    request: AuthenticatedRequest,
    found: Dossier,
    *,
    form: DeclarationForm | None = None,
    closing: SubmitForm | None = None,
) -> dict[str, Any]:
    """Return what the applicant's page shows."""
    writable = found.is_with_applicant and found.applicant_id == request.user.pk
    return {
        "dossier": found,
        "checks": checklist_of(found, on=timezone.localdate()),
        "writable": writable,
        "form": (form or DeclarationForm(instance=found)) if writable else None,
        "closing": (closing or SubmitForm()) if writable else None,
        "decision": getattr(found, "decision", None),
        "certificate": getattr(found, "certificate", None),
        "review": refusal_of(found, on=timezone.localdate()),
    }
