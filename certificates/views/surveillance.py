"""Surveillance: the holder hands a report in, the officer judges it, and nobody is forgotten."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, override

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import is_signed_in, may_check_dossiers
from certificates.life_forms import FindingForm, ReportForm
from certificates.models import Report, ReportState
from certificates.models.development import lines_of
from certificates.problems import Problem
from certificates.rules.cpd import tally
from certificates.rules.status import Event, Status, may_change
from certificates.rules.surveillance import FINDINGS, TRANSITIONS, ReportAct
from certificates.selectors import register, surveillance as selectors
from certificates.selectors.life import long_suspended
from certificates.services.surveillance import file_report, review_report
from certificates.views.paging import page_of


@form_view
@requires(is_signed_in)
def report(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show the holder's own report with the hours of the diary; take it in."""
    found = _found(public_id)
    if found.certificate.holder_id != request.user.pk:
        raise Http404
    form = ReportForm(request.POST or None, initial={"statement": found.statement})
    context = _shown(found) | {"form": form if found.is_with_holder else None}
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/report.html", context, status=status)
    try:
        file_report(report=found, by=request.user, at=timezone.now(), **form.cleaned_data)
    except Problem as problem:
        context["problem"] = str(problem)
        return render(request, "certificates/report.html", context, status=409)
    messages.success(request, _("Your report is handed in. An officer will read it."))
    return redirect(found)


@reads
@requires(may_check_dossiers)
def reports(request: HttpRequest) -> HttpResponse:
    """Show the reports by state, those to be judged first, and suspensions that nobody has settled for months."""
    today = timezone.localdate()
    chosen = request.GET.get("trang_thai", ReportState.FILED.value)
    counts = selectors.counts_by_state(on=today)
    states = [(selectors.OVERDUE, _("Overdue")), *ReportState.choices]
    state = chosen if chosen in dict(states) else ""
    options = [
        {
            "label": label,
            "url": f"?trang_thai={value}",
            "count": counts.get(value, 0),
            "current": value == state,
        }
        for value, label in states
    ]
    context = {
        "page": page_of(request, selectors.reports(state, on=today)),
        "options": options,
        "late": list(long_suspended(on=today)[:50]),
    }
    return render(request, "certificates/reports.html", context)


@form_view
@requires(may_check_dossiers)
def judge(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a report beside the diary's hours; record what the officer finds."""
    found = _found(public_id)
    acts = [act for act in FINDINGS if (found.stage, act) in TRANSITIONS]
    early = found.state == ReportState.DUE and timezone.localdate() <= found.due_on
    open_to_them = bool(acts) and not early and found.certificate.holder_id != request.user.pk
    form = FindingForm(request.POST or None, acts=acts)
    context = _shown(found) | {
        "form": form if open_to_them else None,
        "proposal": _proposal(found),
    }
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/report_judge.html", context, status=status)
    finding = form.cleaned_data | {"act": ReportAct(form.cleaned_data["act"])}
    try:
        review_report(report=found, by=request.user, at=timezone.now(), **finding)
    except Problem as problem:
        context["problem"] = str(problem)
        return render(request, "certificates/report_judge.html", context, status=409)
    messages.success(request, _("Your finding is recorded."))
    return redirect("certificates:judge", public_id)


def _found(public_id: UUID) -> Report:
    found = selectors.report(public_id)
    if found is None:
        raise Http404
    return found


def _shown(found: Report) -> dict[str, Any]:
    credits_of = [line.credit for line in lines_of(found.certificate.holder)]
    done = tally(credits_of, first=found.first, last=found.last, asked=found.hours_asked)
    rows = [
        {"at": event.at, "text": event.get_act_display(), "note": event.note}
        for event in found.events.all()
    ]
    return {"report": found, "certificate": found.certificate, "hours": done, "rows": rows}


def _proposal(found: Report) -> dict[str, str]:
    """Return a suspension ready to be proposed, for a report that is not fulfilled and where nothing is proposed yet."""
    certificate = found.certificate
    status = certificate.status_on(timezone.localdate())
    possible = status == Status.VALID and may_change(status, Event.SUSPENDED)
    if found.state != ReportState.NOT_FULFILLED or not possible:
        return {}
    if register.open_proposal(certificate):
        return {}
    return {
        "event": "suspended",
        "reason_vi": _reason(found, "vi"),
        "reason_en": _reason(found, "en"),
    }


def _reason(found: Report, language: str) -> str:
    with override(language):
        return _("The surveillance report number %(number)s is not fulfilled.") % {
            "number": found.number
        }
