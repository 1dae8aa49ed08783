"""The only door into certificates for the apps above it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from accounts.models import User
from certificates.models import Certificate
from certificates.selectors import evidence as evidence_selectors, schemes as scheme_selectors
from certificates.services import evidence as evidence_services
from certificates.services.demonstration import Application, apply, change_status
from certificates.services.history import Officials, enter_certificate
from certificates.services.status import note_expiries


def record_evidence(
    *,
    person: User,
    kind: str,
    reference: str,
    value: Decimal,
    title_vi: str,
    title_en: str,
    obtained_on: date,
    source_key: str,
    trained_by: Iterable[User] = (),
    examined_by: Iterable[User] = (),
) -> None:
    """
    Record a fact about a person once; a second call with the same source key changes nothing.

    Kinds: training_hours (value in hours, reference the course), exam (value in per cent, reference
    the exam, only when passed), education, experience (value in years), project. Raises ValueError
    for another kind.
    """
    evidence_services.record_evidence(
        person=person,
        kind=kind,
        reference=reference,
        value=value,
        title_vi=title_vi,
        title_en=title_en,
        obtained_on=obtained_on,
        source_key=source_key,
        trained_by=trained_by,
        examined_by=examined_by,
    )


def has_taught(*, teacher: User, learner: User, on: date) -> bool:
    """Return whether the teacher trained the learner within the 24 months before that day."""
    return evidence_selectors.has_taught(teacher=teacher, learner=learner, on=on)


def references(kind: str) -> set[str]:
    """Return every reference of that kind that a published scheme names; raise ValueError for no kind."""
    return scheme_selectors.references(kind)


def register_size() -> int:
    """Return how many certificates the register holds."""
    return Certificate.objects.count()


__all__ = [
    "Application",
    "Officials",
    "apply",
    "change_status",
    "enter_certificate",
    "has_taught",
    "note_expiries",
    "record_evidence",
    "references",
    "register_size",
]
