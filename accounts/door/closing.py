"""
Closing one's own account, for good.

What the law and the register need stays: certificates, results and the audit trail keep the name they were
made with. What leads to the person goes: address, telephone number, password, keys, sessions, connections.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import PROTECT, ForeignKey
from django.utils.translation import gettext as _

from accounts import audit
from accounts.holds import name_is_on_record
from accounts.models import User
from accounts.roles import Role


NOBODY = "Tài khoản đã đóng"  # a name in the records, as all names are: in Vietnamese
OWN_ROOMS = ("accounts", "account", "mfa", "usersessions", "socialaccount", "allauth_idp_oidc")


class NotClosed(Exception):  # noqa: N818 - it names what happened, as Django's own PermissionDenied does
    """An account that cannot be closed so; the sentence is for the person who asked."""


def has_records(person: User) -> bool:
    """Return whether certificates, results or other lasting records hold this person's name."""
    # SLF001: _meta and _base_manager are Django's documented model API
    for relation in person._meta.related_objects:  # noqa: SLF001
        field, kind = relation.field, relation.related_model
        if not isinstance(field, ForeignKey) or kind._meta.app_label in OWN_ROOMS:  # noqa: SLF001
            continue
        held = kind._base_manager.filter(**{field.name: person})  # noqa: SLF001
        if relation.on_delete is PROTECT and held.exists():
            return True
    return name_is_on_record(person)


@transaction.atomic
def close_account(*, person: User) -> User:
    """
    Empty and deactivate the account, sign it out everywhere, and return it; records keep what they hold.

    :raises NotClosed: while the person holds a role of staff
    """
    person = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if person.is_superuser or person.current_roles - {Role.TRAINEE}:
        raise NotClosed(_("You hold a role of staff. Ask the operator to take it back first."))
    kept = has_records(person)
    for session in UserSession.objects.filter(user=person):
        session.end()
    for model in (EmailAddress, Authenticator, SocialAccount):
        model.objects.filter(user=person).delete()
    person.email = f"{person.public_id}@closed.invalid"
    person.phone, person.is_active = "", False
    person.set_unusable_password()
    if not kept:
        person.full_name, person.province = NOBODY, None
    person.save()
    audit.record(
        actor=person,
        action="account.closed",
        subject=str(person.public_id),
        detail={"records_kept": kept},
    )
    return person
