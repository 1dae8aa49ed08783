"""The page on which a person keeps their own facts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, requires, writes
from accounts.profile.forms import MembershipForm, ProfileForm
from accounts.profile.services import NotKept, change_profile, join, leave, withdraw
from accounts.roles import is_signed_in


def _page(
    request: AuthenticatedRequest,
    *,
    form: ProfileForm | None = None,
    joining: MembershipForm | None = None,
    status: int = 200,
) -> HttpResponse:
    person = request.user
    context = {
        "form": form or ProfileForm(person=person),
        "joining": joining or MembershipForm(auto_id="id_join_%s"),
        "joining_open": joining is not None,
        "memberships": person.memberships.select_related("organisation").order_by("-since", "pk"),
    }
    return render(request, "accounts/profile.html", context, status=status)


@form_view
@requires(is_signed_in)
def profile(request: AuthenticatedRequest) -> HttpResponse:
    """Show the person's own facts, or store them."""
    if request.method != "POST":
        return _page(request)
    form = ProfileForm(request.POST, person=request.user)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    said = form.cleaned_data
    change_profile(
        person=request.user,
        full_name=said.get("full_name", request.user.full_name),
        phone=said["phone"],
        province=said["province"],
        language=said["language"],
        wanted=said["notices"],
    )
    messages.success(request, _("Your details are stored."))
    return redirect("accounts:profile")


@writes("POST")
@requires(is_signed_in)
def add_membership(request: AuthenticatedRequest) -> HttpResponse:
    """Note an organisation of the person's."""
    form = MembershipForm(request.POST, auto_id="id_join_%s")
    if form.is_valid():
        said = form.cleaned_data
        try:
            join(
                person=request.user,
                organisation=said["organisation"],
                since=said["since"],
                until=said["until"],
                at=timezone.now(),
            )
        except NotKept as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Noted. The organisation's coordinator can confirm it."))
            return redirect("accounts:profile")
    return _page(request, joining=form, status=422)


@writes("POST")
@requires(is_signed_in)
def end_membership(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """End one of the person's memberships today, or remove one that was a mistake."""
    membership = get_object_or_404(request.user.memberships, public_id=public_id)
    try:
        if request.POST.get("xoa"):
            withdraw(membership=membership)
        else:
            leave(membership=membership, until=timezone.localdate())
    except NotKept as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Your organisations are up to date."))
    return redirect("accounts:profile")
