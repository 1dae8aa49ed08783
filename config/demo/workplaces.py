"""Two organisations whose coordinators have people to confirm."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership, Organisation, User
from accounts.organisations import services
from accounts.profile.services import join
from config.demo.learning import moment


SPEAKERS = {"so-khcn-can-tho": "coquan", "nhua-mau": "chuyengia"}
NAMED_ON, CONFIRMED_ON = date(2026, 1, 12), date(2026, 2, 9)


@dataclass(frozen=True)
class Newcomer:
    """Who has said to belong to an organisation, since when, and on which day they said so."""

    handle: str
    name: str
    province: str
    body: str
    since: date
    noted_on: date

    @property
    def email(self) -> str:
        """The address by which the demonstration knows the person."""
        return f"{self.handle}@vidu.example"


NEWCOMERS = (
    Newcomer("chau", "Trịnh Thị Hồng Châu", "92", "so-khcn-can-tho", date(2024, 3, 1), date(2026, 11, 10)),
    Newcomer("phuc", "Dương Hữu Phúc", "92", "so-khcn-can-tho", date(2026, 9, 1), date(2026, 11, 19)),
    Newcomer("nhung", "Đoàn Thị Nhung", "79", "nhua-mau", date(2022, 7, 1), date(2026, 11, 16)),
    Newcomer("son", "Mai Xuân Sơn", "79", "nhua-mau", date(2025, 5, 5), date(2026, 11, 20)),
)  # fmt: skip
ADDRESSES = [newcomer.email for newcomer in NEWCOMERS]


def load(cast: dict[str, User]) -> None:
    """Name the coordinators, confirm who was there before, and let newcomers wait; return nothing."""
    for code, handle in SPEAKERS.items():
        body = Organisation.objects.get(code=code)
        services.name_coordinator(
            organisation=body,
            person=cast[handle],
            by=cast["chuongtrinh"],
            at=moment(NAMED_ON),
        )
        waiting = Membership.objects.filter(organisation=body, confirmed_at=None)
        for membership in waiting.exclude(person__email__in=[cast[handle].email, *ADDRESSES]):
            services.confirm(membership=membership, by=cast[handle], at=moment(CONFIRMED_ON))
    for newcomer in NEWCOMERS:
        _arrive(newcomer)


def _arrive(newcomer: Newcomer) -> None:
    person, new = User.objects.get_or_create(
        email=newcomer.email,
        defaults={
            "full_name": newcomer.name,
            "province_id": newcomer.province,
            "is_demo": True,
        },
    )
    if new:
        join(
            person=person,
            organisation=Organisation.objects.get(code=newcomer.body),
            since=newcomer.since,
            until=None,
            at=moment(newcomer.noted_on),
        )
