"""The council's documents: read, signed, taken over, downloaded."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import is_signed_in, may_see_dossiers
from certificates.models import CouncilPaper, DecisionDocument
from certificates.policies import may_open_dossier
from certificates.problems import Problem, sentence
from certificates.selectors import council as selectors, dossiers
from certificates.services import council_papers as services
from certificates.views.meetings import LINES_PER_PAGE
from certificates.views.paging import page_of


def _document(public_id: UUID) -> DecisionDocument:
    found = selectors.document(public_id)
    if found is None:
        raise Http404
    return found


@form_view
@requires(may_see_dossiers)
def paper(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a document of the council; let its signer sign it, or another member take it over."""
    document, problem = _document(public_id), ""
    now, by = timezone.now(), request.user
    if request.method == "POST":
        try:
            if request.POST.get("action") == "take_over":
                services.take_over(document=document, by=by, at=now)
                messages.success(request, _("The document is yours to sign now."))
            else:
                signed = services.sign_document(document=document, by=by, at=now)
                messages.success(
                    request,
                    _("Decision %(number)s is signed; the certificates are being issued.")
                    % {"number": signed.number},
                )
            return redirect(document)
        except Problem as found:
            problem = str(found)
    mine = document.signer_id == by.pk
    barred = mine and services.is_barred(by, document, at=now)
    lines = selectors.lines(document.meeting).filter(document=document)
    context = {
        "document": document,
        "problem": problem or (sentence("document_by_barred") if barred else ""),
        "page": page_of(request, lines, per_page=LINES_PER_PAGE),
        "counts": selectors.line_counts(document.meeting, document),
        "paper": getattr(document, "paper", None),
        "may_sign": mine and not barred and document.signed_by_id is None,
        "may_take_over": selectors.may_take_over(by, document, at=now),
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "certificates/council_paper.html", context, status=status)


@reads
@requires(may_see_dossiers)
def paper_file(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send the sealed decision, once it is there."""
    document = _document(public_id)
    name = document.number.replace("/", "-") or "quyet-dinh"
    return _sent(getattr(document, "paper", None), name=name)


@reads
@requires(is_signed_in)
def notice_file(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send the sealed notice of a refusal to its applicant and to those who see applications."""
    dossier = dossiers.dossier(public_id)
    if dossier is None or not may_open_dossier(request.user, dossier):
        raise Http404
    paper = CouncilPaper.objects.filter(decision__dossier=dossier).first()
    return _sent(paper, name="thong-bao-khong-cap-chung-chi")


def _sent(paper: CouncilPaper | None, *, name: str) -> HttpResponse:
    if paper is None or not paper.is_ready:
        raise Http404
    with paper.file.open("rb") as stored:
        response = HttpResponse(stored.read(), content_type="application/pdf")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{_ascii(name)}.pdf"
    return response


def _ascii(name: str) -> str:
    return name.replace("Đ", "D").encode("ascii", "ignore").decode()
