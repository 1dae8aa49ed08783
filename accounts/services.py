"""Changes to people's roles."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import RoleGrant, User
from accounts.roles import Role


# These roles work in the page editor, whose permissions Wagtail keeps on groups of the same name.
EDITOR_ROLES = frozenset(
    {Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR}
)  # fmt: skip


class NotGranted(Exception):  # noqa: N818 - it names what happened, as Django's own PermissionDenied does
    """A role that cannot be given or taken so; the sentence is for the person who asked."""


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

    Roles that work in the page editor also join the Wagtail group of the role's name while they hold.

    :raises NotGranted: if somebody grants to themselves, it would end before it begins, or the person
        holds the role already in part of that time
    """
    _require_sense(person, by, starts_on, ends_on)
    held = _held_in(person, role, starts_on, ends_on)
    if held is not None:
        if (held.starts_on, held.ends_on) == (starts_on, ends_on):
            return held
        raise NotGranted(
            _(
                "The role is held already in part of this time: take it back or begin after it ends."
            )
        )
    grant = RoleGrant.objects.create(
        person=person,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        granted_by=by,
        reason=reason,
    )
    # By today, whatever day it begins on: the day's sweep opens and closes the page editor later.
    _follow(person, timezone.localdate())
    audit.record(
        actor=by,
        action="role.granted",
        subject=str(person.public_id),
        detail={"role": role.value, "reason": reason},
    )
    return grant


def _require_sense(person: User, by: User | None, first: date, last: date | None) -> None:
    if by == person:
        raise NotGranted(_("Nobody grants a role to themselves: ask another operator."))
    if last and last < first:
        raise NotGranted(_("The role would end before it begins."))


def _held_in(person: User, role: Role, first: date, last: date | None) -> RoleGrant | None:
    """Return a grant of the role that meets the days, with the person locked against a second request."""
    User.objects.select_for_update().filter(pk=person.pk).values_list("pk").first()
    kept = RoleGrant.objects.filter(person=person, role=role, taken_back_on=None)
    kept = kept.filter(Q(ends_on=None) | Q(ends_on__gte=first))
    return (kept.filter(starts_on__lte=last) if last else kept).order_by("starts_on").first()


@transaction.atomic
def take_back_role(*, grant: RoleGrant, by: User, reason: str, on: date) -> RoleGrant:
    """
    End a grant at once and return it; asking twice changes nothing. The grant stays, with who and why.

    :raises NotGranted: without a reason, or by the person who holds the role
    """
    grant = RoleGrant.objects.select_for_update(of=("self",)).get(pk=grant.pk)
    if grant.taken_back_on is not None:
        return grant
    if not reason.strip():
        raise NotGranted(_("Say why: the person and the auditors will read it."))
    if grant.person_id == by.pk:
        raise NotGranted(_("Nobody takes back a role of their own: ask another operator."))
    grant.taken_back_on, grant.taken_back_by, grant.taken_back_why = on, by, reason.strip()
    grant.save(update_fields=["taken_back_on", "taken_back_by", "taken_back_why"])
    _follow(grant.person, on)
    audit.record(
        actor=by,
        action="role.taken_back",
        subject=str(grant.person.public_id),
        detail={"role": grant.role, "reason": reason.strip()},
    )
    return grant


def _follow(person: User, day: date) -> None:
    """Put a person into the Wagtail groups of the roles that hold on the day, and out of the others."""
    person.__dict__.pop("current_roles", None)
    held = set(person.grants.holding(day).values_list("role", flat=True))
    ours = {role.value for role in EDITOR_ROLES}
    has = set(person.groups.filter(name__in=ours).values_list("name", flat=True))
    for name in sorted((held & ours) - has):
        person.groups.add(Group.objects.get_or_create(name=name)[0])
    person.groups.remove(*person.groups.filter(name__in=has - held))


def follow_dates(*, on: date) -> int:
    """Let groups follow the grants that began or ended by their date; return how many people changed."""
    changed = 0
    for role in sorted(EDITOR_ROLES):
        holding = RoleGrant.objects.holding(on).filter(role=role)
        holders = set(holding.values_list("person", flat=True))
        members = set(User.objects.filter(groups__name=role.value).values_list("pk", flat=True))
        for person in User.objects.filter(pk__in=holders ^ members):
            _follow(person, on)
            changed += 1
    return changed
