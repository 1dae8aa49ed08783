"""The people of our tests. Everyone knows who they are and what they may do."""

import itertools

from allauth.mfa.models import Authenticator
from django.utils import timezone

from accounts.door import ciphers
from accounts.models import User
from accounts.roles import Role
from accounts.services import grant_role


PASSWORD = "mat-khau-de-thu-nghiem"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_count = itertools.count(1)


def person(full_name="Nguyễn Văn Thử", *roles, email=None, **extra):
    """A person with roles that have held since long ago."""
    user = User.objects.create_user(
        email or f"nguoi{next(_count)}@example.vn", full_name, PASSWORD, **extra
    )
    if roles:
        give_authenticator(user)
    for role in roles:
        grant_role(
            person=user,
            role=role,
            by=None,
            reason="cast",
            starts_on=timezone.localdate().replace(year=2021),
        )
    return user


def give_authenticator(user):
    """An authenticator app, without which no member of staff opens a desk."""
    sealed = ciphers.encrypt(TOTP_SECRET)
    return Authenticator.objects.create(user=user, type="totp", data={"secret": sealed})


def trainee(**extra):
    return person("Nguyễn Thị Ngọc Ẩn", **extra)


def author(**extra):
    return person("Lê Thị Hồng Vân", Role.AUTHOR, **extra)


def examiner(**extra):
    return person("Trần Quốc Đạt", Role.EXAMINER, **extra)


def second_examiner(**extra):
    return person("Phạm Ngọc Quỳnh", Role.EXAMINER, **extra)


def council_member(**extra):
    return person("Vũ Đình Khải", Role.COUNCIL_MEMBER, **extra)


def certification_officer(**extra):
    return person("Đỗ Thị Ước", Role.CERTIFICATION_OFFICER, **extra)


def agency(**extra):
    return person("Hoàng Văn Ổn", Role.AGENCY, **extra)


def editor(**extra):
    return person("Đặng Thị Ý", Role.EDITOR, **extra)


def writer(**extra):
    return person("Hồ Thị Ánh", Role.WRITER, **extra)


def auditor(**extra):
    return person("Mai Văn Ưu", Role.AUDITOR, **extra)


def publisher(**extra):
    return person("Bùi Thị Yến", Role.PUBLISHER, **extra)


def programme_officer(**extra):
    return person("Ngô Văn Ưng", Role.PROGRAMME_OFFICER, **extra)


def operator(**extra):
    return person("Lý Văn Ê", Role.OPERATOR, **extra)


def stranger(**extra):
    return person("Đặng Hữu Nghĩa", **extra)


BY_ROLE = {
    Role.TRAINEE: trainee,
    Role.AUTHOR: author,
    Role.EXAMINER: examiner,
    Role.COUNCIL_MEMBER: council_member,
    Role.CERTIFICATION_OFFICER: certification_officer,
    Role.AGENCY: agency,
    Role.WRITER: writer,
    Role.EDITOR: editor,
    Role.PUBLISHER: publisher,
    Role.PROGRAMME_OFFICER: programme_officer,
    Role.OPERATOR: operator,
    Role.AUDITOR: auditor,
}
