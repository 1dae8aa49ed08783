"""Each policy: who may, and that nobody else may."""

import inspect

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts import roles
from accounts.roles import Role
from tests import cast


ALL = frozenset(Role)
EXPECTED = {
    "is_signed_in": ALL,
    "may_author": {Role.AUTHOR},
    "may_examine": {Role.EXAMINER},
    "may_check_dossiers": {Role.CERTIFICATION_OFFICER},
    "may_decide": {Role.COUNCIL_MEMBER},
    "may_see_dossiers": {Role.CERTIFICATION_OFFICER, Role.COUNCIL_MEMBER},
    "may_release_results": {Role.CERTIFICATION_OFFICER},
    "may_verify_lists": {Role.AGENCY},
    "may_see_register": {
        Role.PROGRAMME_OFFICER,
        Role.CERTIFICATION_OFFICER,
        Role.COUNCIL_MEMBER,
        Role.OPERATOR,
    },
    "may_edit_pages": {
        Role.AUTHOR,
        Role.WRITER,
        Role.EDITOR,
        Role.PUBLISHER,
        Role.OPERATOR,
    },
    "may_keep_organisations": {Role.PROGRAMME_OFFICER},
    "may_draft_schemes": {Role.PROGRAMME_OFFICER},
    "may_publish_schemes": {Role.COUNCIL_MEMBER},
    "may_see_drafts": {Role.PROGRAMME_OFFICER, Role.COUNCIL_MEMBER},
    "may_read_audit": {Role.AUDITOR, Role.OPERATOR},
    "may_operate": {Role.OPERATOR},
}
POLICIES = {
    name: policy
    for name, policy in inspect.getmembers(roles, inspect.isfunction)
    if name.startswith(("may_", "is_")) and policy.__module__ == roles.__name__
}


def test_every_policy_has_an_expectation():
    assert set(POLICIES) == set(EXPECTED)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(POLICIES))
@pytest.mark.parametrize("role", list(Role))
def test_a_policy_lets_in_the_named_roles_and_no_other(name, role):
    assert POLICIES[name](cast.BY_ROLE[role]()) is (role in EXPECTED[name])


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_no_policy_but_anyone_lets_strangers_in(name):
    assert POLICIES[name](AnonymousUser()) is False
    assert roles.anyone(AnonymousUser()) is True
