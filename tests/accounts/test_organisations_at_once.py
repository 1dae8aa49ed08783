"""What only PostgreSQL can show: two halves of a circle, closed in the same second."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connections, transaction

from accounts.models import Organisation
from accounts.organisations.services import NotPossible, keep_organisation
from tests import cast


pytestmark = pytest.mark.postgres


@pytest.fixture
def pair(committed):
    """Two organisations, neither above the other."""
    return [
        Organisation.objects.create(code=code, name_vi=code, kind="agency")
        for code in ("mot", "hai")
    ]


def _at_once(*jobs):
    """Run the jobs in threads of their own connections; return what each gave back or raised."""

    def run(job):
        try:
            return job()
        except (IntegrityError, NotPossible) as problem:
            return problem
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(run, job) for job in jobs]]


def _parents(pair):
    return Organisation.objects.filter(pk__in=[each.pk for each in pair]).exclude(parent=None)


def test_of_two_transactions_that_close_a_circle_the_second_is_refused(pair):
    one, other = pair
    begun = Barrier(2)

    def put(below, above):
        with transaction.atomic():
            # Both transactions have begun, and have seen that neither stands above the other.
            assert not Organisation.objects.filter(pk=above.pk, parent=below).exists()
            begun.wait(10)
            Organisation.objects.filter(pk=below.pk).update(parent=above)

    outcomes = _at_once(lambda: put(one, other), lambda: put(other, one))
    refused = [each for each in outcomes if each is not None]
    assert len(refused) == 1
    assert "organisation_in_a_circle" in str(refused[0])
    assert _parents(pair).count() == 1


def test_whoever_comes_second_reads_a_sentence(pair):
    officer = cast.programme_officer()
    for each, above in zip(pair, reversed(pair), strict=True):
        each.parent = Organisation.objects.get(pk=above.pk)
    outcomes = _at_once(
        *(lambda body=body: keep_organisation(organisation=body, by=officer) for body in pair)
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["NotPossible", "Organisation"]
    assert _parents(pair).count() == 1
