"""Questions about recognised certificates of other bodies, and who counts by them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import User
from accounts.names import fold
from certificates.models import Certificate, RecognisedCertificate
from certificates.models.recognised import RecognisedQuerySet
from certificates.rules.progress import (
    PERIODS,
    Level,
    Person,
    Recognised,
    Tally,
    persons,
    recognised_counting,
)
from certificates.selectors.progress import Headcount


@dataclass(frozen=True)
class Counted:
    """The entries by which people count in a period, and which of these people count in the register too."""

    entries: Mapping[int, Person]
    also: frozenset[Person]

    def tally(self, register: int) -> Tally:
        """Return the people by register, by recognised certificates, and by both."""
        return Tally(register, len(self.entries), len(self.also))

    def keys(self, *, both: str = "") -> list[int]:
        """Return the keys of the entries; `both` narrows them to people who also count in the register (1) or do not (0)."""
        wanted = {"1": True, "0": False}.get(both)
        return [
            key
            for key, person in self.entries.items()
            if wanted is None or (person in self.also) is wanted
        ]


@dataclass(frozen=True)
class Recognition:
    """Who counts by recognised certificates, by period: among all, and among the higher levels."""

    all: Mapping[str, Counted]
    higher: Mapping[str, Counted]

    def tallies(self, counts: Mapping[str, Headcount]) -> dict[str, tuple[Tally, Tally]]:
        """Return, for each period, the tally of all and that of the higher levels beside the register's counts."""
        return {
            code: (
                self.all[code].tally(counts[code].total),
                self.higher[code].tally(counts[code].higher),
            )
            for code in self.all
        }


def recognition() -> Recognition:
    """Return who counts by recognised certificates; two queries however many there are."""
    rows = RecognisedCertificate.objects.counting().values_list(
        "pk", "scheme__code", "level", "issued_on", "holder_name", "birth_year", "account"
    )
    listed = [
        Recognised(key, code, Level(level), day, name.casefold(), year, account)
        for key, code, level, day, name, year, account in rows
    ]
    counts, whose = recognised_counting(listed), persons(listed)
    accounts = [person for person in set(whose.values()) if isinstance(person, int)]
    in_register = list(
        Certificate.objects.filter(holder__in=accounts)
        .exclude(counted_in="", counted_higher_in="")
        .values_list("holder", "counted_in", "counted_higher_in")
    )
    every, higher = {}, {}
    for period in PERIODS:
        code = period.code
        every[code] = _counted(
            {key: whose[key] for key, where in counts.items() if where.period == code},
            {holder for holder, counted, _high in in_register if counted == code},
        )
        higher[code] = _counted(
            {key: whose[key] for key, where in counts.items() if where.higher_period == code},
            {holder for holder, _counted_in, high in in_register if high == code},
        )
    return Recognition(every, higher)


def _counted(entries: dict[int, Person], register: set[int]) -> Counted:
    return Counted(entries, frozenset(person for person in entries.values() if person in register))


@dataclass(frozen=True)
class RecognisedFilter:
    """What to show of the recognised certificates; empty parts do not narrow."""

    words: str = ""
    state: str = ""
    level: str = ""
    scheme: str = ""
    counted_in: str = ""
    counted_higher_in: str = ""
    both: str = ""


def recognised(wanted: RecognisedFilter) -> RecognisedQuerySet:
    """Return the entries that fit, the newest first."""
    columns = {"state": wanted.state, "level": wanted.level, "scheme__code": wanted.scheme}
    found = RecognisedCertificate.objects.filter(
        **{name: value for name, value in columns.items() if value}
    )
    if wanted.words:
        found = found.filter(
            Q(name_folded__contains=fold(wanted.words)) | Q(number__istartswith=wanted.words)
        )
    if wanted.counted_in or wanted.counted_higher_in:
        counted = recognition()
        if wanted.counted_in:
            found = found.filter(pk__in=counted.all[wanted.counted_in].keys(both=wanted.both))
        if wanted.counted_higher_in:
            keys = counted.higher[wanted.counted_higher_in].keys(both=wanted.both)
            found = found.filter(pk__in=keys)
    return found.select_related("scheme", "account")


def waiting_recognised(officer: User) -> RecognisedQuerySet:
    """Return the entries that a second officer may settle."""
    waiting = RecognisedCertificate.objects.filter(state="waiting")
    return waiting.exclude(Q(entered_by=officer) | Q(account=officer))


def namesakes(certificate: RecognisedCertificate) -> "list[User]":
    """Return accounts that bear the holder's name: somebody must say whether one of them is the holder; at most ten."""
    found = User.objects.filter(name_folded=certificate.name_folded, is_active=True)
    return list(found.order_by("pk")[:10])
