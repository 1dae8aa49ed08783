"""Questions about evidence."""

from datetime import date

from accounts.models import User
from certificates.models import EvidenceActor, Part
from certificates.rules.decisions import taught_lately


def has_taught(*, teacher: User, learner: User, on: date) -> bool:
    """Return whether the teacher trained the learner within the 24 months before that day."""
    taught = EvidenceActor.objects.filter(
        person=teacher, part=Part.TRAINED, evidence__person=learner, evidence__obtained_on__lte=on
    )
    return taught_lately(taught.values_list("evidence__obtained_on", flat=True), on=on)
