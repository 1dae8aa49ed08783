"""Who may do what with examinations, beyond the roles."""

from datetime import date

from accounts.models import User
from certificates import api as certificates


def may_mark(examiner: User, candidate: User, *, on: date) -> bool:
    """Examiners mark candidates whom they have not taught within 24 months, and never themselves."""
    return examiner != candidate and not certificates.has_taught(
        teacher=examiner, learner=candidate, on=on
    )
