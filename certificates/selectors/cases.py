"""Questions about reviews and complaints."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from certificates.models import (
    Case,
    CaseState,
    Certificate,
    Dossier,
    StatusEvent,
)
from certificates.models.cases import CaseQuerySet
from certificates.rules.cases import may_still_lodge


def cases(state: str = "") -> QuerySet[Case]:
    """Return the cases that were received, those that must be decided first before the others, by state if wanted."""
    received = Case.objects.exclude(state=CaseState.UNCONFIRMED).select_related("handler")
    found = received.filter(state=state) if state else received
    return found.order_by("decide_until", "pk")


def counts_by_state() -> dict[str, int]:
    """Return how many cases are in each state; one query."""
    rows = Case.objects.order_by().values_list("state").annotate(count=Count("pk"))
    return dict(rows)


def waiting_for(person: User, *, officer: bool, council: bool) -> CaseQuerySet:
    """Return the open cases that wait for a person's part: officers take up, the council decides."""
    parts = Q(pk=None)
    if officer:
        parts |= Q(state=CaseState.RECEIVED)
    if council:
        parts |= Q(state=CaseState.IN_REVIEW) & ~Q(handler=person)
    found: CaseQuerySet = Case.objects.filter(parts).exclude(by=person)
    return found


def case_for_staff(public_id: UUID) -> Case | None:
    """Return a received case with all that its page shows, or None; three queries."""
    return _whole().exclude(state=CaseState.UNCONFIRMED).filter(public_id=public_id).first()


def case_by_access(access: UUID) -> Case | None:
    """Return the case that a letter's address leads to, or None."""
    return _whole().filter(access=access).first()


def _whole() -> QuerySet[Case]:
    return Case.objects.select_related(
        "dossier__applicant",
        "event__certificate",
        "event__proposal",
        "handler",
        "decided_by",
        "by",
    ).prefetch_related("events")


def cases_of(person: User) -> QuerySet[Case]:
    """Return what a person has lodged, newest first."""
    return Case.objects.filter(by=person).order_by("-lodged_at", "-pk")


def refusal_of(dossier: Dossier, *, on: date) -> dict[str, Any]:
    """Return the review of a refused application that is under way, and whether one may be asked for."""
    decision = getattr(dossier, "decision", None)
    if decision is None or decision.outcome != "refuse":
        return {"case": None, "may_ask": False}
    case = Case.objects.filter(dossier=dossier, event=None, kind="appeal").last()
    return {
        "case": case,
        "may_ask": case is None and may_still_lodge(decision.decided_on, on=on),
    }


def reviewable_event(certificate: Certificate, *, on: date) -> StatusEvent | None:
    """Return the suspension or withdrawal of which the holder may still ask a review, or None."""
    event = certificate.events.filter(event__in=["suspended", "withdrawn"]).last()
    if event is None or not may_still_lodge(event.effective_on, on=on):
        return None
    return event


def certificate_by_number(number: str) -> Certificate | None:
    """Return the certificate of a number in its plain form, or None."""
    return Certificate.objects.select_related("dossier").filter(number=number).first()
