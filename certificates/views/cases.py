"""Reviews and complaints as those who lodge them see them: the procedure, the forms, the way a case goes."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires
from accounts.models import User
from accounts.roles import anyone, is_signed_in
from certificates.case_forms import ComplaintForm, NoteForm, ReviewForm
from certificates.models import Case, Certificate, Decision, StatusEvent
from certificates.problems import Problem
from certificates.rules import cases as rules
from certificates.selectors import cases as selectors, dossiers
from certificates.services import cases as services
from certificates.throttle import is_over, limited
from cms.page_cache import shared_page


COMPLAINTS_AN_HOUR = 5
Lodge = Callable[[services.Words], Case]


@shared_page
@reads
@requires(anyone)
def procedure(request: HttpRequest) -> HttpResponse:
    """Say to everybody how a review or a complaint goes, who decides, and by when."""
    days = {
        "lodge": rules.LODGE_WITHIN.days,
        "acknowledge": rules.ACKNOWLEDGE_WITHIN_WORKING_DAYS,
        "decide": rules.DECIDE_WITHIN.days,
    }
    return render(request, "certificates/cases.html", {"days": days})


@form_view
@requires(anyone)
@limited
def complain(request: HttpRequest) -> HttpResponse:
    """Take a complaint of anybody."""
    user = request.user if isinstance(request.user, User) else None
    form = ComplaintForm(request.POST if request.method == "POST" else None, user=user)
    if request.method != "POST":
        return render(request, "certificates/complain.html", {"form": form})
    if not form.is_valid():
        return render(request, "certificates/complain.html", {"form": form}, status=422)
    if is_over(request, what="complaint", most=COMPLAINTS_AN_HOUR, seconds=3600):
        problem = _(
            "That is a lot of complaints within an hour. Please try again later, or sign in."
        )
        return render(
            request, "certificates/complain.html", {"form": form, "problem": problem}, status=429
        )
    case = services.complain(
        lodger=form.lodger(),
        words=form.words(),
        at=timezone.now(),
        about=form.about.dossier if form.about else None,
    )
    if user:
        messages.success(request, _("We have received your complaint."))
        return redirect(case)
    return render(request, "certificates/complained.html", {"email": case.email})


@form_view
@requires(is_signed_in)
def review(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Take an applicant's request to review the refusal of an application."""
    dossier = dossiers.dossier(public_id)
    decision: Decision | None = getattr(dossier, "decision", None)
    if dossier is None or decision is None or dossier.applicant_id != request.user.pk:
        raise Http404
    if under_way := selectors.refusal_of(dossier, on=timezone.localdate())["case"]:
        return redirect(under_way)
    subject = _("Review of decision %(number)s") % {"number": decision.document_number}

    def lodge(words: services.Words) -> Case:
        return services.ask_for_review(
            decision=decision, by=request.user, words=words, at=timezone.now()
        )

    return _review(request, subject, lodge, reason=decision.reason)


@form_view
@requires(is_signed_in)
def review_status(request: AuthenticatedRequest, number: str) -> HttpResponse:
    """Take a holder's request to review the suspension or withdrawal of a certificate."""
    certificate: Certificate | None = selectors.certificate_by_number(number)
    if certificate is None or certificate.holder_id != request.user.pk:
        raise Http404
    event: StatusEvent | None = selectors.reviewable_event(certificate, on=timezone.localdate())
    if event is None:
        raise Http404
    subject = _("Review: certificate %(number)s, %(event)s") % {
        "number": certificate.grouped_number,
        "event": event.get_event_display().lower(),
    }

    def lodge(words: services.Words) -> Case:
        return services.ask_for_review_of_status(
            event=event, by=request.user, words=words, at=timezone.now()
        )

    return _review(request, subject, lodge, reason=event.reason)


def _review(
    request: AuthenticatedRequest, subject: str, lodge: Lodge, *, reason: str
) -> HttpResponse:
    form = ReviewForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "subject": subject, "reason": reason}
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "certificates/review.html", context, status=status)
    try:
        case = lodge(form.words(subject))
    except Problem as problem:
        return render(
            request, "certificates/review.html", context | {"problem": str(problem)}, status=409
        )
    messages.success(request, _("We have received your request for a review."))
    return redirect(case)


@form_view
@requires(anyone)
@limited
def follow(request: HttpRequest, access: UUID) -> HttpResponse:
    """Show whoever has the letter's address how the case stands; take a confirmation, more words, or the end."""
    case = selectors.case_by_access(access)
    if case is None:
        raise Http404
    form = NoteForm(request.POST if request.POST.get("action") == "say" else None)
    problem = _act(request, case, form) if request.method == "POST" else ""
    if request.method == "POST" and problem is None:
        return redirect(case)
    context = {
        "case": case,
        "form": form,
        "problem": problem,
        "open": case.stage in rules.WAITING,
        "overdue": case.is_overdue_on(timezone.localdate()),
    }
    status = 200 if request.method != "POST" else (409 if problem else 422)
    response = render(request, "certificates/case_follow.html", context, status=status)
    # The address is the key to the case: no other site, search engine or shared cache gets to know it.
    response["X-Robots-Tag"], response["Referrer-Policy"] = "noindex, nofollow", "same-origin"
    response["Cache-Control"] = "no-store"
    return response


def _act(request: HttpRequest, case: Case, form: NoteForm) -> str | None:
    """Do what the form asks for; return None if it was done, otherwise why not, in words or empty for the form's."""
    now, user = timezone.now(), request.user if isinstance(request.user, User) else None
    by = user if user and user.pk == case.by_id else None
    try:
        match request.POST.get("action"):
            case "confirm":
                services.confirm_address(case=case, at=now)
                messages.success(request, _("Thank you. Your complaint is received."))
            case "take_back":
                services.take_back(case=case, at=now, by=by)
                messages.success(request, _("You have taken it back. Nothing more happens."))
            case _:
                if not form.is_valid():
                    return ""
                services.say(case=case, note=form.cleaned_data["note"], at=now, by=by)
                messages.success(request, _("Your words are added."))
    except Problem as problem:
        return str(problem)
    return None
