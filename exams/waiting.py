"""What of the examinations waits for a person."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import may_examine, may_release_results
from accounts.workspace import Waiting
from exams.selectors.marking import unmarked_scripts
from exams.selectors.sittings import awaiting_release


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield scripts to mark for examiners and sittings to release for officers; a query each."""
    if may_examine(person):
        facts = unmarked_scripts(at=at).aggregate(
            count=Count("pk"), since=Min("attempt__closed_at")
        )
        yield Waiting(
            _("Scripts to mark"), facts["count"], reverse("exams:marking"), facts["since"]
        )
    if may_release_results(person):
        over = awaiting_release(at=at).order_by()
        facts = over.aggregate(count=Count("pk", distinct=True), since=Min("closes_at"))
        yield Waiting(
            _("Results to release"), facts["count"], reverse("exams:releases"), facts["since"]
        )
