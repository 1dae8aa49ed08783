"""Tokens for an agency's systems."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import may_verify_lists
from certificates.desk_forms import TokenForm
from certificates.models import ApiToken
from certificates.problems import NotReady
from certificates.services import api_tokens as services
from certificates.views.paging import page_of


USES_PER_PAGE = 50


def _token_for(request: AuthenticatedRequest, public_id: UUID) -> ApiToken:
    found = request.user.system_tokens.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


@form_view
@requires(may_verify_lists)
def tokens(request: AuthenticatedRequest) -> HttpResponse:
    """Show the tokens, and make another; its text is shown this once."""
    form, text = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            _token, text = services.make_token(
                owner=request.user,
                name=facts["name"],
                scopes=facts["scopes"],
                expires_on=facts["expires_on"],
                at=timezone.now(),
            )
        except NotReady as problem:
            form.add_error("expires_on", str(problem))
        else:
            form = TokenForm()
    context = {
        "form": form,
        "text": text,
        "page": page_of(request, request.user.system_tokens.all()),
    }
    status = 422 if form.is_bound else 200
    return render(request, "certificates/tokens.html", context, status=status)


@reads
@requires(may_verify_lists)
def token(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show what a token was used for."""
    found = _token_for(request, public_id)
    page = page_of(request, found.uses.order_by("-pk"), per_page=USES_PER_PAGE)
    return render(request, "certificates/token.html", {"token": found, "page": page})


@writes("POST")
@requires(may_verify_lists)
def revoke(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Take a token back."""
    found = _token_for(request, public_id)
    services.revoke_token(token=found, by=request.user, at=timezone.now())
    messages.success(request, _("The token is revoked. Calls with it are refused from now on."))
    return redirect("certificates:tokens")
