"""What the register answered to lists."""

from uuid import UUID

from django.db.models import Count, QuerySet

from accounts.models import User
from certificates.models import ListAnswer, ListCheck
from certificates.models.lists import answers_to
from certificates.models.verification import Verdict


def check_of(person: User, public_id: UUID) -> ListCheck | None:
    """Return a list that this person has had checked, or None."""
    return ListCheck.objects.of(person).defer("asked").filter(public_id=public_id).first()


def counts(check: ListCheck) -> dict[Verdict, int]:
    """Return how often each verdict stands in a list; one query."""
    counted = check.answers.order_by().values_list("verdict").annotate(lines=Count("pk"))
    return {Verdict(verdict): lines for verdict, lines in counted}


def answers(
    check: ListCheck, *, verdicts: frozenset[Verdict] | None = None
) -> QuerySet[ListAnswer]:
    """Return the answers to a list in its order, narrowed to some verdicts if wished, with all that a page shows."""
    found = answers_to(check)
    return found.filter(verdict__in=verdicts) if verdicts is not None else found
