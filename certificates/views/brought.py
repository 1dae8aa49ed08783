"""A certificate that arrives as a file: read in memory, judged point by point, and forgotten."""

from dataclasses import dataclass

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
from certificates.meanings import (
    LOG,
    NAMES,
    REFUSALS,
    SEALS,
    SIGNATURES,
    STATUS_LIST,
    Meaning,
)
from certificates.models.verification import Verdict
from certificates.selectors.brought import Judgement, judge, seal_of
from certificates.throttle import limited


@dataclass(frozen=True)
class Point:
    """One thing that was looked at, what was found, and what that means."""

    about: str
    code: str
    meaning: Meaning

    @property
    def holds(self) -> bool:
        """Whether the file stands in this point."""
        return self.meaning.kind == "ok"


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


def points_of(judgement: Judgement) -> list[Point]:
    """Return each point that was looked at, in the order in which they matter."""
    found = [
        ("signature", SIGNATURES, judgement.forgery or "signed"),
        ("log", LOG, "logged" if judgement.logged else "not_logged"),
        ("seal", SEALS, judgement.seal),
        ("list", STATUS_LIST, judgement.listed),
        ("name", NAMES, {None: "", True: "same", False: "differs"}[judgement.name_matches]),
    ]
    return [Point(about, code, words[code]) for about, words, code in found if code]


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
