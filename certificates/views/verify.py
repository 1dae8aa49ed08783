"""The public answer about a certificate: verdict first, then the facts, then the history."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from accounts.guards import reads, requires
from accounts.roles import anyone
from certificates.answers import as_json
from certificates.documents.layout import verify_url
from certificates.forms import AsOfForm, LookupForm
from certificates.look import BEGINS_LATER, LOOKS, Look
from certificates.meanings import VERDICTS
from certificates.models.verification import Answer, Verdict, verify as ask
from certificates.rules.numbers import squeeze
from certificates.selectors.log import evidence_of
from certificates.throttle import limited
from certificates.views.trust import CREDENTIAL, credential_file
from cms.page_cache import shared_page


BAD_DAY = {
    "code": "bad_day",
    "detail": "`ngay` must be a day as dd/mm/yyyy or yyyy-mm-dd, not after today.",
}
UNREADABLE = {Verdict.UNKNOWN, Verdict.MISTYPED, Verdict.MALFORMED}


@shared_page
@reads
@requires(anyone)
@limited
def lookup(request: HttpRequest) -> HttpResponse:
    """Ask for a number, and lead to the answer about it."""
    form = LookupForm(request.GET if "so" in request.GET else None)
    if form.is_valid():
        answer = ask(form.cleaned_data["so"], day=timezone.localdate())
        if answer.verdict != Verdict.MALFORMED:
            return redirect("certificates:verify", squeeze(form.cleaned_data["so"]))
        form.add_error("so", VERDICTS[Verdict.MALFORMED].means)
    return render(
        request, "certificates/lookup.html", {"form": form}, status=422 if form.errors else 200
    )


@reads
@requires(anyone)
@limited
def verify(request: HttpRequest, number: str) -> HttpResponse:
    """Show the register's answer about a number, today or on a day of the past."""
    if number != squeeze(number):
        return redirect("certificates:verify", squeeze(number) or "-")
    as_of = AsOfForm(request.GET if request.GET.get("ngay") else None)
    day = timezone.localdate()
    if as_of.is_valid():
        day = as_of.cleaned_data["ngay"]
    answer = ask(number, day=day)
    status = 404 if answer.verdict in UNREADABLE else (422 if as_of.errors else 200)
    if wants_credential(request):
        return credential_file(number)
    if wants_json(request):
        # Whoever asked about a day that cannot be answered must not read today's answer as that day's.
        facts = BAD_DAY if as_of.errors else as_json(answer, checked_at=timezone.now())
        options = {"ensure_ascii": False}
        response: HttpResponse = JsonResponse(facts, status=status, json_dumps_params=options)
    else:
        response = render(
            request, "certificates/verify.html", page_of(answer, as_of), status=status
        )
    patch_vary_headers(response, ["Accept"])
    return response


def wants_json(request: HttpRequest) -> bool:
    """Return whether the client would rather have JSON than a page."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def wants_credential(request: HttpRequest) -> bool:
    """Return whether the client asks for the signed credential by its own media type."""
    return request.get_preferred_type(["text/html", CREDENTIAL]) == CREDENTIAL


def page_of(answer: Answer, as_of: AsOfForm) -> dict[str, Any]:
    """Return what the page of an answer shows."""
    today: date = timezone.localdate()
    return {
        "answer": answer,
        "certificate": answer.certificate,
        "link": verify_url(answer.certificate.number, site_url=settings.SITE_URL)
        if answer.certificate
        else "",
        "look": _look(answer),
        "meaning": VERDICTS[answer.verdict],
        "as_of": as_of,
        "evidence": evidence_of(answer.certificate.number) if answer.certificate else None,
        "is_past": answer.day != today,
        "checked_at": timezone.now(),
    }


def _look(answer: Answer) -> Look:
    issued = answer.certificate is not None and answer.certificate.issued_on <= answer.day
    return BEGINS_LATER if issued and answer.verdict == Verdict.NOT_YET else LOOKS[answer.verdict]


@reads
@requires(anyone)
def qr(request: HttpRequest, number: str) -> HttpResponseRedirect:
    """Lead from the address in the printed QR code to the answer."""
    return redirect("certificates:verify", squeeze(number) or "-")
