"""Pages, courses and learners at every stage."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils import timezone

from accounts.models import Membership, Organisation, User
from cms import sitetree
from courses import api as courses
from exams import api as exams


# More learners, whose applications stand at other stages: name, province, workplace.
LEARNERS = {
    "diep": ("Lò Thị Diệp", "11", "so-khcn-dien-bien"),
    "thinh": ("Hồ Công Thịnh", "66", "ca-phe-mau"),
    "uyen": ("Huỳnh Thùy Uyên", "96", "thuy-san-mau"),
    "manh": ("Nông Đức Mạnh Hùng", "20", "co-khi-bac-mau"),
    "oanh": ("Cao Hồng Oanh", "40", "truong-mau"),
}


def moment(day: date, hour: int = 9) -> datetime:
    """Return that hour of the day in Vietnam."""
    return timezone.make_aware(datetime.combine(day, time(hour)))


def load(cast: dict[str, User]) -> None:
    """Put the pages and courses up and let people learn; return nothing, add the learners to the cast."""
    sitetree.load_news()
    sitetree.load_events()
    sitetree.load_documents()
    exams.load_items()
    exams.load_exam()
    courses.load_courses(instructors={"C01": [cast["tacgia"]], "C04": [cast["tacgia"]]})
    for handle, (name, province, body) in LEARNERS.items():
        cast[handle] = _learner(handle, name, province, body)
    finished: Mapping[str, tuple[tuple[str, date], ...]] = {
        "thisinh": (("C01", date(2026, 5, 12)), ("C04", date(2026, 7, 3))),
        "diep": (("C01", date(2026, 4, 20)), ("C04", date(2026, 6, 18))),
        "thinh": (("C01", date(2026, 6, 2)), ("C04", date(2026, 8, 14))),
        "uyen": (("C01", date(2026, 6, 9)), ("C04", date(2026, 8, 21))),
        "manh": (("C01", date(2026, 8, 3)),),
        "chuyengia": (("C01", date(2025, 2, 10)), ("C04", date(2025, 3, 24))),
    }
    for handle, courses_done in finished.items():
        for code, day in courses_done:
            courses.complete_course(person=cast[handle], code=code, at=moment(day))
    courses.learn(person=cast["hocvien"], code="C04", lessons=2, at=moment(date(2026, 11, 16)))
    courses.learn(person=cast["oanh"], code="C02", lessons=1, at=moment(date(2026, 11, 18)))
    courses.learn(person=cast["manh"], code="C04", lessons=4, at=moment(date(2026, 11, 19)))


def _learner(handle: str, name: str, province: str, body: str) -> User:
    person, new = User.objects.get_or_create(
        email=f"{handle}@vidu.example",
        defaults={"full_name": name, "province_id": province, "is_demo": True},
    )
    if new:
        Membership.objects.create(
            person=person, organisation=Organisation.objects.get(code=body), since=date(2021, 1, 1)
        )
    return person
