"""What there is to be certified in, and how to apply."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.guards import AuthenticatedRequest, reads, requires, writes
from accounts.roles import anyone, is_signed_in
from certificates.models import SchemeVersion
from certificates.models.standing import checklist_for
from certificates.problems import NotReady
from certificates.selectors.dossiers import dossiers_of
from certificates.selectors.schemes import current_versions, published_version
from certificates.services.dossiers import start_dossier
from cms.page_cache import shared_page


LISTS = ("fields", "competences")


@shared_page
@reads
@requires(anyone)
def schemes(request: HttpRequest) -> HttpResponse:
    """Show the schemes, lowest level first."""
    return render(request, "certificates/schemes.html", {"versions": current_versions()})


@shared_page
@reads
@requires(anyone)
def scheme(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a scheme asks for and grants; signed-in people see how far they have come."""
    version = get_object_or_404(current_versions().prefetch_related(*LISTS), scheme__code=code)
    shown = _shown(version)
    if request.user.is_authenticated:
        person = request.user
        shown["checks"] = checklist_for(person, version.needs(), on=timezone.localdate())
        shown["open_dossier"] = dossiers_of(person).open().filter(scheme=version.scheme).first()
    return render(request, "certificates/scheme.html", shown)


@shared_page
@reads
@requires(anyone)
def scheme_version(request: HttpRequest, code: str, version: str) -> HttpResponse:
    """Show one published version by its own address, whether it is still in force or not."""
    found = published_version(code, version)
    if found is None:
        raise Http404
    return render(request, "certificates/scheme.html", _shown(found))


def _shown(version: SchemeVersion) -> dict[str, Any]:
    found = SchemeVersion.objects.published().of(version.scheme.code)
    versions = list(found.select_related("scheme"))
    return {
        "version": version,
        "needs": version.needs(),
        "versions": versions,
        "in_force": versions[0],
        "is_current": version == versions[0],
    }


@writes("POST")
@requires(is_signed_in)
def apply(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Open an application, or lead to the one that is open already."""
    version = get_object_or_404(current_versions(), scheme__code=code)
    try:
        dossier = start_dossier(applicant=request.user, scheme_version=version, at=timezone.now())
    except NotReady as problem:
        messages.error(request, str(problem))
        return redirect("certificates:scheme", code)
    return redirect(dossier)
