"""Questions about organisations."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from accounts.models import Membership, Organisation, User
from accounts.names import fold


def organisations(*, words: str = "", kind: str = "", province: str = "") -> list[Organisation]:
    """
    Return the organisations that fit, by name, with their people of today counted; one query.

    Names are few (thousands at the most) and compared without accents here, the same on every database.
    """
    found = Organisation.objects.select_related("province", "parent").annotate(
        people=Count("memberships", filter=Q(memberships__until=None))
    )
    if kind:
        found = found.filter(kind=kind)
    if province:
        found = found.filter(province=province)
    sought = fold(words).split()
    return [body for body in found if _fits(body, sought)]


def _fits(body: Organisation, sought: list[str]) -> bool:
    name = fold(f"{body.name_vi} {body.name_en} {body.code}")
    return all(word in name for word in sought)


def members(organisation: Organisation, *, on: date) -> QuerySet[Membership]:
    """Return the people who are with an organisation on a day: who waits to be confirmed first, then by name."""
    there = organisation.memberships.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
    told = there.select_related("person", "confirmed_by").annotate(waits=Q(confirmed_at=None))
    return told.order_by("-waits", "person__name_sort_key", "pk")


def _above(organisation: Organisation) -> set[int]:
    """Return the organisation's own key and those of all that stand above it; one query for each step up."""
    keys, parent = {organisation.pk}, organisation.parent_id
    while parent is not None and parent not in keys:
        keys.add(parent)
        parent = Organisation.objects.values_list("parent_id", flat=True).get(pk=parent)
    return keys


def _spoken_for(person: User) -> set[int]:
    """Return the keys of what the person speaks for, with all that stands beneath; one query for each step down."""
    step = set(person.coordinates.values_list("organisation", flat=True))
    keys = set(step)
    while step:
        beneath = Organisation.objects.filter(parent__in=step).values_list("pk", flat=True)
        step = set(beneath) - keys
        keys |= step
    return keys


def speaks_for(person: User, organisation: Organisation) -> bool:
    """Return whether the person is a coordinator of the organisation or of one above it."""
    return person.coordinates.filter(organisation__in=_above(organisation)).exists()


def waiting_memberships(person: User) -> QuerySet[Membership]:
    """Return what a coordinator has to confirm, the longest waiting first."""
    keys = _spoken_for(person)
    if not keys:
        return Membership.objects.none()
    own = Membership.objects.filter(organisation__in=keys, confirmed_at=None, until=None)
    return (
        own.exclude(person=person)
        .select_related("person", "organisation")
        .order_by("noted_at", "pk")
    )
