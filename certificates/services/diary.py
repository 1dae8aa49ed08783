"""What people write into their diary of development."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from certificates.models import MOST_HOURS, Activity, ActivityKind
from certificates.problems import NotEntitled, NotReady
from certificates.services.files import forget


@dataclass(frozen=True)
class Entry:
    """An activity as its person describes it; `reference` says where evidence is to be found."""

    day: date
    kind: ActivityKind
    hours: Decimal
    title: str
    learned: str
    reference: str = ""


@transaction.atomic
def write_activity(*, person: User, entry: Entry, at: datetime) -> Activity:
    """Add an activity to the person's diary and return it; raise NotReady for a day to come or hours out of bounds."""
    _require_sound(entry, on=timezone.localdate(at))
    return Activity.objects.create(person=person, recorded_at=at, **vars(entry))


@transaction.atomic
def change_activity(*, activity: Activity, by: User, entry: Entry, at: datetime) -> Activity:
    """Change an activity and return it; raise NotEntitled for another person, NotReady as for a new one."""
    activity = _own(activity, by)
    _require_sound(entry, on=timezone.localdate(at))
    for name, value in vars(entry).items():
        setattr(activity, name, value)
    activity.save(update_fields=list(vars(entry)))
    return activity


@transaction.atomic
def remove_activity(*, activity: Activity, by: User) -> None:
    """Take an activity out of the diary; return nothing. Raises NotEntitled for another person."""
    found = _own(activity, by)
    forget(list(found.files.all()))
    found.delete()


def _own(activity: Activity, by: User) -> Activity:
    if activity.person_id != by.pk:
        raise NotEntitled(_("Only the person whose diary it is changes it."))
    return Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)


def _require_sound(entry: Entry, *, on: date) -> None:
    if entry.day > on:
        raise NotReady(_("Write down what you have done: the day must not lie ahead."))
    if not 0 < entry.hours <= MOST_HOURS:
        raise NotReady(_("Give between a quarter of an hour and 200 hours."))
