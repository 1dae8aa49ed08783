"""Questions about special arrangements."""

from uuid import UUID

from accounts.models import User
from certificates.models import Arrangement
from certificates.models.arrangements import ArrangementQuerySet


def arrangement(public_id: UUID) -> Arrangement | None:
    """Return the request with its person and proof; None when there is none."""
    found = Arrangement.objects.select_related("person", "proof", "decided_by")
    return found.filter(public_id=public_id).first()


def arrangements_of(person: User) -> ArrangementQuerySet:
    """Return a person's requests, the newest first."""
    return Arrangement.objects.filter(person=person).select_related("proof")


def requests() -> ArrangementQuerySet:
    """Return the requests that wait for an officer, the oldest first."""
    return Arrangement.objects.to_decide().select_related("person")


def granted_to(person: User) -> list[Arrangement]:
    """Return the arrangements that follow a person."""
    return list(Arrangement.objects.granted().filter(person=person))


def extra_time(person: User) -> int:
    """Return how many per cent of more time a person has been granted; zero for none."""
    percents = Arrangement.objects.granted().filter(person=person)
    return max(percents.values_list("extra_percent", flat=True), default=0)
