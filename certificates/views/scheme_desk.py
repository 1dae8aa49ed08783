"""The desk of schemes: next versions are drafted, compared with what is in force, and published by a second person."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import may_draft_schemes, may_publish_schemes, may_see_drafts
from certificates.models import Scheme, SchemeVersion
from certificates.problems import Problem
from certificates.rules.schemes import gaps
from certificates.scheme_forms import NewSchemeForm, SchemeEditor
from certificates.selectors import schemes as selectors
from certificates.services import schemes as services


@reads
@requires(may_see_drafts)
def desk(request: AuthenticatedRequest) -> HttpResponse:
    """List the schemes with their versions and drafts."""
    shown = {
        "schemes": selectors.schemes_with_versions(),
        "may_draft": may_draft_schemes(request.user),
    }
    return render(request, "certificates/scheme_desk.html", shown)


@form_view
@requires(may_draft_schemes)
def new_scheme(request: AuthenticatedRequest) -> HttpResponse:
    """Open a scheme with an empty draft."""
    form = NewSchemeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/scheme_new.html", {"form": form}, status=status)
    facts = form.cleaned_data
    try:
        draft = services.create_scheme(
            code=facts["code"],
            prefix=facts["letters"],
            names=(facts["name_vi"], facts["name_en"]),
            by=request.user,
            at=timezone.now(),
        )
    except Problem as problem:
        shown = {"form": form, "problem": str(problem)}
        return render(request, "certificates/scheme_new.html", shown, status=409)
    messages.success(request, _("The scheme is opened; the public sees it once it is published."))
    return redirect("certificates:edit_draft", draft.scheme.code)


@writes("POST")
@requires(may_draft_schemes)
def begin(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Begin the next version of a scheme, or lead to the draft that is open already."""
    scheme = get_object_or_404(Scheme, code=code)
    services.draft_version(scheme=scheme, by=request.user, at=timezone.now())
    return redirect("certificates:edit_draft", code)


@form_view
@requires(may_draft_schemes)
def edit(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Show a draft as a form of rows and words; store it, and hand it over if asked."""
    found = _draft_or_404(code)
    editor = SchemeEditor(found, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not editor.is_valid():
        return _form(request, found, editor, status=422 if request.method == "POST" else 200)
    now = timezone.now()
    try:
        services.edit_draft(draft=found, terms=editor.terms(), by=request.user, at=now)
    except Problem as problem:
        return _form(request, found, editor, problem=str(problem), status=409)
    if request.POST.get("action") != "hand_over":
        messages.success(request, _("The draft of the scheme is saved."))
        return redirect("certificates:edit_draft", code)
    return _hand_over(request, found)


def _hand_over(request: AuthenticatedRequest, found: SchemeVersion) -> HttpResponse:
    """Hand over what was just saved; what is lacking then stands on the form's page."""
    try:
        services.hand_over_draft(draft=found, by=request.user, at=timezone.now())
    except Problem as problem:
        messages.error(
            request, _("The draft of the scheme is saved. %(problem)s") % {"problem": problem}
        )
        return redirect("certificates:edit_draft", found.scheme.code)
    messages.success(request, _("The draft is handed over to the council."))
    return redirect("certificates:scheme_draft", found.scheme.code)


@reads
@requires(may_see_drafts)
def draft(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Show what a draft changes of the version in force, and what it still lacks."""
    found = _draft_or_404(code)
    return render(request, "certificates/scheme_draft.html", _compared(request, found))


@form_view
@requires(may_publish_schemes)
def publish(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Show once more what is about to be published; publish it."""
    found = _draft_or_404(code)
    context = _compared(request, found)
    if request.method != "POST":
        return render(request, "certificates/scheme_publish.html", context)
    try:
        services.publish_version(
            draft=found, seen=request.POST.get("seen", ""), by=request.user, at=timezone.now()
        )
    except Problem as problem:
        context["problem"] = str(problem)
        return render(request, "certificates/scheme_publish.html", context, status=409)
    messages.success(
        request, _("Version %(version)s is in force for new applications.") % {"version": found.version}
    )  # fmt: skip
    return redirect("certificates:scheme", code)


@writes("POST")
@requires(may_draft_schemes)
def discard(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Throw a draft away."""
    services.discard_draft(draft=_draft_or_404(code), by=request.user, at=timezone.now())
    messages.success(request, _("The draft is discarded."))
    return redirect("certificates:scheme_desk")


def _draft_or_404(code: str) -> SchemeVersion:
    found = selectors.draft_of(code)
    if found is None:
        raise Http404
    return found


def _compared(request: AuthenticatedRequest, found: SchemeVersion) -> dict[str, Any]:
    in_force = SchemeVersion.objects.published().filter(scheme=found.scheme).first()
    authors = [author.person for author in found.authors.all()]
    is_author = request.user in authors
    lacking = gaps(found.as_draft(), on=timezone.localdate())
    return {
        "draft": found,
        "in_force": in_force,
        "authors": authors,
        "is_author": is_author,
        "changes": [
            (selectors.PARTS[change.part], change)
            for change in selectors.differences(in_force, found)
        ],
        "gaps": [selectors.GAPS[gap] for gap in lacking],
        "may_draft": may_draft_schemes(request.user),
        "may_publish": may_publish_schemes(request.user) and not is_author,
        "seen": found.handed_over,
    }


def _form(
    request: HttpRequest,
    found: SchemeVersion,
    editor: SchemeEditor,
    *,
    problem: str = "",
    status: int,
) -> HttpResponse:
    stored = SchemeVersion.objects.get(pk=found.pk)  # the form has written into `found`
    lacking = gaps(stored.as_draft(), on=timezone.localdate())
    shown = {
        "draft": found,
        "editor": editor,
        "gaps": [selectors.GAPS[gap] for gap in lacking],
        "problem": problem,
    }
    return render(request, "certificates/scheme_edit.html", shown, status=status)
