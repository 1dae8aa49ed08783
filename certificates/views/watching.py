"""The watch list of an agency."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from accounts.guards import AuthenticatedRequest, form_view, requires, writes
from accounts.roles import may_verify_lists
from certificates.desk_forms import WatchForm
from certificates.look import look_of
from certificates.problems import NotReady
from certificates.selectors import watching as selectors
from certificates.services import watching as services
from certificates.views.lists import check_for
from certificates.views.paging import page_of


def _said(request: AuthenticatedRequest, count: int) -> None:
    words = ngettext(
        "%(count)s certificate is new on your watch list.",
        "%(count)s certificates are new on your watch list.",
        count,
    )
    messages.success(request, words % {"count": count})


@form_view
@requires(may_verify_lists)
def watch_list(request: AuthenticatedRequest) -> HttpResponse:
    """Show the certificates that are watched, and take more."""
    form = WatchForm(request.POST or None, initial={"so": request.GET.get("so", "")})
    if request.method == "POST" and form.is_valid():
        try:
            count = services.watch(owner=request.user, certificates=form.found, at=timezone.now())
        except NotReady as problem:
            form.add_error("so", str(problem))
        else:
            _said(request, count)
            return redirect("certificates:watch_list")
    page = page_of(request, selectors.watched(request.user, day=timezone.localdate()))
    context = {
        "form": form,
        "page": page,
        "rows": [(each, look_of(each.status)) for each in page],
    }
    status = 422 if form.is_bound else 200
    return render(request, "certificates/watch_list.html", context, status=status)


@writes("POST")
@requires(may_verify_lists)
def unwatch(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Take a certificate off the watch list."""
    if services.unwatch(owner=request.user, numbers=[number], at=timezone.now()):
        messages.success(request, _("The certificate is off your watch list."))
    return redirect("certificates:watch_list")


@writes("POST")
@requires(may_verify_lists)
def watch_answers(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Put every certificate that a checked list found on the watch list."""
    found = selectors.found_in(check_for(request, public_id))
    try:
        count = services.watch(owner=request.user, certificates=found, at=timezone.now())
    except NotReady as problem:
        messages.error(request, str(problem))
    else:
        _said(request, count)
    return redirect("certificates:watch_list")
