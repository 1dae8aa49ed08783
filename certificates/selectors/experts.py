"""Questions of the public to the register of experts: what holders let be seen, and never more names than a question needs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from accounts.models import User
from certificates.models import Certificate, CertificateStatus, Listing, VisibilityChoice
from certificates.rules.visibility import Purpose, shown
from cms.models.searching import holds
from cms.queries import folded_words, wanted_words


@dataclass(frozen=True)
class Wanted:
    """Whom the public looks for; empty parts do not narrow."""

    name: str = ""
    field: str = ""
    level: str = ""
    province: str = ""
    status: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the public register: the certificate, and its names of places as far as they may be shown."""

    certificate: Certificate
    province: dict[str, str]
    organisation: dict[str, str]


@dataclass(frozen=True)
class Found:
    """The entries that fit, by their keys, best first; `more` if there are others that are not told."""

    keys: list[int]
    more: bool


def experts(wanted: Wanted, *, day: date, most: int) -> Found:
    """
    Return at most so many entries: names as they were typed first, then those that differ in tones only.

    Two queries at most, each along one index.
    """
    listed = _narrowed(wanted, day=day)
    typed = wanted_words(wanted.name)
    folded = [word for each in typed for word in folded_words(each)]
    if folded:
        listed = listed.filter(holds("name_folded", folded))
    toned = [word for word in typed if folded_words(word) != [word]]
    as_typed = holds("name_words", toned)
    keys = _keys(listed.filter(as_typed), most + 1) if toned else []
    if len(keys) <= most:
        others = listed.exclude(as_typed) if toned else listed
        # Never for the few that are missing: told to find one row, PostgreSQL walks a million in order of names.
        keys += _keys(others, most + 1)
    return Found(keys[:most], more=len(keys) > most)


def _keys(listed: QuerySet[Listing], most: int) -> list[int]:
    return list(listed.values_list("pk", flat=True)[:most])


def _narrowed(wanted: Wanted, *, day: date) -> QuerySet[Listing]:
    columns = {
        "field__code": wanted.field,
        "level": wanted.level,
        "province": wanted.province,
    }
    # Whoever closed the account can withdraw no consent any more: it ends with the account.
    listed = Listing.objects.filter(holder__is_active=True)
    listed = listed.filter(**{name: value for name, value in columns.items() if value})
    return listed.filter(_in_status(wanted.status, day=day)) if wanted.status else listed


def _in_status(status: str, *, day: date) -> Q:
    if status == CertificateStatus.WITHDRAWN:
        return Q(standing=status)
    if status == CertificateStatus.EXPIRED:
        return Q(valid_until__lt=day) & ~Q(standing=CertificateStatus.WITHDRAWN)
    return Q(standing=status, valid_until__gte=day)


def entries_of(keys: list[int], *, day: date) -> list[Entry]:
    """
    Return the entries with those keys in that order, each with its `status`; two queries.

    What is shown is asked of the holders' own words once more: a line that stands by mistake shows nothing.
    """
    found = Certificate.objects.filter(pk__in=keys).with_status(day)
    rows = {each.pk: each for each in found}
    said = VisibilityChoice.in_force_of({each.holder_id for each in rows.values()})
    entries = []
    for certificate in (rows[key] for key in keys if key in rows):
        purposes = shown(said.get(certificate.holder_id, frozenset()))
        if purposes:
            entries.append(_entry(certificate, purposes))
    return entries


def _entry(certificate: Certificate, purposes: frozenset[Purpose]) -> Entry:
    """Return what may be shown, read from the snapshot as the certificate says it."""
    facts = certificate.snapshot
    province = facts["province"] if Purpose.PROVINCE in purposes else {}
    organisation = facts["organisation"] if Purpose.ORGANISATION in purposes else {}
    return Entry(certificate, province=province, organisation=organisation)


def words_of(person: User) -> "QuerySet[VisibilityChoice]":
    """Return what a person said about being listed, the newest first; twenty at most."""
    return VisibilityChoice.objects.filter(person=person).order_by("-pk")[:20]
