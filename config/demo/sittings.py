"""One sitting open now, one waiting for marking, one released, one to come; and the applications after it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from accounts.models import User
from certificates import api as certificates
from config.demo.essays import FAIR, GOOD, WEAK
from config.demo.learning import moment
from exams import api as exams


# One page with one line of text, as a printer would make it.
LINE = b"BT /F1 18 Tf 72 720 Td (Xac nhan cong tac - ban minh hoa) Tj ET"
OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
    b"<< /Length %d >>\nstream\n%s\nendstream" % (len(LINE), LINE),
)


def _paper() -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(OBJECTS, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end


PAPER = certificates.Enclosure("Xác nhận công tác.pdf", _paper(), "experience")
MARKED_ON = date(2026, 9, 21)


def load(cast: Mapping[str, User]) -> None:
    """Make the sittings with their attempts, marks, results and applications once; return nothing."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    _sitting(
        "2026-12A",
        now + timedelta(days=26),
        now + timedelta(days=26, hours=4),
        "tháng 12/2026",
        "December 2026",
    )
    _sitting(
        "2026-11A",
        now - timedelta(days=1),
        now + timedelta(days=21),
        "tháng 11/2026",
        "November 2026",
    )
    _waiting(cast, now)
    _released(cast)
    _applications(cast)


def _sitting(
    code: str, opens_at: datetime, closes_at: datetime, month_vi: str, month_en: str
) -> Any:
    return exams.create_sitting(
        code=code,
        form=exams.load_exam(),
        title_vi=f"Chuyên gia năng suất chất lượng, {month_vi}",
        title_en=f"Productivity and quality expert, {month_en}",
        number_prefix="NS",
        opens_at=opens_at,
        closes_at=closes_at,
    )


def _sit(
    sitting: Any, person: User, skill: float, essays: Mapping[str, str], at: datetime, seed: int
) -> Any:
    answers = exams.made_up_answers(
        form=sitting.form,
        skill=skill,
        essays=essays,
        random=Random(seed),  # noqa: S311 - repeatable
    )
    return exams.record_attempt(
        sitting=sitting,
        candidate=person,
        answers=answers,
        started_at=at,
        handed_in_at=at + timedelta(minutes=74),
    )


def _waiting(cast: Mapping[str, User], now: datetime) -> None:
    opened = now - timedelta(days=6)
    sitting = _sitting(
        "2026-11B",
        opened,
        opened + timedelta(hours=4),
        "tháng 11/2026 (đợt 2)",
        "November 2026 (second)",
    )
    for seed, (handle, skill, essays) in enumerate(
        (("manh", 0.75, FAIR), ("oanh", 0.5, WEAK), ("chuyengia", 0.95, GOOD)), start=1
    ):
        _sit(sitting, cast[handle], skill, essays, opened + timedelta(minutes=5 * seed), seed)


def _released(cast: Mapping[str, User]) -> None:
    opened = moment(date(2026, 9, 12), 8)
    sitting = _sitting(
        "2026-09A", opened, opened + timedelta(hours=4), "tháng 9/2026", "September 2026"
    )
    people = (
        ("thisinh", 0.92, GOOD), ("diep", 0.88, GOOD), ("thinh", 0.8, GOOD), ("uyen", 0.45, WEAK),
    )  # fmt: skip
    for seed, (handle, skill, essays) in enumerate(people, start=11):
        attempt = _sit(
            sitting, cast[handle], skill, essays, opened + timedelta(minutes=seed), seed
        )
        exams.mark_scripts(
            attempt=attempt,
            examiner=cast["giamkhao"],
            share=Decimal("0.9") if essays is GOOD else Decimal("0.2"),
            comment="Chấm theo hướng dẫn chấm.",
            at=moment(MARKED_ON),
        )
    exams.release_results(sitting=sitting, officer=cast["canbo"], at=moment(date(2026, 9, 28)))


def _applications(cast: Mapping[str, User]) -> None:
    for handle, stage, day in (
        ("thisinh", "eligible", date(2026, 10, 12)),
        ("diep", "submitted", date(2026, 11, 17)),
        ("thinh", "needs_more", date(2026, 11, 10)),
    ):
        certificates.apply(
            application=certificates.Application(
                applicant=cast[handle],
                scheme_code="NSCL-QG",
                field_code="lean",
                education="Đại học, Kỹ thuật công nghiệp",
                experience_years=Decimal(5),
                files=() if handle == "thisinh" else (PAPER,),
            ),
            stage=stage,
            checked_by=cast["canbo"],
            note="Bổ sung tên đơn vị và thời gian làm việc trong phần kinh nghiệm.",
            at=moment(day),
        )
    if not certificates.arrangements_of(cast["diep"]).exists():
        certificates.ask_arrangement(
            person=cast["diep"],
            kind="extra_time",
            reason="Thị lực kém, cần thêm thời gian đọc đề (nội dung minh họa).",
            at=moment(date(2026, 11, 18)),
        )
