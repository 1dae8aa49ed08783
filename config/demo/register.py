"""Certificates of 2021 to 2026 in every state, entered through the same steps as real ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random

from django.utils import timezone

from accounts.models import Membership, Organisation, Province, User
from certificates import api as certificates
from config.demo.names import BODIES, full_names


# How many national certificates each year brought, invented: never a count of real experts.
BY_YEAR = {2021: 5, 2022: 14, 2023: 20, 2024: 28, 2025: 36, 2026: 22}
FIELDS = ("lean", "quality", "systems", "green", "digital", "lean", "systems", "quality")
EDUCATION = (
    "Đại học, Kỹ thuật công nghiệp",
    "Đại học, Quản trị kinh doanh",
    "Cao đẳng, Cơ khí",
    "Thạc sĩ, Quản lý chất lượng",
)
REGIONAL, INTERNATIONAL, RENEWED = 9, 3, 6
WITHDRAWN = (
    "Dùng chứng chỉ ngoài phạm vi được chứng nhận.",
    "Used the certificate outside its scope.",
)
SUSPENDED = (
    "Chưa nộp nhật ký phát triển nghề nghiệp theo hạn.",
    "The professional development record is overdue.",
)


@dataclass(frozen=True)
class Entry:
    """One certificate to enter: whose, which scheme and field, decided when."""

    name: str
    scheme: str
    field: str
    decided_on: date


def _workdays(year: int, count: int, dice: Random) -> list[date]:
    last = date(year, 11, 6) if year == 2026 else date(year, 12, 18)
    first = date(year, 3, 1)
    days = sorted(
        first + timedelta(days=dice.randrange((last - first).days)) for _ in range(count)
    )
    return [day - timedelta(days=max(0, day.weekday() - 4)) for day in days]


def entries(dice: Random) -> Iterator[Entry]:
    """Yield the certificates to enter; the caller sorts them by date."""
    names = iter(full_names(sum(BY_YEAR.values())))
    fields = cycle(FIELDS)
    nationals = [
        Entry(next(names), "NSCL-QG", next(fields), day)
        for year, count in BY_YEAR.items()
        for day in _workdays(year, count, dice)
    ]
    yield from nationals
    first = [entry for entry in nationals if entry.decided_on.year == 2023][:INTERNATIONAL]
    later = [entry for entry in nationals if entry.decided_on.year == 2024][:REGIONAL]
    for entry, days in [*((entry, 500) for entry in first), *((entry, 620) for entry in later)]:
        yield Entry(entry.name, "NSCL-KV", entry.field, entry.decided_on + timedelta(days=days))
    for entry in first:
        yield Entry(entry.name, "NSCL-QT", entry.field, entry.decided_on + timedelta(days=1050))
    renewing = [entry for entry in nationals if entry.decided_on.year == 2023][-RENEWED:]
    for entry in renewing:
        yield Entry(
            entry.name,
            "NSCL-QG",
            entry.field,
            min(entry.decided_on + timedelta(days=1050), date(2026, 11, 5)),
        )


def load(cast: Mapping[str, User]) -> None:
    """Enter the history once; return nothing."""
    if certificates.register_size():
        return
    dice = Random(36)  # noqa: S311 - a demonstration must be repeatable
    holders = _Holders(dice)
    officials = certificates.Officials(checked_by=cast["canbo"], decided_by=cast["hoidong"])
    known = Entry(cast["chuyengia"].full_name, "NSCL-QG", "lean", date(2025, 5, 14))
    holders.known[known.name] = cast["chuyengia"]
    numbers: list[tuple[Entry, str]] = []
    for entry in sorted([*entries(dice), known], key=lambda each: each.decided_on):
        certificate = certificates.enter_certificate(
            holder=holders.person(entry.name),
            scheme_code=entry.scheme,
            field_code=entry.field,
            officials=officials,
            decided_on=entry.decided_on,
            education=dice.choice(EDUCATION),
            produce=entry is known,
        )
        numbers.append((entry, certificate.number))
    _troubles(
        [
            number
            for entry, number in numbers
            if entry.decided_on.year == 2024 and entry.scheme == "NSCL-QG"
        ],
        cast,
    )
    _let_be_found(holders.known.values())
    certificates.note_expiries(at=timezone.now())


def _let_be_found(people: Iterable[User]) -> None:
    """Let every second of the made-up experts be found, half of them with province and workplace."""
    for place, person in enumerate(people):
        if place % 2 == 0:
            certificates.let_be_found(holder=person, everything=place % 4 == 0, at=timezone.now())


def _troubles(numbers: list[str], cast: Mapping[str, User]) -> None:
    """Withdraw three certificates and suspend three, one of them reinstated."""
    plan = [
        *(("withdrawn", number, WITHDRAWN, date(2025, 8, 12) + timedelta(days=40 * i)) for i, number in enumerate(numbers[-3:])),
        *(("suspended", number, SUSPENDED, date(2026, 9, 7) + timedelta(days=14 * i)) for i, number in enumerate(numbers[-6:-3])),
        ("reinstated", numbers[-6], ("Đã nộp đủ nhật ký phát triển nghề nghiệp.", "The record has been handed in."), date(2026, 10, 20)),
    ]  # fmt: skip
    for event, number, reason, day in plan:
        certificates.change_status(
            number=number,
            event=event,
            reason=reason,
            proposed_by=cast["canbo"],
            settled_by=cast["hoidong"],
            at=timezone.make_aware(datetime.combine(day, time(10))),
        )


class _Holders:
    """Makes the holders as their names come up, each with a workplace and a province."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.known: dict[str, User] = {}
        self.bodies = {
            body.code: body
            for body in Organisation.objects.filter(code__in=[b.code for b in BODIES])
        }
        self.provinces = list(Province.objects.order_by("code"))

    def person(self, name: str) -> User:
        """Return the holder of that name, made at first mention."""
        if name not in self.known:
            self.known[name] = self._make(name)
        return self.known[name]

    def _make(self, name: str) -> User:
        body = self.bodies[self.dice.choice(sorted(self.bodies))]
        person = User(
            email=f"chuyengia{len(self.known):03d}@vidu.example",
            full_name=name,
            province=body.province
            if self.dice.random() < 0.6
            else self.dice.choice(self.provinces),
            is_demo=True,
        )
        person.set_unusable_password()
        person.save()
        Membership.objects.create(person=person, organisation=body, since=date(2020, 1, 1))
        return person
