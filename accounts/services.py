"""Changes to people."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from accounts import audit
from accounts.models import RoleGrant, User
from accounts.roles import Role


# These roles work in the page editor, whose permissions Wagtail keeps on groups of the same name.
EDITOR_ROLES = frozenset({Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR})


@transaction.atomic
def grant_role(
    *,
    person: User,
    role: Role,
    by: User | None,
    reason: str,
    starts_on: date,
    ends_on: date | None = None,
) -> RoleGrant:
    """
    Give a role from a day on and return the grant; asking twice gives the same grant.

    Roles that work in the page editor also join the Wagtail group of the role's name.
    """
    grant, new = RoleGrant.objects.get_or_create(
        person=person,
        role=role,
        starts_on=starts_on,
        defaults={"granted_by": by, "reason": reason, "ends_on": ends_on},
    )
    if new:
        if role in EDITOR_ROLES:
            person.groups.add(Group.objects.get_or_create(name=role.value)[0])
        person.__dict__.pop("current_roles", None)
        audit.record(
            actor=by,
            action="role.granted",
            subject=str(person.public_id),
            detail={"role": role.value, "reason": reason},
        )
    return grant
