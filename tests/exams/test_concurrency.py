"""What only PostgreSQL can show: many requests for one attempt in the same second."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections

from exams import api
from exams.models import Answer, AnswerEvent, Attempt, AutoScore, Receipt
from exams.services.answers import save_answers
from exams.services.closing import hand_in
from exams.services.sittings import start_attempt
from tests import cast
from tests.exams.factories import DURING, change, open_sitting


pytestmark = pytest.mark.postgres


def at_once(jobs):
    """Run the jobs in threads of their own connections and return what they gave back."""

    def run(job):
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(run, job) for job in jobs]]


@pytest.fixture
def sitting(committed):
    api.load_items()
    return open_sitting(api.load_exam(), code=f"P{uuid4().hex[:12]}")


@pytest.fixture
def attempt(sitting):
    return start_attempt(sitting=sitting, candidate=cast.trainee(), at=DURING)


def test_many_clicks_start_one_attempt(sitting):
    person = cast.trainee()
    job = lambda: start_attempt(sitting=sitting, candidate=person, at=DURING)  # noqa: E731
    assert len(set(at_once([job] * 6))) == 1
    assert Attempt.objects.filter(sitting=sitting, candidate=person).count() == 1


def test_candidates_who_start_together_get_numbers_of_their_own(sitting):
    people = [cast.trainee() for _ in range(8)]
    started = at_once(
        [
            lambda person=person: start_attempt(sitting=sitting, candidate=person, at=DURING)
            for person in people
        ]
    )
    assert len({attempt.number for attempt in started}) == 8


def test_a_batch_repeated_in_parallel_is_stored_once(attempt):
    writer = uuid4()
    batch = [change(1, "A", seq=1), change(1, "B", seq=2)]
    job = lambda: save_answers(attempt=attempt, writer=writer, changes=batch, at=DURING)  # noqa: E731
    assert {ack.acked for ack in at_once([job] * 6)} == {2}
    assert AnswerEvent.objects.filter(attempt=attempt).count() == 2
    assert Answer.objects.get(attempt=attempt).response == "B"


def test_what_is_acknowledged_beside_a_hand_in_is_in_the_receipt(attempt):
    def save(place):
        return save_answers(
            attempt=attempt, writer=uuid4(), changes=[change(place, None, flagged=True)], at=DURING
        )

    jobs = [lambda place=place: save(place) for place in range(1, 13)]
    outcomes = at_once([*jobs[:6], lambda: hand_in(attempt=attempt, at=DURING), *jobs[6:]])
    taken = [ack for ack in outcomes if getattr(ack, "is_open", False)]
    assert Receipt.objects.get(attempt=attempt).events == len(taken)
    assert AnswerEvent.objects.filter(attempt=attempt).count() == len(taken)


def test_handing_in_twice_at_once_scores_once(attempt):
    job = lambda: hand_in(attempt=attempt, at=DURING)  # noqa: E731
    assert len({receipt.code for receipt in at_once([job] * 4)}) == 1
    assert AutoScore.objects.filter(attempt=attempt).count() == 24
