"""Who may do what with one organisation."""

from accounts.door.staff import has_second_factor
from accounts.models import Organisation, User
from accounts.organisations.selectors import speaks_for
from accounts.roles import may_keep_organisations, may_operate


def may_see(person: User, organisation: Organisation) -> bool:
    """Programme officers, operators, and the coordinators of it or of one above it see an organisation's people."""
    kept = may_keep_organisations(person) or may_operate(person)
    return kept or speaks_for(person, organisation)


def may_confirm(person: User, organisation: Organisation) -> bool:
    """
    Coordinators of the organisation or of one above it confirm who belongs to it, and operators with two factors.

    Programme officers do not: they keep the list and name coordinators, and do not know who works where.
    """
    if speaks_for(person, organisation):
        return True
    # The address is open to everybody, so nobody has asked an operator for the second factor yet.
    return may_operate(person) and has_second_factor(person)
