"""The organisations' desk for programme officers, and the coordinators' own page."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.models import Coordinator, Membership, Organisation
from accounts.organisations import policies, selectors, services
from accounts.organisations.forms import CoordinatorForm, FindForm, OrganisationForm
from accounts.roles import is_signed_in, may_keep_organisations


PER_PAGE = 30


@reads
@requires(may_keep_organisations)
def organisations(request: HttpRequest) -> HttpResponse:
    """Show the organisations, found without accents as well."""
    form = FindForm(request.GET)
    form.is_valid()
    said = form.cleaned_data
    province = said.get("tinh")
    found = selectors.organisations(
        words=said.get("q", ""),
        kind=said.get("loai", ""),
        province=province.pk if province else "",
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"form": form, "page": page, "narrowed": any(said.values())}
    return render(request, "accounts/organisations.html", context)


@form_view
@requires(may_keep_organisations)
def keep(request: AuthenticatedRequest, public_id: UUID | None = None) -> HttpResponse:
    """Add an organisation, or change one."""
    found = get_object_or_404(Organisation, public_id=public_id) if public_id else None
    form = OrganisationForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            kept = services.keep_organisation(
                organisation=form.save(commit=False), by=request.user
            )
        except services.NotPossible as problem:
            form.add_error("parent", str(problem))
        else:
            messages.success(request, _("The organisation is stored."))
            return redirect("accounts:organisation", public_id=kept.public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "organisation": found}
    return render(request, "accounts/organisation_form.html", context, status=status)


def _seen_by(request: AuthenticatedRequest, public_id: UUID) -> Organisation:
    """Return an organisation; refuse whoever may not see its people."""
    found = get_object_or_404(
        Organisation.objects.select_related("province", "parent"), public_id=public_id
    )
    if not policies.may_see(request.user, found):
        raise PermissionDenied(_("Coordinators see their own organisation only."))
    return found


@form_view
@requires(is_signed_in)
def organisation(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show an organisation with its people; programme officers name its coordinators here."""
    found = _seen_by(request, public_id)
    keeps = may_keep_organisations(request.user)
    form = CoordinatorForm(request.POST or None)
    if request.method == "POST" and not keeps:
        raise PermissionDenied(may_keep_organisations.__doc__)
    if request.method == "POST" and form.is_valid():
        services.name_coordinator(
            organisation=found, person=form.person, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The coordinator is named."))
        return redirect("accounts:organisation", public_id=public_id)
    people = selectors.members(found, on=timezone.localdate())
    context = {
        "organisation": found,
        "page": Paginator(people, PER_PAGE).get_page(request.GET.get("trang")),
        "coordinators": found.coordinators.select_related("person"),
        "keeps": keeps,
        "confirms": policies.may_confirm(request.user, found),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/organisation.html", context, status=status)


@writes("POST")
@requires(may_keep_organisations)
def dismiss(request: AuthenticatedRequest, public_id: UUID, person: UUID) -> HttpResponse:
    """Take from a coordinator the right to speak for the organisation."""
    found = get_object_or_404(
        Coordinator, organisation__public_id=public_id, person__public_id=person
    )
    services.dismiss_coordinator(coordinator=found, by=request.user)
    messages.success(request, _("The coordinator speaks for it no longer."))
    return redirect("accounts:organisation", public_id=public_id)


@writes("POST")
@requires(is_signed_in)
def confirm(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Confirm that somebody belongs to an organisation, for whoever may say so."""
    everyones = Membership.objects.select_related("organisation")
    membership = get_object_or_404(everyones, public_id=public_id)
    found = membership.organisation
    if not policies.may_confirm(request.user, found):
        raise PermissionDenied(_("The organisation's coordinators confirm who belongs to it."))
    try:
        services.confirm(membership=membership, by=request.user, at=timezone.now())
    except services.NotPossible as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("The membership is confirmed."))
    return redirect("accounts:organisation", public_id=found.public_id)
