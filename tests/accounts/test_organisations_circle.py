"""Organisations stand above one another without circles, and speaking for one reaches what is beneath."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Coordinator, Membership, Organisation
from accounts.organisations import selectors
from tests import cast


pytestmark = pytest.mark.django_db


@pytest.fixture
def ladder():
    """Three organisations, each beneath the one before."""
    steps, parent = [], None
    for code in ("bo", "cuc", "vien"):
        parent = Organisation.objects.create(
            code=code, name_vi=code, kind="ministry", parent=parent
        )
        steps.append(parent)
    return steps


@pytest.mark.parametrize("below", [1, 2])
def test_the_database_refuses_a_circle(ladder, below):
    with pytest.raises(IntegrityError, match="organisation_in_a_circle"), transaction.atomic():
        Organisation.objects.filter(pk=ladder[0].pk).update(parent=ladder[below])


def test_the_database_refuses_an_organisation_above_itself(ladder):
    with (
        pytest.raises(IntegrityError, match=r"organisation_(not_above_itself|in_a_circle)"),
        transaction.atomic(),
    ):
        Organisation.objects.filter(pk=ladder[0].pk).update(parent=ladder[0])


def test_an_organisation_may_move_under_another(ladder):
    Organisation.objects.filter(pk=ladder[2].pk).update(parent=ladder[0])
    ladder[2].refresh_from_db()
    assert ladder[2].parent == ladder[0]
    Organisation.objects.filter(pk=ladder[2].pk).update(parent=None)


def test_what_waits_beneath_an_organisation_waits_for_its_coordinator(ladder, stranger):
    for step in ladder:
        Membership.objects.create(
            person=cast.person(f"Người Của {step.code}"), organisation=step, since=date(2024, 1, 1)
        )
    Coordinator.objects.create(person=stranger, organisation=ladder[1])
    waiting = selectors.waiting_memberships(stranger)
    assert [each.organisation.code for each in waiting] == ["cuc", "vien"]
    assert all(selectors.speaks_for(stranger, each.organisation) for each in waiting)
    assert not selectors.speaks_for(stranger, ladder[0])


def test_who_speaks_for_nobody_is_asked_about_once(stranger, ladder):
    with CaptureQueriesContext(connection) as asked:
        assert list(selectors.waiting_memberships(stranger)) == []
    assert len(asked) == 1
