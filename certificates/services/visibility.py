"""Holders let themselves be found in the public register, or take that back; it takes effect at once."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from certificates.models import Certificate, Listing, VisibilityChoice
from certificates.models.visibility import STANDINGS
from certificates.problems import NotReady
from certificates.rules import visibility as rules
from certificates.rules.status import status_on
from certificates.rules.visibility import Purpose
from cms.queries import folded_words, spaced, words_of


@transaction.atomic
def choose_visibility(
    *, holder: User, wanted: frozenset[Purpose], version: str, at: datetime
) -> frozenset[Purpose]:
    """
    Note what a holder lets the public register show, bring the register in step, and return it.

    Choosing what stands already adds nothing. Raises NotReady where the words on the page have changed since
    it was opened.
    """
    if version != rules.CONSENT_VERSION:
        raise NotReady(
            _("The words of this page have changed. Read them once more and choose again.")
        )
    holder = User.objects.select_for_update(of=("self",), no_key=True).get(pk=holder.pk)
    new = rules.changes(chosen_by(holder), wanted)
    if not new:
        return wanted
    VisibilityChoice.objects.bulk_create(
        VisibilityChoice(
            person=holder, purpose=each.purpose.value, granted=each.granted, version=version, at=at
        )
        for each in new
    )
    Listing.objects.filter(holder=holder).delete()
    relist(holder=holder, at=at)
    audit.record(
        actor=holder,
        action="register.visibility_chosen",
        subject=str(holder.public_id),
        detail={"shown": sorted(wanted), "version": version},
        at=at,
    )
    return wanted


def let_be_found(*, holder: User, everything: bool, at: datetime) -> frozenset[Purpose]:
    """Note that a holder agreed, on the present words, to be listed, with places if `everything`; return what is shown."""
    wanted = frozenset(Purpose) if everything else frozenset({Purpose.LISTED})
    return choose_visibility(holder=holder, wanted=wanted, version=rules.CONSENT_VERSION, at=at)


def chosen_by(person: User) -> frozenset[Purpose]:
    """Return the purposes to which a person's last word is yes; one query."""
    return VisibilityChoice.in_force_of([person.pk]).get(person.pk, frozenset())


def relist(*, holder: User, at: datetime) -> int:
    """
    Write the lines of one holder in the public register anew, and return how many there are.

    To be called inside the transaction that issues a certificate or changes a status, and safe to call twice.
    Whoever chose nothing costs one query.
    """
    purposes = rules.shown(chosen_by(holder))
    if not purposes:
        return 0
    Listing.objects.filter(holder=holder).delete()
    day = timezone.localdate(at)
    held = Certificate.objects.filter(holder=holder).prefetch_related("events")
    lines = [line for each in held if (line := _line(each, purposes, day=day))]
    return len(Listing.objects.bulk_create(lines))


def _line(certificate: Certificate, purposes: frozenset[Purpose], *, day: date) -> Listing | None:
    standing = status_on(certificate.changes(), valid_until=date.max, day=day).value
    if standing not in STANDINGS:
        return None
    return Listing(
        certificate=certificate,
        holder_id=certificate.holder_id,
        name_words=spaced(words_of(certificate.holder_name)),
        name_folded=spaced(folded_words(certificate.holder_name)),
        sort_key=certificate.name_sort_key,
        level=certificate.level,
        field_id=certificate.field_id,
        province_id=certificate.province_id if Purpose.PROVINCE in purposes else None,
        standing=standing,
        valid_until=certificate.valid_until,
    )
