"""What of this app waits for a person: memberships to confirm, roles that end soon."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.grants.selectors import ending_soon
from accounts.models import User
from accounts.organisations.selectors import waiting_memberships
from accounts.roles import may_operate
from accounts.workspace import Waiting


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield memberships to confirm for who speaks for an organisation, ending roles for operators."""
    to_confirm = waiting_memberships(person).count()
    yield Waiting(_("Memberships to confirm"), to_confirm, reverse("accounts:mine") + "#confirm")
    if may_operate(person):
        soon = ending_soon(on=timezone.localdate(at)).count()
        yield Waiting(
            _("Roles that end within 30 days"), soon, reverse("accounts:mine") + "#ending"
        )
