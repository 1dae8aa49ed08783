"""Two meetings of the council: one of this autumn with its signed decision, one being prepared."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import Membership, Organisation, User
from certificates import api as certificates
from config.demo.learning import moment


COUNCIL = ("hoidong", "hoidong2", "hoidong3", "tacgia")
PLACE = "Phòng họp 304, số 8 Hoàng Quốc Việt, Hà Nội"
HELD_ON = date(2026, 11, 12)
MINUTES = (
    "Hội đồng nghe cán bộ báo cáo kết quả thẩm xét ba hồ sơ. Các ủy viên không có liên quan thảo luận và biểu quyết"
    " từng hồ sơ. Hai hồ sơ đủ điều kiện; một hồ sơ chưa có minh chứng dự án cải tiến có thể kiểm tra được."
)
WHY_NOT = "Chưa có minh chứng kiểm tra được về dự án cải tiến đã nêu trong hồ sơ."
DECIDED = (("Đinh Quang Huy", "lean"), ("Tạ Thị Kim Ngân", "quality"), ("Chu Văn Lực", "systems"))
WAITING = (("Bạch Thị Thu Hiền", "green"), ("La Đức Thắng", "digital"), ("Quách Mỹ Linh", "lean"))


def load(cast: Mapping[str, User]) -> None:
    """Make both meetings with their applications once; return nothing."""
    if User.objects.filter(email=_address(0)).exists():
        return
    people = [_applicant(place, name) for place, (name, _field) in enumerate([*DECIDED, *WAITING])]
    dossiers = [
        _eligible(person, field, cast["canbo"])
        for person, (_name, field) in zip(people, [*DECIDED, *WAITING], strict=True)
    ]
    _held(cast, dossiers[: len(DECIDED)])
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    meeting = certificates.call_meeting(
        call=_call(cast, moment(timezone.localdate() + timedelta(days=6), 9)),
        by=cast["canbo"],
        at=now,
    )
    certificates.add_lines(
        meeting=meeting,
        by=cast["canbo"],
        at=now,
        only=[each.public_id for each in dossiers[len(DECIDED) :]],
    )


def _address(place: int) -> str:
    return f"ungvien{place}@vidu.example"


def _applicant(place: int, name: str) -> User:
    person = User(email=_address(place), full_name=name, is_demo=True, province_id="01")
    person.set_unusable_password()
    person.save()
    body = Organisation.objects.get(code="co-khi-bac-mau")
    Membership.objects.create(person=person, organisation=body, since=date(2020, 1, 1))
    return person


def _eligible(person: User, field: str, officer: User) -> Any:
    for kind, reference, value in (("training_hours", "C01", 32), ("exam", "EX-NSCL-1", 81)):
        certificates.record_evidence(
            person=person,
            kind=kind,
            reference=reference,
            value=Decimal(value),
            title_vi="Ghi nhận theo hồ sơ giấy",
            title_en="Recorded from the papers",
            obtained_on=date(2026, 9, 12),
            source_key=f"demo-meeting:{person.email}:{kind}",
        )
    application = certificates.Application(
        applicant=person,
        scheme_code="NSCL-QG",
        field_code=field,
        education="Đại học, Quản lý công nghiệp",
        experience_years=Decimal(6),
        project_count=2,
        projects="Giảm thời gian chuyển đổi khuôn; cân bằng chuyền lắp ráp.",
    )
    return certificates.apply(
        application=application, stage="eligible", checked_by=officer, at=moment(date(2026, 11, 2))
    )


def _call(cast: Mapping[str, User], held_at: Any) -> certificates.Call:
    return certificates.Call(held_at, PLACE, cast["hoidong"], [cast[each] for each in COUNCIL])


def _held(cast: Mapping[str, User], dossiers: list[Any]) -> None:
    at, chair = moment(HELD_ON, 9), cast["hoidong"]
    meeting = certificates.call_meeting(
        call=_call(cast, at), by=cast["canbo"], at=at - timedelta(days=5)
    )
    certificates.add_lines(
        meeting=meeting, by=cast["canbo"], at=at, only=[each.public_id for each in dossiers]
    )
    certificates.open_meeting(meeting=meeting, by=chair, at=at)
    lines = list(meeting.lines.all())
    ties = {"hoidong2": {lines[0].pk: "Cùng nhóm nghiên cứu năm 2025."}}
    for handle in COUNCIL:
        member, tied = cast[handle], ties.get(handle, {})
        certificates.state_interests(meeting=meeting, by=member, conflicts_on=tied, at=at)
        said = {
            line.pk: ("refuse", WHY_NOT) if line is lines[-1] else ("grant", "")
            for line in lines
            if line.pk not in tied
        }
        certificates.cast_votes(meeting=meeting, by=member, votes=said, at=at)  # type: ignore[arg-type]
    meeting = certificates.conclude(meeting=meeting, minutes=MINUTES, by=chair, at=at)
    for document in meeting.documents.all():
        certificates.sign_document(document=document, by=chair, at=at + timedelta(hours=2))
    certificates.carry_out_waiting(at=at + timedelta(hours=2))
