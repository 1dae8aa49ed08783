"""Changes that a person makes to their own facts."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts import audit
from accounts.holds import name_is_on_record
from accounts.models import Membership, Notice, Organisation, Province, User


class NotKept(Exception):  # noqa: N818 - it names what happened, as Django's own PermissionDenied does
    """Something about a person that cannot be stored so; the sentence is for that person."""


@transaction.atomic
def change_profile(
    *,
    person: User,
    full_name: str,
    phone: str,
    province: Province | None,
    language: str,
    wanted: Iterable[str],
) -> User:
    """
    Store the person's own facts and return the person; the audit trail names what changed, not the values.

    :raises NotKept: if the name changes although an application or a certificate carries it
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    muted = [kind for kind in Notice.values if kind not in set(wanted)]
    new = {
        "full_name": full_name, "phone": phone, "province": province, "language": language,
        "muted": muted,
    }  # fmt: skip
    changed = sorted(name for name, value in new.items() if getattr(person, name) != value)
    if "full_name" in changed and name_is_on_record(person):
        raise NotKept(_("Your name stands on an application or a certificate and stays as it is."))
    for name in changed:
        setattr(person, name, new[name])
    if changed:
        person.save()
        audit.record(
            actor=person,
            action="profile.changed",
            subject=str(person.public_id),
            detail={"fields": changed},
        )
    return person


@transaction.atomic
def join(
    *, person: User, organisation: Organisation, since: date, until: date | None, at: datetime
) -> Membership:
    """
    Note that the person belongs to an organisation and return the membership, to be confirmed there.

    :raises NotKept: if the same time with the same organisation is noted already
    """
    try:
        with transaction.atomic():
            membership = Membership.objects.create(
                person=person, organisation=organisation, since=since, until=until, noted_at=at
            )
    except IntegrityError as problem:
        raise NotKept(
            _("This organisation stands in your list with the same first day.")
        ) from problem
    _record(membership, "membership.noted")
    return membership


def _record(membership: Membership, action: str) -> None:
    person = membership.person
    audit.record(
        actor=person,
        action=action,
        subject=str(person.public_id),
        detail={"organisation": membership.organisation.code},
    )


@transaction.atomic
def leave(*, membership: Membership, until: date) -> Membership:
    """
    End a membership on a day and return it; what is over already is left as it is.

    :raises NotKept: if it would end before it began
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.until is not None:
        return membership
    if until < membership.since:
        raise NotKept(_("It would end before it began: remove it instead."))
    membership.until = until
    membership.save(update_fields=["until"])
    _record(membership, "membership.ended")
    return membership


@transaction.atomic
def withdraw(*, membership: Membership) -> None:
    """
    Remove a membership that was noted by mistake.

    :raises NotKept: if the organisation has confirmed it
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.confirmed_at is not None:
        raise NotKept(_("The organisation has confirmed this: you can end it, not remove it."))
    _record(membership, "membership.withdrawn")
    membership.delete()
