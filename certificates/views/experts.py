"""The public register of experts, and the holder's switch."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import anyone, is_signed_in
from certificates.expert_forms import ExpertsForm, VisibilityForm
from certificates.models import Certificate
from certificates.problems import Problem
from certificates.rules.visibility import CONSENT_VERSION, MOST_WITH_SESSION, MOST_WITHOUT_SESSION
from certificates.selectors import experts as selectors
from certificates.services.visibility import choose_visibility, chosen_by
from certificates.throttle import asks_for_names_too_often, too_many


PER_PAGE = 10


@reads
@requires(anyone)
@never_cache
def experts(request: HttpRequest) -> HttpResponse:
    """Show the experts who fit, of those who let themselves be listed; ask for a name or a filter first."""
    asked = any(request.GET.get(name) for name in ExpertsForm.base_fields)
    form = ExpertsForm(request.GET if asked else None)
    context: dict[str, Any] = {"form": form, "asked": asked}
    if not asked:
        return render(request, "certificates/experts.html", context)
    if asks_for_names_too_often(request):
        return too_many(request)
    if form.is_valid():
        context |= _found(request, form.wanted())
    response = render(
        request, "certificates/experts.html", context, status=422 if form.errors else 200
    )
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _found(request: HttpRequest, wanted: selectors.Wanted) -> dict[str, Any]:
    day = timezone.localdate()
    most = MOST_WITH_SESSION if request.user.is_authenticated else MOST_WITHOUT_SESSION
    found = selectors.experts(wanted, day=day, most=most)
    page = Paginator(found.keys, PER_PAGE).get_page(request.GET.get("trang"))
    return {
        "page": page,
        "entries": selectors.entries_of(list(page.object_list), day=day),
        "more": found.more,
        "most": most,
    }


@form_view
@requires(is_signed_in)
def visibility(request: AuthenticatedRequest) -> HttpResponse:
    """Show the holder what the public register says of them, and note what they choose."""
    person = request.user
    held = Certificate.objects.filter(holder=person).order_by("-pk").first()
    context: dict[str, Any] = {"certificate": held, "version": CONSENT_VERSION}
    if request.method != "POST" or held is None:
        context |= {"form": VisibilityForm.showing(chosen_by(person))}
        return _switch(request, context, status=200 if request.method != "POST" else 409)
    form = VisibilityForm(request.POST)
    form.is_valid()  # three boxes: whatever is sent is an answer
    try:
        shown = choose_visibility(
            holder=person,
            wanted=form.wanted(),
            version=form.cleaned_data["phien_ban"],
            at=timezone.now(),
        )
    except Problem as problem:
        context |= {"form": VisibilityForm.showing(chosen_by(person)), "problem": str(problem)}
        return _switch(request, context, status=409)
    messages.success(
        request,
        _("You are listed in the public register.")
        if shown
        else _("You are not listed in the public register."),
    )
    return redirect("certificates:visibility")


def _switch(
    request: AuthenticatedRequest, context: dict[str, Any], *, status: int
) -> HttpResponse:
    words = list(selectors.words_of(request.user))
    return render(
        request, "certificates/visibility.html", context | {"words": words}, status=status
    )
