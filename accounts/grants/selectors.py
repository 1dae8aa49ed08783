"""Questions about people and their roles."""

from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.names import fold
from accounts.roles import Role


SOON = timedelta(days=30)


def people(*, words: str = "", role: str = "", on: date) -> QuerySet[User]:
    """Return people in the order of their names, with the grants that hold; two queries for a page."""
    holding = RoleGrant.objects.holding(on)
    found = User.objects.prefetch_related(Prefetch("grants", holding, to_attr="holding"))
    for word in fold(words).split():
        found = found.filter(Q(name_folded__contains=word) | Q(email__icontains=word))
    if role in Role.values:
        found = found.filter(pk__in=holding.filter(role=role).values("person"))
    return found


def grants_of(person: User) -> QuerySet[RoleGrant]:
    """Return every grant a person ever had, newest first."""
    return person.grants.select_related("granted_by", "taken_back_by")


def ending_soon(*, on: date) -> QuerySet[RoleGrant]:
    """Return the grants that hold and end within 30 days, the nearest first."""
    holding = RoleGrant.objects.holding(on).filter(ends_on__lte=on + SOON)
    return holding.select_related("person").order_by("ends_on", "pk")
