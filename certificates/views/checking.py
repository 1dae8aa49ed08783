"""The officers' desk: which applications wait, and what a check finds."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_check_dossiers
from certificates.forms import CheckForm
from certificates.models import DossierState
from certificates.models.standing import checklist_of
from certificates.problems import Problem
from certificates.rules.dossiers import Act, State
from certificates.selectors import dossiers as selectors
from certificates.selectors.arrangements import granted_to
from certificates.selectors.files import files_of
from certificates.services.dossiers import check as record_check
from certificates.views.dossier import dossier_for
from certificates.views.paging import page_of


@reads
@requires(may_check_dossiers)
def checking(request: HttpRequest) -> HttpResponse:
    """Show the applications that were handed in, oldest first, by state."""
    states = [state for state in DossierState if state != DossierState.DRAFT]
    chosen = request.GET.get("trang_thai", DossierState.SUBMITTED.value)
    state = chosen if chosen in states else ""
    counts = selectors.counts_by_state()
    options = [
        {
            "label": each.label,
            "url": f"?trang_thai={each.value}",
            "count": counts.get(each.value, 0),
            "current": each.value == state,
        }
        for each in states
    ]
    everything = {
        "label": _("All"),
        "url": "?trang_thai=",
        "count": sum(counts.values()),
        "current": not state,
    }
    page = page_of(request, selectors.handed_in(state))
    return render(
        request, "certificates/checking.html", {"page": page, "options": [*options, everything]}
    )


@form_view
@requires(may_check_dossiers)
def check(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show an application beside its checklist; record what the officer finds."""
    dossier = dossier_for(request, public_id)
    form = CheckForm(request.POST if request.method == "POST" else None)
    context = {
        "dossier": dossier,
        "checks": checklist_of(dossier, on=timezone.localdate()),
        "form": form,
        "open": dossier.stage == State.SUBMITTED and dossier.applicant_id != request.user.pk,
        "is_own": dossier.applicant_id == request.user.pk,
        "arrangements": granted_to(dossier.applicant),
        "files": files_of(dossier, own=False),
    }
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/check.html", context, status=status)
    act = Act(form.cleaned_data["act"])
    try:
        record_check(
            dossier=dossier,
            act=act,
            by=request.user,
            at=timezone.now(),
            note=form.cleaned_data["note"],
        )
    except Problem as problem:
        return render(
            request, "certificates/check.html", context | {"problem": str(problem)}, status=409
        )
    messages.success(request, _("Your finding is recorded."))
    return redirect("certificates:checking")
