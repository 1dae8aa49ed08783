"""Meetings of the council on the desk: the list, calling one, its agenda, its own page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.roles import may_check_dossiers, may_decide, may_see_dossiers
from certificates.council_forms import CallForm, MinutesForm, RefusalForm
from certificates.models import AgendaLine, LineState, Meeting, MeetingState
from certificates.problems import NotReady, Problem
from certificates.selectors import council as selectors
from certificates.services import council_papers, meetings as services, votes
from certificates.views.paging import page_of


LINES_PER_PAGE = 50


@reads
@requires(may_see_dossiers)
def meetings(request: AuthenticatedRequest) -> HttpResponse:
    """List the council's meetings, and what of them waits for the person who looks."""
    context = {
        "page": page_of(request, selectors.meetings()),
        "mine": selectors.open_parts(request.user).count() if may_decide(request.user) else 0,
        "to_sign": list(selectors.to_sign(request.user).select_related("meeting")[:10]),
        "stuck": list(selectors.stuck().select_related("meeting", "dossier__applicant")[:10]),
        "may_call": may_check_dossiers(request.user),
        "decides": may_decide(request.user),
    }
    return render(request, "certificates/meetings.html", context)


@form_view
@requires(may_check_dossiers)
def call(request: AuthenticatedRequest) -> HttpResponse:
    """Call a meeting."""
    members = selectors.council_on(timezone.localdate())
    form = CallForm(request.POST if request.method == "POST" else None, council=members)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/meeting_call.html", {"form": form}, status=status)
    try:
        meeting = services.call_meeting(call=form.call(), by=request.user, at=timezone.now())
    except Problem as problem:
        context = {"form": form, "problem": str(problem)}
        return render(request, "certificates/meeting_call.html", context, status=409)
    messages.success(request, _("The meeting is called. Now put applications on its agenda."))
    return redirect("certificates:agenda", meeting.public_id)


def meeting_of(public_id: UUID) -> Meeting:
    """Return the meeting; raise Http404 where there is none."""
    found = selectors.meeting(public_id)
    if found is None:
        raise Http404
    return found


@form_view
@requires(may_check_dossiers)
def agenda(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show what waits for the council beside the agenda; put applications on it, or take one off."""
    meeting = meeting_of(public_id)
    problem = ""
    if request.method == "POST":
        try:
            _change_agenda(request, meeting)
            return redirect("certificates:agenda", public_id)
        except Problem as found:
            problem = str(found)
    context = {
        "meeting": meeting,
        "problem": problem,
        "page": page_of(request, selectors.waiting()),
        "waiting": selectors.waiting().count(),
        "lines": list(selectors.lines(meeting)[:LINES_PER_PAGE]),
        "line_count": meeting.lines.count(),
        "open": meeting.state == MeetingState.PREPARED,
    }
    return render(
        request, "certificates/meeting_agenda.html", context, status=409 if problem else 200
    )


def _change_agenda(request: AuthenticatedRequest, meeting: Meeting) -> None:
    now = timezone.now()
    if place := request.POST.get("remove"):
        line = meeting.lines.filter(position=_number(place)).select_related("dossier").first()
        if line is not None:
            services.remove_line(line=line, by=request.user, at=now)
            messages.success(request, _("Taken off the agenda."))
        return
    only = None if "all" in request.POST else _uuids(request.POST.getlist("dossier"))
    if only == []:
        raise NotReady(_("Choose at least one application."))
    count = services.add_lines(meeting=meeting, by=request.user, at=now, only=only)
    messages.success(
        request,
        ngettext(
            "%(count)d application put on the agenda.",
            "%(count)d applications put on the agenda.",
            count,
        )
        % {"count": count},
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _uuids(texts: list[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


@form_view
@requires(may_see_dossiers)
def meeting(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a meeting with its agenda, members, minutes and documents; do what is this person's to do."""
    found = meeting_of(public_id)
    minutes = MinutesForm(request.POST if request.POST.get("action") == "conclude" else None)
    refusal = RefusalForm(request.POST if request.POST.get("action") == "refuse" else None)
    problem: str | None = ""
    if request.method == "POST":
        problem = _act(request, found, minutes, refusal)
        if problem is None:
            return redirect(found)
    context = _shown(request, found) | {
        "minutes_form": minutes,
        "refusal": refusal,
        "problem": problem,
    }
    status = 200 if request.method != "POST" else (409 if problem else 422)
    return render(request, "certificates/meeting.html", context, status=status)


def _shown(request: AuthenticatedRequest, found: Meeting) -> dict[str, Any]:
    user = request.user
    invited = [each for each in found.members.all() if each.person_id == user.pk]
    officer, chair = may_check_dossiers(user), found.chair_id == user.pk
    prepared, in_session = (
        found.state == state for state in (MeetingState.PREPARED, MeetingState.OPEN)
    )
    return {
        "meeting": found,
        "page": page_of(request, selectors.lines(found), per_page=LINES_PER_PAGE),
        "counts": selectors.line_counts(found),
        "may_prepare": officer and prepared,
        "may_open": prepared and (officer or chair),
        "takes_part": bool(invited) and in_session and may_decide(user),
        "may_conclude": in_session and chair,
        "may_postpone": officer or chair,
        "may_refuse": may_decide(user),
    }


def _act(
    request: AuthenticatedRequest, found: Meeting, minutes: MinutesForm, refusal: RefusalForm
) -> str | None:
    """Do what the form asks for; return None if it was done, otherwise why not, in words or empty for the form's."""
    now, by = timezone.now(), request.user
    acts: dict[str, Callable[[], object]] = {
        "open": lambda: services.open_meeting(meeting=found, by=by, at=now),
        "call_off": lambda: services.call_off(meeting=found, by=by, at=now),
        "conclude": lambda: votes.conclude(
            meeting=found, minutes=minutes.cleaned_data["minutes"], by=by, at=now
        ),
        "postpone": lambda: council_papers.postpone(line=_stuck(request, found), by=by, at=now),
        "refuse": lambda: council_papers.refuse(
            line=_stuck(request, found), reason=refusal.cleaned_data["reason"], by=by, at=now
        ),
    }
    action = request.POST.get("action", "")
    if any(form.is_bound and not form.is_valid() for form in (minutes, refusal)):
        return ""
    if action not in acts:
        return ""
    try:
        acts[action]()
    except Problem as problem:
        return str(problem)
    messages.success(request, _("Done."))
    return None


def _stuck(request: AuthenticatedRequest, found: Meeting) -> AgendaLine:
    """Return the line that the form is about; raise Http404 where it is none that could not be carried out."""
    place = _number(request.POST.get("line", ""))
    line = found.lines.filter(position=place, state=LineState.STUCK).first()
    if line is None:
        raise Http404
    return line
