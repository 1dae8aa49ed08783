"""Changes to organisations, their coordinators and what these confirm."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import Coordinator, Membership, Organisation, User


# The named refusals of the database (migration 0006).
CIRCLES = ("organisation_in_a_circle", "organisation_not_above_itself")


class NotPossible(Exception):  # noqa: N818 - it names what happened, as Django's own PermissionDenied does
    """Something about an organisation that cannot be so; the sentence is for the person who asked."""


def _store(organisation: Organisation) -> None:
    """Store it, and say a refused circle in words: the database sees also what somebody else changes just now."""
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as problem:
        if any(name in str(problem) for name in CIRCLES):
            raise NotPossible(_("An organisation cannot stand above itself.")) from problem
        raise


@transaction.atomic
def keep_organisation(*, organisation: Organisation, by: User) -> Organisation:
    """
    Store a new or changed organisation and return it.

    :raises NotPossible: if it would stand, directly or over others, above itself
    """
    new = organisation.pk is None
    _store(organisation)
    audit.record(
        actor=by,
        action="organisation.added" if new else "organisation.changed",
        subject=str(organisation.public_id),
        detail={"code": organisation.code, "name": organisation.name_vi},
    )
    return organisation


@transaction.atomic
def name_coordinator(
    *, organisation: Organisation, person: User, by: User, at: datetime
) -> Coordinator:
    """Let a person speak for an organisation; return it. Asking twice gives the same."""
    named, new = Coordinator.objects.get_or_create(
        organisation=organisation, person=person, defaults={"named_by": by, "named_at": at}
    )
    if new:
        audit.record(
            actor=by,
            action="coordinator.named",
            subject=str(organisation.public_id),
            detail={"person": str(person.public_id)},
        )
    return named


@transaction.atomic
def dismiss_coordinator(*, coordinator: Coordinator, by: User) -> None:
    """Take from a person the right to speak for an organisation."""
    audit.record(
        actor=by,
        action="coordinator.dismissed",
        subject=str(coordinator.organisation.public_id),
        detail={"person": str(coordinator.person.public_id)},
    )
    coordinator.delete()


@transaction.atomic
def confirm(*, membership: Membership, by: User, at: datetime) -> Membership:
    """
    Confirm that a person belongs to an organisation and return the membership; asking twice changes nothing.

    :raises NotPossible: if somebody confirms their own
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.confirmed_at is not None:
        return membership
    if membership.person_id == by.pk:
        raise NotPossible(_("Nobody confirms their own membership: ask another coordinator."))
    membership.confirmed_at, membership.confirmed_by = at, by
    membership.save(update_fields=["confirmed_at", "confirmed_by"])
    audit.record(
        actor=by,
        action="membership.confirmed",
        subject=str(membership.person.public_id),
        detail={"organisation": membership.organisation.code},
    )
    return membership
