"""A certificate that arrives as a file: read in memory, judged point by point, and forgotten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
from certificates.models.verification import Verdict
from certificates.selectors.brought import Judgement, judge, seal_of
from certificates.throttle import limited


Point = tuple[bool, str | Promise]

REFUSALS = {
    "oversized": _("The file is larger than 5 MB. No certificate of this register is."),
    "bomb": _("The file unpacks to far more than a certificate holds. It was not opened."),
    "active": _(
        "The file holds a program. No certificate of this register does; it was not opened."
    ),
    "empty": _("The file holds no signed certificate. A photograph or a scan is no proof."),
    "outsized": _("The file is built in a way that no certificate is. It was not read."),
    "unreadable": _("The file cannot be read as PDF, PNG or JSON."),
}
FORGERIES = {
    "no_proof": _("The file is not signed."),
    "other_issuer": _("Somebody else than this register issued the file."),
    "unknown_key": _("The signature was not made with a key of this register that still counts."),
    "strange": _(
        "The file is built as no certificate of this register is, so its signature was not even computed."
    ),
    "added": _("Something was added to the file that no signature covers."),
    "altered": _("Something in the file was changed after it was signed."),
    "out_of_date": _("The time for which the file was signed is over, or has not begun."),
}


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
        "doubtful": not all(holds for holds, _words in points)
        and judgement.answer.verdict == Verdict.VALID,
        "look": LOOKS[judgement.answer.verdict],
        "checked_at": timezone.now(),
    }
    return render(request, "certificates/check_file.html", shown)


def points_of(judgement: Judgement) -> list[Point]:
    """Return each point that was looked at: whether it holds, and in words."""
    points: list[Point] = [
        (False, FORGERIES[judgement.forgery])
        if judgement.forgery
        else (True, _("This register signed the file, and nothing was changed since.")),
        (True, _("The file is, byte for byte, the one whose fingerprint stands in the log."))
        if judgement.logged
        else (False, _("The log of the register does not know this file.")),
    ]
    if judgement.seal:
        points.append(SEALED[judgement.seal])
    if judgement.listed:
        points.append(LISTED[judgement.listed])
    if judgement.name_matches is not None:
        points.append(NAMED[judgement.name_matches])
    return points


LISTED: dict[str, Point] = {
    "counts": (True, _("The status list counts it among the certificates in force.")),
    "ended": (False, _("The status list says that it no longer counts.")),
    "stale": (
        False,
        _("The status list is out of date: ask again later before you rely on the file."),
    ),
}
SEALED: dict[str, Point] = {
    "ours": (
        True,
        _("The PDF carries the council's signature, and nothing was changed after it."),
    ),
    "changed": (False, _("The PDF was changed after the council signed it.")),
    "stranger": (False, _("The PDF is signed by somebody else than the council.")),
    "none": (False, _("The PDF itself is not signed; only the credential inside it was judged.")),
}
NAMED: dict[bool, Point] = {
    True: (True, _("The name you typed is the holder's.")),
    False: (False, _("The name you typed is not the one sealed in the file.")),
}


def _judged(form: BroughtForm) -> Judgement | None:
    upload = form.cleaned_data["tep"]
    try:
        file = upload.read(MOST_BYTES + 1)
        content = credential_in(file)
        document = read_credential(content)
    except EnclosedError as problem:
        form.add_error("tep", REFUSALS[problem.code])
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
