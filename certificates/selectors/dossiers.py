"""Questions about applications."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from accounts.models import User
from certificates.models import Dossier, DossierState
from certificates.models.dossiers import DossierQuerySet
from certificates.models.standing import ties_between
from certificates.rules.decisions import Conflict, conflicts


def dossier(public_id: UUID) -> Dossier | None:
    """Return the dossier with its people, history and decision; None when there is none."""
    found = Dossier.objects.with_people().select_related(
        "decision__decided_by",
        "decision__notice",
        "certificate__document",
        "renewal__certificate",
        "correction__certificate",
        "correction__field",
        "correction__requested_by",
    )
    return found.prefetch_related("events__by").filter(public_id=public_id).first()


def dossiers_of(person: User) -> DossierQuerySet:
    """Return a person's applications, newest first."""
    return (
        Dossier.objects.with_people()
        .select_related("certificate")
        .filter(applicant=person)
        .order_by("-pk")
    )


def carries_a_name(person: User) -> bool:
    """Return whether an application that was handed in, or a certificate, carries the person's name."""
    return Dossier.objects.filter(applicant=person).exclude(submitted_at=None).exists()


def handed_in(state: str = "") -> DossierQuerySet:
    """Return the applications that were handed in, oldest first; of one state when it is given."""
    found = Dossier.objects.with_people().filter(submitted_at__isnull=False)
    return found.filter(state=state) if state else found


def counts_by_state() -> dict[str, int]:
    """Return how many handed-in applications there are in each state; states without any are missing."""
    handed = Dossier.objects.exclude(submitted_at=None).order_by()
    return dict(handed.values_list("state").annotate(Count("pk")))


def to_decide() -> DossierQuerySet:
    """Return the applications that await the council, oldest first."""
    return Dossier.objects.with_people().to_decide()


def to_check() -> DossierQuerySet:
    """Return the applications that await an officer, oldest first."""
    return Dossier.objects.with_people().to_check()


def settled(most: int = 20) -> list[Dossier]:
    """Return the applications that the council settled last."""
    done = Dossier.objects.with_people().filter(
        state__in=[DossierState.GRANTED, DossierState.REFUSED]
    )
    return list(
        done.select_related("decision", "certificate").order_by("-decision__decided_at")[:most]
    )


@dataclass(frozen=True)
class Seat:
    """A dossier as one council member sees it: with every reason why it is not theirs to decide."""

    dossier: Dossier
    bars: list[Conflict]


def seats(person: User, dossiers: Iterable[Dossier], *, on: date) -> list[Seat]:
    """Return each dossier with the reasons that bar this person; four queries at most."""
    listed = list(dossiers)
    ties = ties_between(person, listed, on=on)
    return [Seat(dossier, conflicts(ties[dossier.pk], on=on)) for dossier in listed]
