"""Checked lists to take away."""

from uuid import UUID

from django.http import Http404, HttpResponse

from accounts.guards import AuthenticatedRequest, reads, requires
from accounts.roles import may_verify_lists
from certificates.documents import list_files
from certificates.models import ListCheck
from certificates.selectors import lists as selectors
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
