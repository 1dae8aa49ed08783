"""Where an agency's systems are told."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import may_verify_lists
from certificates.desk_forms import HookForm
from certificates.models import Hook
from certificates.problems import NotReady
from certificates.services import hooks as services
from certificates.views.paging import page_of


def _hook_for(request: AuthenticatedRequest, public_id: UUID) -> Hook:
    found = request.user.hooks.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


@form_view
@requires(may_verify_lists)
def hooks(request: AuthenticatedRequest) -> HttpResponse:
    """Show the addresses that are told of changes, and take another; its secret is shown this once."""
    form = HookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            hook, secret = services.add_hook(
                owner=request.user, url=form.cleaned_data["url"], at=timezone.now()
            )
        except NotReady as problem:
            form.add_error("url", str(problem))
        else:
            return _with_secret(request, hook, secret)
    context = {"form": form, "hooks": request.user.hooks.all()}
    status = 422 if form.is_bound else 200
    return render(request, "certificates/hooks.html", context, status=status)


def _with_secret(request: AuthenticatedRequest, hook: Hook, secret: str) -> HttpResponse:
    page = page_of(request, hook.deliveries.order_by("-pk"))
    return render(
        request, "certificates/hook.html", {"hook": hook, "secret": secret, "page": page}
    )


@reads
@requires(may_verify_lists)
def hook(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show what was sent to an address, and what came of it."""
    return _with_secret(request, _hook_for(request, public_id), "")


@writes("POST")
@requires(may_verify_lists)
def hook_act(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Send a test, renew the secret, go on after a pause, or delete the address."""
    found, at = _hook_for(request, public_id), timezone.now()
    act = request.POST.get("act")
    if act == "rotate":
        secret = services.rotate(hook=found, at=at)
        found.refresh_from_db()
        return _with_secret(request, found, secret)
    if act == "delete":
        services.delete_hook(hook=found, at=at)
        messages.success(
            request, _("The address is deleted, with the log of what was sent to it.")
        )
        return redirect("certificates:hooks")
    if act == "resume":
        services.resume(hook=found, at=at)
    elif act == "test":
        services.send_test(hook=found, at=at)
        messages.success(request, _("A test is on its way; load this page again in a moment."))
    return redirect(found)
