"""Answers on paper, and the table of all answers that the register gives."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import reads, requires
from accounts.roles import anyone
from certificates.documents.confirmation import render_confirmation
from certificates.documents.render import RenderError
from certificates.forms import AsOfForm
from certificates.meanings import GROUPS
from certificates.models.verification import verify as ask
from certificates.rules.numbers import squeeze
from certificates.throttle import is_over, limited, too_many
from certificates.views.verify import page_of
from cms.page_cache import shared_page


MOST_PAPERS = 20
logger = logging.getLogger(__name__)


@shared_page
@reads
@requires(anyone)
def answers(request: HttpRequest) -> HttpResponse:
    """Show every answer that the register gives, what it means and what to do."""
    return render(request, "certificates/answers.html", {"groups": GROUPS})


@reads
@requires(anyone)
@limited
def confirmation(request: HttpRequest, number: str) -> HttpResponse:
    """
    Send the answer about a certificate as one page for the files.

    A day that cannot be asked about is a 404; where no paper can be drawn, the page itself comes, to be printed.
    """
    as_of = AsOfForm(request.GET if request.GET.get("ngay") else None)
    if as_of.is_bound and not as_of.is_valid():
        raise Http404
    day = as_of.cleaned_data["ngay"] if as_of.is_bound else timezone.localdate()
    answer = ask(squeeze(number), day=day)
    if answer.certificate is None:
        raise Http404
    if is_over(request, what="paper", most=MOST_PAPERS):  # each takes a tenth of a second to draw
        return too_many(request)
    shown = page_of(answer, as_of)
    try:
        drawn = render_confirmation(shown)
    except RenderError:
        logger.exception("confirmation.failed")
        shown["is_paperless"] = True
        return render(request, "certificates/verify.html", shown, status=503)
    response = HttpResponse(drawn, content_type="application/pdf")
    name = f"{answer.certificate.number}-{day.isoformat()}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
