"""Files that people brought: sent to their owners by GET, and to staff by POST, so that each opening is noted."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.http import content_disposition_header

from accounts.guards import AuthenticatedRequest, form_view, requires
from accounts.roles import is_signed_in
from certificates.models import EvidenceFile, FileKind
from certificates.policies import may_open_file
from certificates.selectors.files import evidence_file
from certificates.services.files import record_opening


TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
}


@form_view
@requires(is_signed_in)
def file(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send a file to those who may open it; staff ask by POST, which the trail notes."""
    found = evidence_file(public_id)
    if found is None or not may_open_file(request.user, found):
        raise Http404
    if found.owner_id != request.user.pk:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record_opening(file=found, by=request.user, at=timezone.now())
    return _sent(found)


def _sent(found: EvidenceFile) -> HttpResponse:
    """Return the file as one to save: no browser shows it as a page of this site."""
    with found.file.open("rb") as stored:
        response = HttpResponse(stored.read(), content_type=TYPES[FileKind(found.kind)])
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=found.name
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
