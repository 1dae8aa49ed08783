"""The council's desk: applications to decide, and changes of status to settle."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_decide
from certificates.forms import DecisionForm
from certificates.models.standing import checklist_of
from certificates.problems import Problem, sentence
from certificates.rules.decisions import Outcome
from certificates.rules.dossiers import State
from certificates.selectors import council, dossiers as selectors, register
from certificates.selectors.files import files_of
from certificates.services.decisions import decide as make_decision
from certificates.views.dossier import dossier_for
from certificates.views.paging import page_of


@reads
@requires(may_decide)
def deciding(request: AuthenticatedRequest) -> HttpResponse:
    """Show what awaits the council, and say beforehand what is not this member's to decide, and why."""
    page = page_of(request, selectors.to_decide())
    seats = selectors.seats(request.user, page.object_list, on=timezone.localdate())
    rows = [(seat.dossier, [sentence(bar.value) for bar in seat.bars]) for seat in seats]
    context = {
        "page": page,
        "rows": rows,
        "proposals": register.open_proposals(),
        "settled": selectors.settled(),
    }
    return render(request, "certificates/deciding.html", context)


@form_view
@requires(may_decide)
def decide(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show an application; first show the decision again, then record it."""
    dossier = dossier_for(request, public_id)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    today = timezone.localdate()
    bars = selectors.seats(request.user, [dossier], on=today)[0].bars
    agenda = council.agenda_with(dossier)
    context = {
        "dossier": dossier,
        "checks": checklist_of(dossier, on=today),
        "form": form,
        "files": [] if bars else files_of(dossier, own=False),
        "bars": [sentence(bar.value) for bar in bars],
        "open": dossier.stage == State.ELIGIBLE and not bars and agenda is None,
        "agenda": agenda,
        "decision": getattr(dossier, "decision", None),
        "certificate": getattr(dossier, "certificate", None),
    }
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/decide.html", context, status=status)
    outcome = Outcome(form.cleaned_data["outcome"])
    if context["open"] and "confirmed" not in request.POST:
        return render(
            request, "certificates/decide_confirm.html", context | {"outcome": outcome.value}
        )
    try:
        decision = make_decision(
            dossier=dossier,
            outcome=outcome,
            decided_by=request.user,
            at=timezone.now(),
            reason=form.cleaned_data["reason"],
        )
    except Problem as problem:
        return render(
            request, "certificates/decide.html", context | {"problem": str(problem)}, status=409
        )
    messages.success(
        request, _("Decision %(number)s is recorded.") % {"number": decision.document_number}
    )
    return redirect("certificates:decide", public_id)
