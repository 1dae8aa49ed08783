"""The register for staff: search, entries, and changes of status by four eyes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import may_check_dossiers, may_decide, may_see_dossiers, may_see_register
from certificates.forms import ProposalForm, RegisterForm
from certificates.models import Certificate, StatusProposal
from certificates.problems import Problem
from certificates.rules.status import Event, Status
from certificates.selectors import register as selectors
from certificates.selectors.life import life_of
from certificates.services.status import propose_change, settle_proposal
from certificates.views.paging import page_of


@reads
@requires(may_see_register)
def register(request: HttpRequest) -> HttpResponse:
    """Show the register's entries that fit the filters."""
    form = RegisterForm(request.GET)
    page = page_of(request, selectors.entries(form.wanted(), day=timezone.localdate()))
    narrowed = any(value for name, value in request.GET.items() if name in form.fields)
    return render(
        request, "certificates/register.html", {"form": form, "page": page, "narrowed": narrowed}
    )


def _entry_or_404(number: str) -> Certificate:
    found = selectors.entry(number)
    if found is None:
        raise Http404
    return found


def _shown(
    request: AuthenticatedRequest, certificate: Certificate, form: ProposalForm | None
) -> dict[str, Any]:
    status = certificate.status_on(timezone.localdate())
    proposal = selectors.open_proposal(certificate)
    if form is None:
        form = ProposalForm(status=status)
    may_propose = may_check_dossiers(request.user) and proposal is None
    return {
        "certificate": certificate,
        "status": status.value,
        "proposal": proposal,
        "may_settle": may_decide(request.user),
        "life": life_of(certificate, staff=True),
        "may_correct": may_check_dossiers(request.user) and status == Status.VALID,
        "may_read_diary": may_see_dossiers(request.user),
        "form": form if may_propose and form.fields["event"].choices else None,  # type: ignore[attr-defined]
    }


@reads
@requires(may_see_register)
def entry(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Show one entry with all that the register knows of it."""
    certificate = _entry_or_404(number)
    return render(request, "certificates/entry.html", _shown(request, certificate, None))


@writes("POST")
@requires(may_check_dossiers)
def propose(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Propose to suspend, reinstate or withdraw a certificate."""
    certificate = _entry_or_404(number)
    form = ProposalForm(request.POST, status=certificate.status_on(timezone.localdate()))
    if not form.is_valid():
        return render(
            request, "certificates/entry.html", _shown(request, certificate, form), status=422
        )
    facts = form.cleaned_data | {"event": Event(form.cleaned_data["event"])}
    try:
        propose_change(
            certificate=certificate, proposed_by=request.user, at=timezone.now(), **facts
        )
    except Problem as problem:
        context = _shown(request, certificate, form) | {"problem": str(problem)}
        return render(request, "certificates/entry.html", context, status=409)
    messages.success(request, _("Your proposal awaits a council member."))
    return redirect("certificates:entry", number)


@form_view
@requires(may_decide)
def settle(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a proposed change of status once more; confirm or reject it."""
    found = StatusProposal.objects.select_related("certificate", "proposed_by", "settled_by")
    proposal = get_object_or_404(found, public_id=public_id)
    context: dict[str, Any] = {
        "proposal": proposal,
        "certificate": proposal.certificate,
        "is_own": request.user.pk in {proposal.proposed_by_id, proposal.certificate.holder_id},
    }
    if request.method != "POST":
        return render(request, "certificates/settle.html", context)
    try:
        settle_proposal(
            proposal=proposal,
            confirm=request.POST.get("outcome") == "confirm",
            settled_by=request.user,
            at=timezone.now(),
        )
    except Problem as problem:
        return render(
            request, "certificates/settle.html", context | {"problem": str(problem)}, status=409
        )
    messages.success(request, _("The proposal is settled."))
    return redirect("certificates:entry", proposal.certificate.number)
