"""The demonstration's world: whole, made once, and never beside real people."""

import pytest
from django.core.management import CommandError, call_command

from accounts import audit
from accounts.models import AuditEvent, Membership, RoleGrant, User
from accounts.organisations.selectors import waiting_memberships
from accounts.roles import Role, has_role
from certificates.models import Certificate, Dossier
from config.demo import accounts, names, workplaces
from config.demo.people import ACTORS, PASSWORD
from config.demo.world import RealPeople, has_visitors, refuse_real_people
from courses.models import Enrolment
from exams.models import Attempt, Sitting
from tests import cast


MADE = (User, RoleGrant, Membership, AuditEvent, Certificate, Dossier, Enrolment, Attempt, Sitting)


def _counts():
    return {model.__name__: model.objects.count() for model in MADE}


@pytest.mark.django_db
def test_the_world_is_whole_and_loading_it_again_adds_nothing(settings, tmp_path):
    settings.VAR = tmp_path
    call_command("prepare_data")
    first = _counts()
    assert all(first.values()), first
    assert not User.objects.filter(is_demo=False).exists()
    for actor in ACTORS:
        person = User.objects.get(email=actor.email)
        assert person.check_password(PASSWORD)
        assert has_role(person, actor.role)
        assert person.memberships.exists()
    for code, handle in workplaces.SPEAKERS.items():
        waiting = waiting_memberships(User.objects.get(email=f"{handle}@chuyengia.example"))
        assert [each.organisation.code for each in waiting] == [code, code]
    assert list(audit.faults()) == []
    assert (tmp_path / "demo-accounts.txt").read_text() == accounts.listing()
    visitor = cast.trainee()
    call_command("prepare_data")
    call_command("demo")
    visitor.delete()
    assert _counts() == first


@pytest.mark.django_db
def test_without_the_demonstration_only_the_site_is_made(settings, tmp_path):
    settings.VAR, settings.DEMO = tmp_path, False
    call_command("prepare_data")
    assert not User.objects.exists()
    assert not (tmp_path / "demo-accounts.txt").exists()


def test_the_demonstration_is_refused_where_it_is_off(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="only where DEMO=1"):
        call_command("demo")


@pytest.mark.django_db
def test_the_demonstration_is_refused_beside_a_real_person():
    cast.trainee(is_demo=True)
    refuse_real_people()
    cast.trainee()
    with pytest.raises(RealPeople, match="holds real people"):
        refuse_real_people()
    with pytest.raises(CommandError, match="holds real people"):
        call_command("demo")
    assert User.objects.count() == 2


@pytest.mark.django_db
def test_who_signed_up_at_a_demonstration_does_not_keep_it_from_starting_again():
    actor = cast.trainee(email=ACTORS[0].email, is_demo=True)
    assert not has_visitors()
    cast.trainee()
    assert has_visitors()
    refuse_real_people()
    actor.is_demo = False
    actor.save()
    with pytest.raises(RealPeople):
        refuse_real_people()


def test_every_role_has_somebody_to_become():
    assert {actor.role for actor in ACTORS} == set(Role)
    assert len({actor.email for actor in ACTORS}) == len(ACTORS)


def test_made_up_names_are_different_and_the_same_at_every_run():
    assert names.full_names(120) == names.full_names(120)
    assert len(set(names.full_names(120))) == 120
    assert names.full_names(5, seed=1) != names.full_names(5, seed=2)
