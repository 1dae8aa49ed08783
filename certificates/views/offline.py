"""The page that checks a printed QR code on the reader's own device, also without a network."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.guards import reads, requires
from accounts.roles import anyone
from certificates.meanings import OFFLINE
from certificates.models import RecognitionLevel
from cms.page_cache import shared_page


@shared_page
@reads
@requires(anyone)
def check(request: HttpRequest) -> HttpResponse:
    """Show the page; what stands behind the # of its address never reaches us."""
    shown = {"levels": RecognitionLevel.choices, "answers": OFFLINE}
    return render(request, "certificates/check_code.html", shown)


@reads
@requires(anyone)
def worker(_request: HttpRequest) -> HttpResponse:
    """Return the script that serves that page without a network; from the root, so that it may serve it."""
    script = Path(str(finders.find("js/check-worker.js"))).read_bytes()
    return HttpResponse(
        script,
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )
