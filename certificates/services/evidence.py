"""Taking in evidence from the apps that witnessed it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction

from accounts.models import User
from certificates.models import Evidence, EvidenceActor, EvidenceKind, Part


@transaction.atomic
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
    for another kind. The actors are kept so that the register can refuse a
    conflicted decider by itself.
    """
    if kind == EvidenceKind.CERTIFICATE:
        raise ValueError("A certificate is no evidence: the register itself knows it.")
    evidence, new = Evidence.objects.get_or_create(
        source_key=source_key,
        defaults={
            "person": person,
            "kind": EvidenceKind(kind).value,
            "reference": reference,
            "value": value,
            "title_vi": title_vi,
            "title_en": title_en,
            "obtained_on": obtained_on,
        },
    )
    if new:
        parts = ((Part.TRAINED, trained_by), (Part.EXAMINED, examined_by))
        actors = {(actor.pk, part.value) for part, people in parts for actor in people}
        if actors:
            EvidenceActor.objects.bulk_create(
                EvidenceActor(evidence=evidence, person_id=actor, part=part)
                for actor, part in sorted(actors)
            )
