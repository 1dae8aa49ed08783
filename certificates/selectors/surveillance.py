"""Questions about surveillance reports."""

from datetime import date
from uuid import UUID

from django.db.models import Count

from certificates.models import Certificate, Report, ReportState
from certificates.models.surveillance import ReportQuerySet


OVERDUE = "overdue"


def reports(state: str = "", *, on: date) -> ReportQuerySet:
    """Return the reports in a state, or those overdue, the longest waiting first; all without a state."""
    listed = Report.objects.with_people()
    if state == OVERDUE:
        return listed.overdue(on)
    return listed.filter(state=state) if state else listed


def counts_by_state(*, on: date) -> dict[str, int]:
    """Return how many reports are in each state, and how many are overdue; two queries."""
    rows = Report.objects.order_by().values_list("state").annotate(count=Count("pk"))
    return {**dict(rows), OVERDUE: Report.objects.overdue(on).count()}


def report(public_id: UUID) -> Report | None:
    """Return a report with its people and history, or None; two queries."""
    found = Report.objects.with_people().prefetch_related("events__by")
    return found.filter(public_id=public_id).first()


def owed_by(certificate: Certificate) -> ReportQuerySet:
    """Return the reports on a certificate that its holder owes, the oldest first."""
    owed = [ReportState.DUE, ReportState.MORE_NEEDED, ReportState.NOT_FULFILLED]
    return Report.objects.filter(certificate=certificate, state__in=owed)
