"""What of this app waits for a person: memberships to confirm, roles that end soon."""

from collections.abc import Iterator
from datetime import datetime, time

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.grants.selectors import SOON, ending_soon
from accounts.models import User
from accounts.organisations.selectors import waiting_memberships
from accounts.roles import may_operate
from accounts.workspace import Waiting


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield memberships to confirm for who speaks for an organisation, ending roles for operators."""
    mine = reverse("accounts:mine")
    noted = waiting_memberships(person).order_by()
    facts = noted.aggregate(count=Count("pk"), since=Min("noted_at"))
    yield Waiting(_("Memberships to confirm"), facts["count"], f"{mine}#confirm", facts["since"])
    if may_operate(person):
        soon = ending_soon(on=timezone.localdate(at)).values_list("starts_on", "ends_on")
        # A role waits from thirty days before its end, or from its first day when it is shorter.
        began = [max(start, end - SOON) for start, end in soon if end]
        since = timezone.make_aware(datetime.combine(min(began), time())) if began else None
        yield Waiting(_("Roles that end within 30 days"), len(began), f"{mine}#ending", since)
