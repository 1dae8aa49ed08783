"""A printed QR code, by the camera or by a photograph of it: looked at in memory, judged, and forgotten."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.guards import form_view, requires
from accounts.roles import anyone
from certificates.documents.enclosed import EnclosedError
from certificates.documents.photo import MOST_BYTES, code_in
from certificates.forms import PhotographForm
from certificates.look import LOOKS
from certificates.meanings import CODES, PHOTOGRAPHS
from certificates.selectors.codes import CodeJudgement, judge_code
from certificates.throttle import limited


# The one page that may ask for the camera; everywhere else the site's own policy forbids it.
CAMERA = "camera=(self), geolocation=(), microphone=()"


@form_view
@requires(anyone)
@limited
def scan(request: HttpRequest) -> HttpResponse:
    """Offer the camera, and take a photograph of a code; 422 with a reason for one in which nothing was read."""
    form = PhotographForm(request.POST or None, request.FILES or None)
    judgement = _judged(form) if request.method == "POST" and form.is_valid() else None
    if judgement and judgement.answer and not judgement.signed:
        return redirect("certificates:verify", judgement.answer.asked or "-")
    shown: dict[str, Any] = {"form": form, "judgement": judgement}
    if judgement:
        shown |= _shown(judgement)
    status = 422 if request.method == "POST" and judgement is None else 200
    response = render(request, "certificates/scan.html", shown, status=status)
    response["Permissions-Policy"] = CAMERA
    return response


def _shown(judgement: CodeJudgement) -> dict[str, Any]:
    return {
        "meaning": CODES[judgement.fault or "signed"],
        "anchor": f"code-{judgement.fault or 'signed'}",
        "look": LOOKS[judgement.answer.verdict] if judgement.answer else None,
        "checked_at": timezone.now(),
    }


def _judged(form: PhotographForm) -> CodeJudgement | None:
    try:
        text = code_in(form.cleaned_data["anh"].read(MOST_BYTES + 1))
    except EnclosedError as problem:
        said = PHOTOGRAPHS[problem.code]
        form.add_error("anh", f"{said.title} {said.advice}".strip())
        return None
    return judge_code(text, day=timezone.localdate())
