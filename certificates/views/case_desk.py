"""Reviews and complaints as the certification body works on them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_check_dossiers, may_decide, may_see_dossiers
from certificates.case_forms import CaseDecisionForm, NoteForm
from certificates.models import Case, CaseState
from certificates.models.standing import is_involved
from certificates.problems import Problem
from certificates.rules.cases import CaseOutcome
from certificates.selectors import cases as selectors
from certificates.services import cases as services
from certificates.views.paging import page_of


@reads
@requires(may_see_dossiers)
def cases(request: HttpRequest) -> HttpResponse:
    """List reviews and complaints by state, those that must be decided first on top."""
    states = [state for state in CaseState if state != CaseState.UNCONFIRMED]
    chosen = request.GET.get("trang_thai", "")
    state = chosen if chosen in states else ""
    counts = selectors.counts_by_state()
    total = sum(count for name, count in counts.items() if name != CaseState.UNCONFIRMED)
    options = [
        {"label": _("All"), "url": "?trang_thai=", "count": total, "current": not state}
    ] + [
        {
            "label": each.label,
            "url": f"?trang_thai={each.value}",
            "count": counts.get(each.value, 0),
            "current": each.value == state,
        }
        for each in states
    ]
    page, today = page_of(request, selectors.cases(state)), timezone.localdate()
    rows = [(case, case.is_overdue_on(today)) for case in page]
    context = {"page": page, "rows": rows, "options": options}
    return render(request, "certificates/case_desk.html", context)


@form_view
@requires(may_see_dossiers)
def case(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a case; take it up, write to the person who lodged it, or decide it."""
    found = selectors.case_for_staff(public_id)
    if found is None:
        raise Http404
    action = request.POST.get("action", "")
    note = NoteForm(request.POST if action == "ask" else None)
    decision = CaseDecisionForm(request.POST if action == "decide" else None)
    problem = _act(request, found, note, decision) if request.method == "POST" else ""
    if request.method == "POST" and problem is None:
        return redirect("certificates:case", found.public_id)
    context = _shown(request, found) | {"note": note, "decision": decision, "problem": problem}
    status = 200 if request.method != "POST" else (409 if problem else 422)
    return render(request, "certificates/case.html", context, status=status)


def _act(
    request: AuthenticatedRequest, found: Case, note: NoteForm, decision: CaseDecisionForm
) -> str | None:
    """Do what the form asks for; return None if it was done, otherwise why not, in words or empty for the form's."""
    now, by = timezone.now(), request.user
    try:
        match request.POST.get("action"):
            case "acknowledge":
                services.acknowledge(case=found, by=by, at=now)
                messages.success(request, _("The case is yours to look into."))
            case "ask":
                if not note.is_valid():
                    return ""
                services.ask(case=found, note=note.cleaned_data["note"], by=by, at=now)
                messages.success(request, _("Your words are on their way."))
            case _:
                if not decision.is_valid():
                    return ""
                outcome = CaseOutcome(decision.cleaned_data["outcome"])
                reason = decision.cleaned_data["reason"]
                services.decide(case=found, outcome=outcome, reason=reason, by=by, at=now)
                messages.success(
                    request, _("The case is decided; the person who lodged it is told.")
                )
    except Problem as problem:
        return str(problem)
    return None


def _shown(request: AuthenticatedRequest, found: Case) -> dict[str, object]:
    """Return what the page of a case shows, and which acts are this person's."""
    user, free = request.user, not is_involved(request.user, found)
    in_review = found.state == CaseState.IN_REVIEW
    return {
        "case": found,
        "overdue": found.is_overdue_on(timezone.localdate()),
        "involved": not free,
        "may_take_up": free and found.state == CaseState.RECEIVED and may_check_dossiers(user),
        "may_write": in_review and found.handler_id == user.pk,
        "may_decide": free and in_review and found.handler_id != user.pk and may_decide(user),
    }
