"""What a holder must have done to be certified anew: the requirements of a renewal, and how far they are reached."""

from dataclasses import dataclass
from decimal import Decimal

from certificates.rules.requirements import Check, Keeping, Requirement


@dataclass(frozen=True)
class Kept:
    """What the register knows of a holder at the end of a cycle, beside what the scheme asks."""

    hours: Decimal
    hours_asked: int
    projects: int
    projects_asked: int
    reports_fulfilled: int
    reports_asked: int
    open_complaints: int
    is_suspended: bool


WORDS = {
    Keeping.HOURS: ("Số giờ phát triển nghề nghiệp", "Hours of professional development"),
    Keeping.PROJECTS: ("Dự án cải tiến", "Improvement projects"),
    Keeping.REPORTS: ("Báo cáo giám sát định kỳ", "Surveillance reports"),
    Keeping.NO_COMPLAINT: ("Không còn khiếu nại chưa giải quyết", "No open complaint"),
    Keeping.NOT_SUSPENDED: (
        "Chứng chỉ không bị đình chỉ hoặc thu hồi",
        "Certificate neither suspended nor withdrawn",
    ),
}


def renewal_checks(kept: Kept) -> list[Check]:
    """Return one check for each requirement of a renewal, the diary's first."""
    reached: dict[Keeping, tuple[Decimal | int, Decimal | int]] = {
        Keeping.HOURS: (kept.hours, kept.hours_asked),
        Keeping.PROJECTS: (kept.projects, kept.projects_asked),
        Keeping.REPORTS: (kept.reports_fulfilled, kept.reports_asked),
        Keeping.NO_COMPLAINT: (int(not kept.open_complaints), 1),
        Keeping.NOT_SUSPENDED: (int(not kept.is_suspended), 1),
    }
    return [
        Check(Requirement(kind, "", Decimal(asked), *WORDS[kind]), Decimal(done))
        for kind, (done, asked) in reached.items()
    ]
