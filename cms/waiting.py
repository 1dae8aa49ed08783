"""What of the pages waits for a person."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from accounts.models import User
from accounts.roles import Role, has_role
from accounts.workspace import Waiting


def waiting(person: User, at: datetime) -> Iterator[Waiting]:
    """Yield the pages that wait for an editor's or a publisher's approval."""
    if has_role(person, Role.EDITOR, Role.PUBLISHER):
        states = TaskState.objects.reviewable_by(person).order_by()
        facts = states.aggregate(count=Count("pk", distinct=True), since=Min("started_at"))
        address = reverse("accounts:mine") + "#waiting-reviews"
        yield Waiting(_("Pages to review"), facts["count"], address, facts["since"])
