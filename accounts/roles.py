"""
Roles and the policies that need nothing but a role.

A policy is a predicate over the signed-in (or anonymous) user; its docstring is the policy in one
sentence; tests/house tries every role on every address.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from django.db import models
from django.utils.translation import gettext_lazy as _


if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

Visitor: TypeAlias = "User | AnonymousUser"
Policy: TypeAlias = "Callable[[Visitor], bool]"


class Role(models.TextChoices):
    """What a person may be on this platform; everyone signed in is at least a trainee."""

    TRAINEE = "trainee", _("Trainee")
    AUTHOR = "author", _("Course and item author")
    EXAMINER = "examiner", _("Examiner")
    COUNCIL_MEMBER = "council_member", _("Council member")
    CERTIFICATION_OFFICER = "certification_officer", _("Certification officer")
    AGENCY = "agency", _("Agency")
    WRITER = "writer", _("Writer")
    EDITOR = "editor", _("Editor")
    PUBLISHER = "publisher", _("Publisher")
    PROGRAMME_OFFICER = "programme_officer", _("Programme officer")
    OPERATOR = "operator", _("Operator")
    AUDITOR = "auditor", _("Auditor")


def has_role(user: Visitor, *roles: Role) -> bool:
    """Return whether the user is active and holds one of the roles today."""
    return bool(user.is_authenticated and user.is_active and user.current_roles & set(roles))


def anyone(user: Visitor) -> bool:
    """Anyone, signed in or not."""
    return True


def is_signed_in(user: Visitor) -> bool:
    """Anyone who is signed in."""
    return bool(user.is_authenticated and user.is_active)


def may_author(user: Visitor) -> bool:
    """Authors write courses and questions."""
    return has_role(user, Role.AUTHOR)


def may_examine(user: Visitor) -> bool:
    """Examiners mark scripts."""
    return has_role(user, Role.EXAMINER)


def may_check_dossiers(user: Visitor) -> bool:
    """Certification officers check applications."""
    return has_role(user, Role.CERTIFICATION_OFFICER)


def may_decide(user: Visitor) -> bool:
    """Council members decide on certification."""
    return has_role(user, Role.COUNCIL_MEMBER)


def may_see_dossiers(user: Visitor) -> bool:
    """Certification officers and council members see applications."""
    return has_role(user, Role.CERTIFICATION_OFFICER, Role.COUNCIL_MEMBER)


def may_release_results(user: Visitor) -> bool:
    """Certification officers release the results of a sitting."""
    return has_role(user, Role.CERTIFICATION_OFFICER)


def may_verify_lists(user: Visitor) -> bool:
    """Agencies check certificates as a list."""
    return has_role(user, Role.AGENCY)


def may_see_register(user: Visitor) -> bool:
    """Programme officers, certification officers and council members open the register's entries."""
    return has_role(
        user,
        Role.PROGRAMME_OFFICER,
        Role.CERTIFICATION_OFFICER,
        Role.COUNCIL_MEMBER,
        Role.OPERATOR,
    )


def may_edit_pages(user: Visitor) -> bool:
    """Authors, writers, editors, publishers and operators work in the page editor."""
    return has_role(user, Role.AUTHOR, Role.WRITER, Role.EDITOR, Role.PUBLISHER, Role.OPERATOR)


def may_keep_organisations(user: Visitor) -> bool:
    """Programme officers keep the list of organisations and name their coordinators."""
    return has_role(user, Role.PROGRAMME_OFFICER)


def may_draft_schemes(user: Visitor) -> bool:
    """Programme officers draft schemes and their next versions."""
    return has_role(user, Role.PROGRAMME_OFFICER)


def may_publish_schemes(user: Visitor) -> bool:
    """Council members publish versions of schemes of which they wrote nothing."""
    return has_role(user, Role.COUNCIL_MEMBER)


def may_see_drafts(user: Visitor) -> bool:
    """Programme officers and council members read drafts of schemes and compare them with what is in force."""
    return has_role(user, Role.PROGRAMME_OFFICER, Role.COUNCIL_MEMBER)


def may_read_audit(user: Visitor) -> bool:
    """Auditors and operators read the audit trail."""
    return has_role(user, Role.AUDITOR, Role.OPERATOR)


def may_operate(user: Visitor) -> bool:
    """Operators see how the platform runs."""
    return has_role(user, Role.OPERATOR)
