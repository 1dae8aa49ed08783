"""What of the register waits for a person, and what applicants and holders do next."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import may_check_dossiers, may_decide, may_operate, may_publish_schemes
from accounts.workspace import NextStep, Waiting
from certificates.models import (
    Certificate,
    CertificateStatus,
    Dossier,
    DossierState,
    LogLoss,
    ProposalState,
    Report,
    ReportState,
    StatusProposal,
)
from certificates.rules.surveillance import WITH_HOLDER
from certificates.selectors import arrangements, cases, council, dossiers, recognised, schemes
from certificates.selectors.life import long_suspended


NEAR_ITS_END = timedelta(days=180)  # time enough to gather what a renewal asks for


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield applications to check and reports to judge for officers; applications and changes of status for the council; a query each."""
    if may_check_dossiers(person):
        yield _queue(_("Applications to check"), dossiers.to_check(), "submitted_at", "checking")
        asked = arrangements.requests().exclude(person=person)
        yield _queue(_("Special arrangements to decide"), asked, "asked_at", "arrangement_desk")
        yield from _surveillance(timezone.localdate(at))
    if may_decide(person):
        yield _queue(_("Applications to decide"), dossiers.to_decide(), "checked_at", "deciding")
        open_to_them = StatusProposal.objects.filter(state=ProposalState.OPEN).exclude(
            Q(proposed_by=person) | Q(certificate__holder=person)
        )
        yield _queue(_("Changes of status to settle"), open_to_them, "proposed_at", "deciding")


def waiting_recognised(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield recognised certificates that a second officer may confirm; one query."""
    if may_check_dossiers(person):
        found = recognised.waiting_recognised(person)
        yield _queue(_("Recognised certificates to confirm"), found, "entered_at", "recognised")


def waiting_drafts(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield drafts of schemes that a council member may publish; one query."""
    if may_publish_schemes(person):
        found = schemes.drafts_to_publish(person)
        yield _queue(_("Scheme versions to publish"), found, "handed_over_at", "scheme_desk")


def _surveillance(day: date) -> Iterator[Waiting]:
    desk = reverse("certificates:reports")
    filed = Report.objects.filter(state=ReportState.FILED)
    yield Waiting(_("Surveillance reports to judge"), filed.count(), desk)
    overdue = Report.objects.overdue(day).count()
    yield Waiting(_("Surveillance reports overdue"), overdue, f"{desk}?trang_thai=overdue")
    yield Waiting(_("Suspensions to settle"), long_suspended(on=day).count(), desk)


def waiting_cases(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield reviews and complaints that wait for an officer or a council member; a query, two if any are late."""
    officer, council = may_check_dossiers(person), may_decide(person)
    if officer or council:
        found = cases.waiting_for(person, officer=officer, council=council)
        yield _queue(_("Reviews and complaints"), found, "received_at", "case_desk")
        late = found.overdue(timezone.localdate(at))
        yield _queue(
            _("Reviews and complaints beyond their term"), late, "received_at", "case_desk"
        )


def waiting_losses(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield for operators that the register stands still because entries of the log were lost; a query."""
    if may_operate(person):
        found = LogLoss.objects.filter(closed_at=None)
        yield _queue(_("Lost entries of the log: nothing is issued"), found, "found_at", "log")


def waiting_council(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield what of the council's meetings waits for a member or an officer; a query each, four at most."""
    if may_decide(person):
        parts, sign = council.open_parts(person), council.to_sign(person)
        yield _queue(_("Applications to vote on"), parts, "meeting__opened_at", "meetings")
        yield _queue(
            _("Meetings to conclude"), council.to_conclude(person), "opened_at", "meetings"
        )
        yield _queue(_("Decisions to sign"), sign, "meeting__closed_at", "meetings")
    if may_check_dossiers(person):
        yield _stuck(council.stuck())
    elif may_decide(person):
        yield _stuck(council.stuck(person))


def _stuck(lines: QuerySet[Any]) -> Waiting:
    name = _("Decisions that could not be carried out")
    return _queue(name, lines, "document__signed_at", "meetings")


def _queue(name: str, queue: QuerySet[Any], begins: str, desk: str) -> Waiting:
    facts = queue.order_by().aggregate(count=Count("pk"), since=Min(begins))
    return Waiting(name, facts["count"], reverse(f"certificates:{desk}"), facts["since"])


def steps(person: User, at: datetime) -> Iterator[NextStep]:
    """Yield applications that wait for their applicant and certificates that end soon, and reports; four queries."""
    with_applicant = dossiers.dossiers_of(person).filter(
        state__in=[DossierState.DRAFT, DossierState.NEEDS_MORE]
    )
    yield from (_application(dossier) for dossier in with_applicant)
    day = timezone.localdate(at)
    held = Certificate.objects.held_by(person, status=CertificateStatus.VALID, day=day)
    yield from (_ending(entry) for entry in held if entry.valid_until <= day + NEAR_ITS_END)
    owed = Report.objects.filter(certificate__in=held, state__in=sorted(WITH_HOLDER))
    yield from (_report(each) for each in owed.select_related("certificate"))


def _application(dossier: Dossier) -> NextStep:
    asked = dossier.state == DossierState.NEEDS_MORE
    return NextStep(
        _("Complete your application") if asked else _("Hand in your application"),
        dossier.get_absolute_url(),
        dossier.scheme_version.name,
    )


def _report(report: Report) -> NextStep:
    return NextStep(
        _("Hand in your surveillance report"),
        report.get_absolute_url(),
        report.certificate.grouped_number,
        timezone.make_aware(datetime.combine(report.due_on, time.max)),
    )


def _ending(entry: Certificate) -> NextStep:
    day = date_format(entry.valid_until, "SHORT_DATE_FORMAT")
    return NextStep(
        _("Your certificate ends on %(day)s") % {"day": day},
        reverse("certificates:held", args=[entry.number]),
        entry.grouped_number,
        timezone.make_aware(datetime.combine(entry.valid_until, time.max)),
    )
