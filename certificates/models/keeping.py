"""How far a holder has come towards a renewal: from the diary, the reports and the register."""

from datetime import date

from certificates.models.cases import Case, CaseKind
from certificates.models.development import lines_of
from certificates.models.diary import Activity, ActivityKind
from certificates.models.register import Certificate
from certificates.models.schemes import SchemeVersion
from certificates.models.surveillance import Report, ReportState
from certificates.rules.cases import OPEN
from certificates.rules.cpd import tally
from certificates.rules.keeping import Kept, renewal_checks
from certificates.rules.requirements import Check
from certificates.rules.status import Status, status_on


def stands(certificate: Certificate, *, on: date) -> bool:
    """Return whether nothing but its end stands against a certificate that day: not suspended, withdrawn or replaced."""
    return status_on(certificate.changes(), valid_until=date.max, day=on) == Status.VALID


def keeping_checks(certificate: Certificate, *, version: SchemeVersion, on: date) -> list[Check]:
    """Return what the renewal of a certificate asks for by a scheme version, with what is reached that day."""
    holder, first = certificate.holder, certificate.first_day
    credits_of = [line.credit for line in lines_of(holder)]
    projects = Activity.objects.filter(
        person=holder, kind=ActivityKind.PROJECT, day__range=(first, on)
    )
    reports = list(Report.objects.filter(certificate=certificate).values_list("state", flat=True))
    complaints = Case.objects.filter(
        kind=CaseKind.COMPLAINT, state__in=sorted(OPEN), dossier__applicant=holder
    )
    kept = Kept(
        hours=tally(credits_of, first=first, last=on, asked=0).reached,
        hours_asked=version.renewal_cpd_hours,
        projects=projects.count(),
        projects_asked=version.renewal_projects,
        reports_fulfilled=reports.count(ReportState.FULFILLED),
        reports_asked=len(reports),
        open_complaints=complaints.count(),
        is_suspended=not stands(certificate, on=on),
    )
    return renewal_checks(kept)
