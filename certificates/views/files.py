"""The PDFs: for holders and for those who see the register."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from accounts.guards import AuthenticatedRequest, reads, requires, writes
from accounts.roles import is_signed_in
from certificates.models import Certificate, DocumentState
from certificates.policies import may_download
from certificates.selectors import register as selectors
from certificates.services.documents import request_document


def _certificate_for(request: AuthenticatedRequest, number: str) -> Certificate:
    found = selectors.entry(number)
    if found is None or not may_download(request.user, found):
        raise Http404
    return found


@reads
@requires(is_signed_in)
def file(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Send the PDF, or a page that says it is being made."""
    certificate = _certificate_for(request, number)
    document = certificate.document
    if document.state == DocumentState.READY:
        with document.file.open("rb") as stored:
            response = HttpResponse(stored.read(), content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
        return response
    return render(
        request,
        "certificates/file_waiting.html",
        {"certificate": certificate, "document": document},
        status=202,
    )


@writes("POST")
@requires(is_signed_in)
def request_file(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Ask for the PDF of an earlier certificate."""
    request_document(certificate=_certificate_for(request, number))
    return redirect("certificates:file", number)
