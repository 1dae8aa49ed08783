"""Checked lists to take away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from accounts.guards import AuthenticatedRequest, reads, requires, writes
from accounts.roles import may_verify_lists
from certificates.documents import list_files
from certificates.models import DocumentState, ListCheck
from certificates.selectors import lists as selectors
from certificates.services.list_paper import request_paper
from certificates.views.lists import check_for


def _finished(request: AuthenticatedRequest, public_id: UUID) -> ListCheck:
    check = check_for(request, public_id)
    if not check.is_finished:
        raise Http404
    return check


def _sent(content: bytes, kind: str, check: ListCheck, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"tra-cuu-{check.day.isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@reads
@requires(may_verify_lists)
def list_csv(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send the answers for a spreadsheet."""
    check = _finished(request, public_id)
    content = list_files.as_csv(check, selectors.answers(check))
    return _sent(content, "text/csv; charset=utf-8", check, "csv")


@reads
@requires(may_verify_lists)
def list_json(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send the answers for a program."""
    check = _finished(request, public_id)
    content = list_files.as_json(check, selectors.answers(check))
    return _sent(content, "application/json", check, "json")


@reads
@requires(may_verify_lists)
def list_pdf(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send the signed paper with the answers."""
    check = _finished(request, public_id)
    if check.paper_state != DocumentState.READY:
        raise Http404
    with check.paper.open("rb") as stored:
        return _sent(stored.read(), "application/pdf", check, "pdf")


@writes("POST")
@requires(may_verify_lists)
def list_paper(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Ask for the signed paper; the page of the list says when it is there."""
    check = _finished(request, public_id)
    request_paper(check=check)
    return redirect(f"{check.get_absolute_url()}#lay")
