"""A certificate that arrives as a file: read in memory, judged point by point, and forgotten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import form_view, requires
from accounts.roles import anyone
from certificates.documents.enclosed import (
    MOST_BYTES,
    EnclosedError,
    credential_in,
    read_credential,
)
from certificates.forms import BroughtForm
from certificates.look import LOOKS
from certificates.meanings import REFUSALS
from certificates.models.verification import Verdict
from certificates.points import points_of
from certificates.selectors.brought import Judgement, judge, seal_of
from certificates.throttle import limited


@form_view
@requires(anyone)
@limited
def check_file(request: HttpRequest) -> HttpResponse:
    """Take a file and answer what it is worth; 422 with a reason for one that holds no credential."""
    if request.method != "POST":
        return render(request, "certificates/check_file.html", {"form": BroughtForm()})
    form = BroughtForm(request.POST, request.FILES)
    judgement = _judged(form) if form.is_valid() else None
    if judgement is None:
        return render(request, "certificates/check_file.html", {"form": form}, status=422)
    points = points_of(judgement)
    shown = {
        "form": form,
        "judgement": judgement,
        "points": points,
        "doubtful": not all(point.holds for point in points)
        and judgement.answer.verdict == Verdict.VALID,
        "look": LOOKS[judgement.answer.verdict],
        "checked_at": timezone.now(),
    }
    return render(request, "certificates/check_file.html", shown)


def _judged(form: BroughtForm) -> Judgement | None:
    upload = form.cleaned_data["tep"]
    try:
        file = upload.read(MOST_BYTES + 1)
        content = credential_in(file)
        document = read_credential(content)
    except EnclosedError as problem:
        form.add_error("tep", REFUSALS[problem.code].title)
        return None
    now = timezone.now()
    return judge(
        content,
        document,
        name=form.cleaned_data["ten"],
        day=timezone.localdate(now),
        at=now,
        seal=seal_of(file),
    )
