"""Standing declarations of council members: made for oneself, ended, never reworded."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import Organisation, User
from certificates.models import Interest, InterestKind
from certificates.problems import NotEntitled, NotReady


@transaction.atomic
def declare_interest(
    *,
    by: User,
    kind: InterestKind,
    about: User | Organisation,
    note: str,
    since: date,
    at: datetime,
) -> Interest:
    """Declare a tie of one's own to a person or an organisation, and return it; raise NotReady for one to oneself."""
    if about == by:
        raise NotReady(
            _("You need not declare yourself: nobody decides on their own application.")
        )
    interest = Interest.objects.create(
        person=by,
        kind=kind,
        about=about if isinstance(about, User) else None,
        organisation=about if isinstance(about, Organisation) else None,
        note=note.strip(),
        since=since,
        at=at,
    )
    audit.record(actor=by, action="interest.declared", subject=str(interest.public_id), at=at)
    return interest


@transaction.atomic
def end_interest(*, interest: Interest, by: User, on: date, at: datetime) -> Interest:
    """
    Note that a declared tie ends with that day, and return it; a second time changes nothing.

    Raises NotEntitled for anybody but the person who declared it, NotReady before it began.
    """
    interest = Interest.objects.select_for_update(no_key=True).get(pk=interest.pk)
    if interest.person_id != by.pk:
        raise NotEntitled(_("Only the person who declared it ends it."))
    if interest.until is not None:
        return interest
    if on < interest.since:
        raise NotReady(_("It cannot end before it begins."))
    interest.until = on
    interest.save(update_fields=["until"])
    audit.record(actor=by, action="interest.ended", subject=str(interest.public_id), at=at)
    return interest
