"""Reports between certification and renewal: asked for in time, handed in from the diary, judged by an officer."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.background import nudge
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    Certificate,
    CertificateStatus,
    HolderLetter,
    Report,
    ReportEvent,
    SchemeVersion,
)
from certificates.models.development import lines_of
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules.cpd import Year, asked_of_span, tally
from certificates.rules.surveillance import (
    FILE_WITHIN,
    FINDINGS,
    OPENS_BEFORE,
    ReportAct,
    ReportOutOfTurn,
    ReportState,
    after,
    due_on,
    reports_to_open,
)
from certificates.rules.validity import add_months


LONGEST_MONTHS = 120


def open_reports(*, at: datetime, most: int = 500) -> int:
    """
    Ask for the reports whose time has come and return how many; run twice, or two at once, it asks for none twice.

    Only holders of valid certificates report. A query for each span that certificates in force can have.
    """
    day = timezone.localdate(at)
    opened = 0
    for months, certificates in _due_certificates(day, most=most):
        for certificate in certificates:
            spans = reports_to_open(
                certificate.first_day, certificate.valid_until, months=months, day=day
            )
            opened += sum(_open(certificate, span, months=months, at=at) for span in spans)
    return opened


def _due_certificates(day: date, *, most: int) -> Iterator[tuple[int, QuerySet[Certificate]]]:
    valid = Certificate.objects.in_status(CertificateStatus.VALID, day=day)
    lengths = SchemeVersion.objects.order_by("surveillance_months")
    for months in lengths.values_list("surveillance_months", flat=True).distinct():
        for number in range(1, LONGEST_MONTHS // months + 1):
            # a day or two wider than needed, as months differ: the rule has the last word
            first = add_months(day - FILE_WITHIN, -months * number)
            last = add_months(day + OPENS_BEFORE, -months * number)
            window = (first.replace(day=1), add_months(last, 1))
            begun = Q(begins_on__range=window) | Q(begins_on=None, issued_on__range=window)
            found = valid.filter(begun, scheme_version__surveillance_months=months)
            found = found.exclude(reports__number=number).filter(valid_until__gt=day)
            yield months, found.select_related("scheme_version").order_by("pk")[:most]


@transaction.atomic
def _open(certificate: Certificate, span: Year, *, months: int, at: datetime) -> bool:
    asked = asked_of_span(certificate.scheme_version.cpd_hours_per_year, months=months)
    report, new = Report.objects.get_or_create(
        certificate=certificate,
        number=span.number,
        defaults={
            "first": span.first,
            "last": span.last,
            "due_on": due_on(span),
            "hours_asked": asked,
        },
    )
    if new:
        _note(report, ReportAct.OPEN, by=None, at=at, tell=True)
    return new


def remind_overdue(*, at: datetime, most: int = 500) -> int:
    """Note a reminder, once, for each report that its holder owes beyond its time; return how many are new."""
    late = Report.objects.overdue(timezone.localdate(at)).exclude(
        events__act=ReportAct.REMIND.value
    )
    return sum(_remind(report, at=at) for report in late.select_related("certificate")[:most])


@transaction.atomic
def _remind(report: Report, *, at: datetime) -> bool:
    report = _locked(report)
    if report.events.filter(act=ReportAct.REMIND.value).exists():
        return False
    _note(report, ReportAct.REMIND, by=None, at=at, tell=True)
    return True


@transaction.atomic
def file_report(*, report: Report, statement: str, by: User, at: datetime) -> Report:
    """
    Hand a report in, with the hours that the diary shows for its span, and return it.

    Raises NotEntitled for anybody but the holder, NotReady without words or out of turn.
    """
    report = _locked(report)
    holder = report.certificate.holder
    if holder.pk != by.pk:
        raise NotEntitled(_("Only the holder hands in the report."))
    state = _after(report, ReportAct.FILE)
    if not statement.strip():
        raise NotReady(_("Write a few words on what you did in this time."))
    hours = [line.credit for line in lines_of(holder)]
    done = tally(hours, first=report.first, last=report.last, asked=report.hours_asked)
    report.state, report.hours, report.statement = state.value, done.reached, statement.strip()
    report.save(update_fields=["state", "hours", "statement"])
    _note(report, ReportAct.FILE, by=by, at=at, note=statement.strip())
    _record(report, "report.filed", by=by, at=at)
    return report


@transaction.atomic
def review_report(
    *, report: Report, act: ReportAct, by: User, at: datetime, note: str = ""
) -> Report:
    """
    Record what an officer finds of a report and return it; the same finding a second time changes nothing.

    Raises ValueError for an act that is no finding, NotEntitled for whoever is no officer that day, Conflicted for the
    holder, NotReady out of turn, without words where the holder must read why, or for a report that is not overdue and
    was not handed in.
    """
    if act not in FINDINGS:
        raise ValueError(act)
    report = _locked(report)
    last = report.events.last()
    if last and (last.act, last.by_id) == (act.value, by.pk):
        return report
    today = timezone.localdate(at)
    if not by.role_on(today, Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers judge reports."))
    if report.certificate.holder_id == by.pk:
        raise Conflicted(sentence("report_reviewed_by_holder"))
    if report.stage == ReportState.DUE and today <= report.due_on:
        raise NotReady(_("There is still time to hand this report in."))
    state = _after(report, act)
    if act != ReportAct.FULFIL and not note.strip():
        raise NotReady(_("Write to the holder what is missing, in plain words."))
    report.state, report.reviewed_by = state.value, by
    with in_words():
        report.save(update_fields=["state", "reviewed_by"])
    _note(report, act, by=by, at=at, note=note.strip(), tell=True)
    _record(report, "report.reviewed", by=by, at=at)
    return report


def _locked(report: Report) -> Report:
    locked = Report.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related("certificate__holder").get(pk=report.pk)


def _after(report: Report, act: ReportAct) -> ReportState:
    try:
        return after(report.stage, act)
    except ReportOutOfTurn as problem:
        raise NotReady(
            _("The report is in the state “%(state)s”, in which this cannot be done.")
            % {"state": report.get_state_display()}
        ) from problem


def _note(
    report: Report,
    act: ReportAct,
    *,
    by: User | None,
    at: datetime,
    note: str = "",
    tell: bool = False,
) -> None:
    event = ReportEvent.objects.create(report=report, act=act.value, by=by, at=at, note=note)
    if tell:
        HolderLetter.objects.create(certificate=report.certificate, act=event, noted_at=at)
        nudge("certificates.send_holder_letters")


def _record(report: Report, action: str, *, by: User, at: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        subject=report.certificate.number,
        detail={"state": report.state},
        at=at,
    )
