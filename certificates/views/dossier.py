"""The applicant's page of an application: declare, agree, hand in, see where it stands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from accounts.guards import AuthenticatedRequest, form_view, requires
from accounts.roles import is_signed_in
from certificates.file_forms import EvidenceForm
from certificates.forms import DeclarationForm, SubmitForm
from certificates.models import Dossier, EvidenceFile, FileAbout
from certificates.models.standing import checklist_of
from certificates.policies import may_open_dossier
from certificates.problems import Problem
from certificates.selectors import dossiers as selectors
from certificates.selectors.cases import refusal_of
from certificates.selectors.files import evidence_file, files_of
from certificates.services.dossiers import declare, submit
from certificates.services.files import add_to_dossier, remove_file, restore_file


def dossier_for(request: AuthenticatedRequest, public_id: UUID) -> Dossier:
    """Return the dossier; raise Http404 when there is none that this person may open."""
    found = selectors.dossier(public_id)
    if found is None or not may_open_dossier(request.user, found):
        raise Http404
    return found


@form_view
@requires(is_signed_in)
def dossier(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show the application; save or hand in what its applicant wrote."""
    found = dossier_for(request, public_id)
    if request.method != "POST":
        return render(request, "certificates/dossier.html", shown(request, found))
    if found.applicant_id != request.user.pk:
        raise Http404
    if not found.is_with_applicant:
        messages.info(
            request, _("The application has been handed in and can no longer be changed.")
        )
        return redirect(found)
    return _take(request, found)


def _take(request: AuthenticatedRequest, found: Dossier) -> HttpResponse:
    if hasattr(found, "correction"):
        return _answered(request, found)
    form, closing = DeclarationForm(request.POST, instance=found), SubmitForm(request.POST)
    act, _colon, which = request.POST.get("action", "").partition(":")
    if act in FILE_ACTS:
        return _take_file(request, found, form, act, which)
    if not (form.is_valid() and closing.is_valid()):
        found = selectors.dossier(found.public_id) or found
        return render(
            request,
            "certificates/dossier.html",
            shown(request, found, form=form, closing=closing),
            status=422,
        )
    declare(dossier=found, declaration=form.declaration())
    if act != "submit":
        messages.success(request, _("Your draft is saved."))
        return redirect(found)
    try:
        submit(
            dossier=found,
            agreed=closing.cleaned_data["agreed"],
            note=closing.cleaned_data["note"],
            at=timezone.now(),
        )
    except Problem as problem:
        again = selectors.dossier(found.public_id) or found
        context = shown(request, again, form=form, closing=closing) | {"problem": str(problem)}
        return render(request, "certificates/dossier.html", context, status=409)
    messages.success(request, _("Your application is handed in. An officer will check it."))
    return redirect(found)


FILE_ACTS = {
    "add": gettext_lazy("The file is added."),
    "remove": gettext_lazy("The file is taken out. You can put it back until you hand in."),
    "restore": gettext_lazy("The file is back."),
}


def _take_file(
    request: AuthenticatedRequest, found: Dossier, form: DeclarationForm, act: str, which: str
) -> HttpResponse:
    """Add a file, take it out or put it back; what is right in the rest of the form is kept too."""
    upload = EvidenceForm(request.POST, request.FILES) if act == "add" else None
    problem, status = "", 422
    if upload is None or upload.is_valid():
        try:
            _change_files(request, found, upload, act, which)
        except Problem as refused:
            problem, status = str(refused), 409
        else:
            messages.success(request, FILE_ACTS[act])
            form.is_valid()
            declare(dossier=found, declaration=form.so_far())
            return redirect(f"{found.get_absolute_url()}#minh-chung")
    again = selectors.dossier(found.public_id) or found
    context = shown(request, again, form=form, upload=upload) | {"problem": problem}
    return render(request, "certificates/dossier.html", context, status=status)


def _change_files(
    request: AuthenticatedRequest,
    found: Dossier,
    upload: EvidenceForm | None,
    act: str,
    which: str,
) -> None:
    by, at = request.user, timezone.now()
    if upload is not None:
        brought, about = upload.cleaned_data["tep"], upload.cleaned_data["chung_minh"]
        add_to_dossier(dossier=found, by=by, brought=brought, about=FileAbout(about), at=at)
    elif act == "remove":
        remove_file(file=_file_in(found, which), by=by, at=at)
    else:
        restore_file(file=_file_in(found, which), by=by, at=at)


def _file_in(found: Dossier, which: str) -> EvidenceFile:
    try:
        file = evidence_file(UUID(which))
    except ValueError:
        raise Http404 from None
    if file is None or file.dossier_id != found.pk:
        raise Http404
    return file


def _answered(request: AuthenticatedRequest, found: Dossier) -> HttpResponse:
    """Take the words that an officer asked for about a correction: what was asked for itself stays as it is."""
    note = request.POST.get("note", "").strip()[:2000]
    if not note:
        context = shown(request, found) | {"problem": _("Write a few words first.")}
        return render(request, "certificates/dossier.html", context, status=422)
    submit(dossier=found, agreed=True, note=note, at=timezone.now())
    messages.success(request, _("Your application is handed in. An officer will check it."))
    return redirect(found)


def shown(
    request: AuthenticatedRequest,
    found: Dossier,
    *,
    form: DeclarationForm | None = None,
    closing: SubmitForm | None = None,
    upload: EvidenceForm | None = None,
) -> dict[str, Any]:
    """Return what the applicant's page shows."""
    writable = found.is_with_applicant and found.applicant_id == request.user.pk
    corrects = hasattr(found, "correction")
    return {
        "dossier": found,
        "checks": checklist_of(found, on=timezone.localdate()),
        "writable": writable,
        "form": (form or DeclarationForm(instance=found)) if writable and not corrects else None,
        "closing": (closing or SubmitForm()) if writable else None,
        "upload": (upload or EvidenceForm()) if writable else None,
        "files": files_of(found, own=found.applicant_id == request.user.pk),
        "decision": getattr(found, "decision", None),
        "certificate": getattr(found, "certificate", None),
        "review": refusal_of(found, on=timezone.localdate()),
    }
