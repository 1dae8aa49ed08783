"""A council member's own part in a meeting: interests to state, votes to cast, standing declarations."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from accounts.guards import AuthenticatedRequest, form_view, requires
from accounts.roles import may_decide
from certificates.council_forms import InterestForm, stated_in, voted_in
from certificates.models import AgendaLine, InterestKind, Meeting, MeetingState
from certificates.problems import NotReady, Problem, sentence
from certificates.selectors import council as selectors
from certificates.services import interests as interest_services, votes as services
from certificates.views.meetings import meeting_of


@form_view
@requires(may_decide)
def part(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Show a member what to state and vote on in a meeting; take statements first, then votes."""
    meeting = meeting_of(public_id)
    if not any(each.person_id == request.user.pk for each in meeting.members.all()):
        raise Http404
    problem = ""
    if request.method == "POST":
        try:
            _take(request, meeting)
            return redirect("certificates:meeting_part", public_id)
        except Problem as found:
            problem = str(found)
    listed = list(selectors.lines(meeting))
    parts = selectors.parts(request.user, listed, on=timezone.localdate())
    rows = [(each, [sentence(bar.value) for bar in each.bars]) for each in parts]
    context = {
        "meeting": meeting,
        "rows": rows,
        "problem": problem,
        "in_session": meeting.state == MeetingState.OPEN,
        "to_state": any(not each.stated and each.vote is None for each in parts),
        "to_vote": sum(each.is_open for each in parts),
        "sent": request.POST,
    }
    return render(
        request, "certificates/meeting_part.html", context, status=409 if problem else 200
    )


def _take(request: AuthenticatedRequest, meeting: Meeting) -> None:
    """Take the statements or the votes of the form; raise NotReady where something of it is missing."""
    lines, now, by = list(meeting.lines.all()), timezone.now(), request.user
    conflicts_on = stated_in(request.POST, lines)
    if not all(conflicts_on.values()):
        raise NotReady(_("Write what the tie is, for each application on which you have one."))
    if request.POST.get("action") == "state":
        barred = services.state_interests(
            meeting=meeting, by=by, conflicts_on=conflicts_on, at=now
        )
        words = ngettext(
            "You are present. %(count)d application is not yours to vote on.",
            "You are present. %(count)d applications are not yours to vote on.",
            barred,
        )
        if not barred:
            words = _("You are present and may vote on every application.")
        messages.success(request, words % {"count": barred})
        return
    said = voted_in(request.POST, _votable(request, meeting))
    said = {pk: each for pk, each in said.items() if pk not in conflicts_on}
    if not said and not conflicts_on:
        raise NotReady(_("Vote on at least one application."))
    if conflicts_on:
        services.state_interests(meeting=meeting, by=by, conflicts_on=conflicts_on, at=now)
    count = services.cast_votes(meeting=meeting, by=by, votes=said, at=now) if said else 0
    words = ngettext("%(count)d vote is kept.", "%(count)d votes are kept.", count)
    messages.success(request, words % {"count": count})


def _votable(request: AuthenticatedRequest, meeting: Meeting) -> list[AgendaLine]:
    """Return the lines on which the member may vote now, so that "all the others" means those only."""
    listed = list(selectors.lines(meeting))
    parts = selectors.parts(request.user, listed, on=timezone.localdate())
    return [each.line for each in parts if each.is_open]


@form_view
@requires(may_decide)
def interests(request: AuthenticatedRequest) -> HttpResponse:
    """Show a member's standing declarations; take a new one, or the end of one."""
    form = InterestForm(request.POST if request.POST.get("action") == "declare" else None)
    problem, now, by = "", timezone.now(), request.user
    try:
        if request.POST.get("action") == "end":
            tie = get_object_or_404(by.interests, public_id=request.POST.get("interest"))
            interest_services.end_interest(interest=tie, by=by, on=timezone.localdate(), at=now)
            messages.success(request, _("The tie ends today."))
            return redirect("certificates:interests")
        if form.is_bound and form.is_valid():
            clean = form.cleaned_data
            interest_services.declare_interest(
                by=by,
                kind=InterestKind(clean["kind"]),
                about=clean["about"],
                note=clean["note"],
                since=clean["since"],
                at=now,
            )
            messages.success(request, _("Your declaration is kept; it counts from now on."))
            return redirect("certificates:interests")
    except Problem as found:
        problem = str(found)
    context = {"form": form, "problem": problem, "ties": selectors.interests_of(by)}
    status = 409 if problem else (422 if request.method == "POST" else 200)
    return render(request, "certificates/interests.html", context, status=status)
