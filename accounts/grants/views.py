"""The operator's desk for roles."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.grants import selectors
from accounts.grants.forms import FindForm, GrantForm, TakeBackForm
from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.models import RoleGrant, User
from accounts.roles import Role, may_operate
from accounts.services import NotGranted, grant_role, take_back_role


PER_PAGE = 30


@reads
@requires(may_operate)
def people(request: HttpRequest) -> HttpResponse:
    """Show people in the order of their names, found without accents as well."""
    form = FindForm(request.GET)
    form.is_valid()
    said = form.cleaned_data
    found = selectors.people(
        words=said.get("q", ""), role=said.get("vai_tro", ""), on=timezone.localdate()
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    narrowed = any(said.values())
    return render(
        request, "accounts/people.html", {"form": form, "page": page, "narrowed": narrowed}
    )


def _person_page(
    request: HttpRequest, person: User, form: GrantForm, *, status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    grants = list(selectors.grants_of(person))
    holding = set(
        RoleGrant.objects.holding(today).filter(person=person).values_list("pk", flat=True)
    )
    context = {
        "person": person,
        "rows": [{"grant": grant, "holds": grant.pk in holding} for grant in grants],
        "form": form,
        "taking": TakeBackForm(),
        "today": today,
    }
    return render(request, "accounts/person.html", context, status=status)


@form_view
@requires(may_operate)
def person(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show every role that a person ever held, or give one more."""
    found = get_object_or_404(User, public_id=public_id)
    if request.method != "POST":
        return _person_page(request, found, GrantForm())
    form = GrantForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            grant_role(
                person=found,
                role=Role(said["role"]),
                by=request.user,
                reason=said["reason"],
                starts_on=said["starts_on"],
                ends_on=said["ends_on"],
            )
        except NotGranted as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The role is granted."))
            return redirect("accounts:person", public_id=public_id)
    return _person_page(request, found, form, status=422)


@writes("POST")
@requires(may_operate)
def take_back(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Take a role back today; the grant stays in the history with the reason."""
    grant = get_object_or_404(RoleGrant.objects.select_related("person"), public_id=public_id)
    try:
        take_back_role(
            grant=grant,
            by=request.user,
            reason=request.POST.get("reason", ""),
            on=timezone.localdate(),
        )
    except NotGranted as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("The role is taken back."))
    return redirect("accounts:person", public_id=grant.person.public_id)
