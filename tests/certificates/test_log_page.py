"""The log's page: how it stands, its lines, its keys, and how to check it; nothing of any person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from certificates.models import Checkpoint, LogEntry
from certificates.selectors.log import log_verifiers
from certificates.services.publication import publish_register
from tests.certificates import factories


pytestmark = pytest.mark.django_db


def page(client, **asked):
    return client.get(reverse("certificates:log"), asked)


def test_before_anything_is_signed_the_page_says_so(client):
    answer = page(client)
    assert answer.status_code == 200
    assert answer.context["newest"] is None
    assert not answer.context["lines"]


def test_it_shows_the_newest_state_its_lines_and_the_verifier(client, worker):
    entry = factories.certificate()
    worker()
    answer = page(client)
    newest = Checkpoint.objects.first()
    assert newest.root in answer.text
    assert entry.grouped_number in answer.text
    assert (
        log_verifiers()[0].text.replace("+", "&#x2B;") in answer.text
        or log_verifiers()[0].text in answer.text
    )
    assert [line.index for line in answer.context["lines"]] == list(range(newest.size))[::-1]
    for way in ("checkpoint", "log_bundle", "did"):
        assert reverse(f"certificates:{way}") in answer.text


def test_no_line_names_a_person(client, worker):
    entry = factories.certificate()
    worker()
    assert entry.holder_name not in page(client).text


def test_lines_are_shown_leaf_by_leaf_with_as_many_questions_for_many(client, store):
    publish_register(store=store, at=timezone.now())
    page(client)
    with CaptureQueriesContext(connection) as few:
        page(client)
    for _number in range(8):
        factories.certificate(factories.cast.person("Một Người"))
    entries = [factories.certificate(factories.cast.person("Người Khác")) for _ in range(20)]
    publish_register(store=store, at=timezone.now(), most=100)
    with CaptureQueriesContext(connection) as many:
        first = page(client)
    assert len(many) <= len(few)
    lines = first.context["lines"]
    assert len(lines) == 25
    assert first.context["older"] in first.text
    rest = page(client, truoc=lines[-1].index).context["lines"]
    assert len(rest) == LogEntry.objects.count() - 25
    assert rest[0].index == lines[-1].index - 1
    assert entries


@pytest.mark.parametrize("asked", ["x", "-1", "٣", "9" * 40, ""])
def test_a_strange_place_is_the_newest_leaf(client, worker, asked):
    worker()
    assert len(page(client, truoc=asked).context["lines"]) == LogEntry.objects.count()
