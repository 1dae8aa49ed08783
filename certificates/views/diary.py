"""The diary of development: its person writes it, officers and council members read it beside the certificate."""

import csv
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import is_signed_in, may_see_dossiers
from certificates.diary_forms import ActivityForm
from certificates.documents.list_files import quoted
from certificates.models import Activity, development as selectors
from certificates.problems import Problem
from certificates.selectors.files import evidence_file
from certificates.selectors.register import entry as register_entry
from certificates.services.diary import change_activity, remove_activity, write_activity
from certificates.services.files import add_to_activity, forget
from certificates.views.paging import PER_PAGE


@reads
@requires(is_signed_in)
def diary(request: AuthenticatedRequest) -> HttpResponse:
    """Show one's own diary, and how far it goes towards what the certificates ask."""
    lines = selectors.lines_of(request.user)
    shown = {
        "page": _page(request, lines),
        "standings": selectors.standings(request.user, lines, day=timezone.localdate()),
    }
    return render(request, "certificates/diary.html", shown)


@reads
@requires(is_signed_in)
def diary_sheet(request: AuthenticatedRequest) -> HttpResponse:
    """Send one's own diary as CSV."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="nhat-ky.csv"'
    response.write("\ufeff")  # spreadsheets read Vietnamese letters only with a byte order mark
    sheet = csv.writer(response)
    sheet.writerow(
        [
            _("Day"),
            _("Kind"),
            _("Hours"),
            _("What you did"),
            _("What you learned, and where you use it"),
            _("Where evidence is to be found"),
        ]
    )
    for line in selectors.lines_of(request.user):
        sheet.writerow([quoted(cell) for cell in _cells(line)])
    return response


def _cells(line: selectors.Line) -> list[str]:
    own = line.activity
    return [
        date_format(line.day, "SHORT_DATE_FORMAT"),
        str(own.get_kind_display()) if own else _("Course completed here"),
        number_format(line.hours),
        line.title,
        own.learned if own else "",
        own.reference if own else "",
    ]


@form_view
@requires(is_signed_in)
def write(request: AuthenticatedRequest) -> HttpResponse:
    """Take a new entry of the diary."""
    form = _activity_form(request)
    if request.method != "POST":
        return _form(request, form)
    if not form.is_valid():
        return _form(request, form, status=422)
    found = write_activity(person=request.user, entry=form.entry(), at=timezone.now())
    if problem := _attach(request, found, form):
        messages.error(request, problem)
        return redirect(found)
    messages.success(request, _("The entry stands in your diary."))
    return redirect("certificates:diary")


@form_view
@requires(is_signed_in)
def activity(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show an entry of one's own diary; change it."""
    found = _own(request, public_id)
    if request.method != "POST":
        return _form(request, ActivityForm(instance=found), activity=found)
    form = _activity_form(request, found)
    if not form.is_valid():
        return _form(request, form, activity=found, status=422)
    change_activity(activity=found, by=request.user, entry=form.entry(), at=timezone.now())
    if problem := _attach(request, found, form):
        messages.error(request, problem)
        return redirect(found)
    messages.success(request, _("The entry is changed."))
    return redirect("certificates:diary")


@writes("POST")
@requires(is_signed_in)
def remove(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Take an entry out of one's own diary."""
    remove_activity(activity=_own(request, public_id), by=request.user)
    messages.success(request, _("The entry is deleted."))
    return redirect("certificates:diary")


@reads
@requires(may_see_dossiers)
def diary_of(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Show the diary of a certificate's holder beside what the certificate asks."""
    certificate = register_entry(number)
    if certificate is None:
        raise Http404
    lines = selectors.lines_of(certificate.holder)
    shown = {
        "certificate": certificate,
        "page": _page(request, lines),
        "standing": selectors.standing_of(certificate, lines, day=timezone.localdate()),
    }
    return render(request, "certificates/diary_of.html", shown)


def _page(request: AuthenticatedRequest, lines: list[selectors.Line]) -> Any:
    return Paginator(lines, PER_PAGE).get_page(request.GET.get("trang"))


def _activity_form(request: AuthenticatedRequest, found: Activity | None = None) -> ActivityForm:
    if request.method != "POST":
        return ActivityForm(instance=found)
    return ActivityForm(request.POST, request.FILES, instance=found)


def _attach(request: AuthenticatedRequest, found: Activity, form: ActivityForm) -> str:
    """Add the file to the entry and return nothing, or why it was not added."""
    brought = form.cleaned_data["tep"]
    if brought is None:
        return ""
    try:
        add_to_activity(activity=found, by=request.user, brought=brought, at=timezone.now())
    except Problem as problem:
        return str(problem)
    return ""


@writes("POST")
@requires(is_signed_in)
def remove_activity_file(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Delete a file from an entry of one's own diary."""
    file = evidence_file(public_id)
    if file is None or file.activity is None or file.owner_id != request.user.pk:
        raise Http404
    forget([file])
    messages.success(request, _("The file is deleted."))
    return redirect(file.activity)


def _own(request: AuthenticatedRequest, public_id: UUID) -> Activity:
    found = selectors.activity_of(request.user, public_id)
    if found is None:
        raise Http404
    return found


def _form(
    request: AuthenticatedRequest,
    form: ActivityForm,
    *,
    activity: Activity | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {"form": form, "activity": activity}
    return render(request, "certificates/diary_entry.html", shown, status=status)
