"""What of the register waits for a person."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import may_check_dossiers, may_decide
from accounts.workspace import Waiting
from certificates.models import ProposalState, StatusProposal
from certificates.selectors import dossiers


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield applications to check for officers; applications and changes of status for the council; a query each."""
    if may_check_dossiers(person):
        yield _queue(_("Applications to check"), dossiers.to_check(), "submitted_at", "checking")
    if may_decide(person):
        yield _queue(_("Applications to decide"), dossiers.to_decide(), "checked_at", "deciding")
        open_to_them = StatusProposal.objects.filter(state=ProposalState.OPEN).exclude(
            Q(proposed_by=person) | Q(certificate__holder=person)
        )
        yield _queue(_("Changes of status to settle"), open_to_them, "proposed_at", "deciding")


def _queue(name: str, queue: QuerySet[Any], begins: str, desk: str) -> Waiting:
    facts = queue.order_by().aggregate(count=Count("pk"), since=Min(begins))
    return Waiting(name, facts["count"], reverse(f"certificates:{desk}"), facts["since"])
