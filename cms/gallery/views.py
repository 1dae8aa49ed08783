"""The page of the gallery, in both schemes and in a frame as narrow as a small phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin

from accounts.guards import reads, requires
from accounts.roles import may_edit_pages
from cms.gallery.examples import components


SCHEMES = {"sang": "light", "toi": "dark"}
OWN = ["'self'"]


@xframe_options_sameorigin
@reads
@requires(may_edit_pages)
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in every state; ?mau= chooses the scheme, ?khung=320 a narrow frame."""
    scheme = request.GET.get("mau", "")
    context = {"mode": scheme if scheme in SCHEMES else "", "frame": "khung" in request.GET}
    if scheme in SCHEMES:
        context["scheme"] = SCHEMES[scheme]
    if not context["frame"]:
        context["components"] = components(request)
    response = render(request, "cms/gallery.html", context)
    # the narrow frame shows this same page: it may frame itself, nothing else may
    response._csp_update = {"frame-src": OWN}  # type: ignore[attr-defined]  # noqa: SLF001 - the attributes django-csp's own decorators set
    response._csp_replace = {"frame-ancestors": OWN}  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    return response
