"""The demonstration's people, organisations, courses, exams, certificates and stories, made in one go."""

from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.door import ciphers
from accounts.models import Membership, Organisation, Province, User
from accounts.roles import Role
from accounts.services import grant_role
from config.demo import learning, meetings, register, sittings, workplaces
from config.demo.names import BODIES
from config.demo.people import ACTORS, PASSWORD, Actor


SINCE = date(2021, 1, 1)


class RealPeople(Exception):  # noqa: N818 - it names what was found
    """The database holds people who are not made up."""


def refuse_real_people() -> None:
    """
    Return if everybody in the database is made up; raise RealPeople otherwise.

    Who signed up at a demonstration that stands already is its visitor: the next start must not fail.
    """
    actors = User.objects.filter(is_demo=True, email__in=[actor.email for actor in ACTORS])
    if User.objects.filter(is_demo=False).exists() and not actors.exists():
        raise RealPeople(
            "This database holds real people: the demonstration is not loaded into it."
        )


def has_visitors() -> bool:
    """Return whether the demonstration is loaded and people have signed up in it since."""
    loaded = User.objects.filter(email__in=[actor.email for actor in ACTORS]).exists()
    return loaded and User.objects.filter(is_demo=False).exists()


@transaction.atomic
def load() -> None:
    """
    Make the demonstration, or the parts of it that are missing; return nothing.

    :raises RealPeople: if the database holds real people and no demonstration yet
    """
    refuse_real_people()
    _bodies()
    hashed = make_password(PASSWORD)
    cast = {actor.email.split("@")[0]: _person(actor, hashed) for actor in ACTORS}
    # She taught, so the council's desk must keep her from deciding on her own learners.
    grant_role(
        person=cast["tacgia"],
        role=Role.COUNCIL_MEMBER,
        by=None,
        reason="Trình diễn",
        starts_on=SINCE,
    )
    learning.load(cast)
    sittings.load(cast)
    register.load(cast)
    workplaces.load(cast)
    meetings.load(cast)


def _bodies() -> None:
    provinces = {province.code: province for province in Province.objects.all()}
    for body in BODIES:
        Organisation.objects.get_or_create(
            code=body.code,
            defaults={
                "name_vi": body.name_vi,
                "name_en": body.name_en,
                "kind": body.kind,
                "province": provinces[body.province],
            },
        )


WORKPLACES = {
    "coquan": "so-khcn-can-tho",
    "hocvien": "co-khi-bac-mau",
    "thisinh": "so-khcn-da-nang",
    "chuyengia": "nhua-mau",
}


def _person(actor: Actor, hashed: str) -> User:
    handle = actor.email.split("@")[0]
    person, new = User.objects.get_or_create(
        email=actor.email,
        defaults={
            "full_name": actor.name,
            "password": hashed,
            "is_demo": True,
            "province_id": actor.province,
            "language": "vi",
        },
    )
    if new:
        _verified(person)
        body = Organisation.objects.get(code=WORKPLACES.get(handle, "uy-ban-tcdlcl"))
        Membership.objects.create(person=person, organisation=body, since=SINCE)
    if actor.role is not Role.TRAINEE:
        _authenticator(person, actor.totp_secret)
        grant_role(person=person, role=actor.role, by=None, reason="Trình diễn", starts_on=SINCE)
    return person


def _authenticator(person: User, secret: str) -> None:
    from allauth.mfa.models import Authenticator

    Authenticator.objects.get_or_create(
        user=person,
        type=Authenticator.Type.TOTP,
        defaults={"data": {"secret": ciphers.encrypt(secret)}},
    )


def _verified(person: User) -> None:
    from allauth.account.models import EmailAddress

    EmailAddress.objects.get_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
