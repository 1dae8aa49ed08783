"""Lists ask the database as often with a thousand entries as with ten, however they are narrowed."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import DocumentIndexPage, EventIndexPage
from tests.cms import factories


MOST = 20


def _asked(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    assert caught, "the answer came from the store of pages, so nothing was measured"
    return len(caught)


@pytest.mark.parametrize(
    "query", ["", "?chuyen-muc=training", "?nam=2026", "?chuyen-muc=training&nam=2026&q=kaizen"]
)
def test_the_news(client, news, query):
    factories.many_stories(news["vi"], 10)
    few = _asked(client, f"/tin-tuc/{query}")
    factories.NewsPage.objects.all().delete()
    news["vi"].refresh_from_db()
    factories.many_stories(news["vi"], 1000)
    assert _asked(client, f"/tin-tuc/{query}") == few <= MOST
    assert len(client.get(f"/tin-tuc/{query}").context["stories"]) <= 20


@time_machine.travel("2026-11-23T03:00:00+00:00", tick=False)
def test_the_events_past_and_to_come(client, news):
    index = factories.section(news["vi"], EventIndexPage, "su-kien", "Sự kiện")
    factories.many_events(index, 10, first=date(2026, 11, 18))
    few = _asked(client, "/su-kien/")
    factories.EventPage.objects.all().delete()
    index.refresh_from_db()
    factories.many_events(index, 1000, first=date(2025, 7, 1))
    assert _asked(client, "/su-kien/") == few <= MOST
    context = client.get("/su-kien/").context
    assert context["coming"]
    assert len(context["past"]) <= 20


@pytest.mark.parametrize("query", ["", "?q=van+ban", "?nam=2024"])
def test_the_documents(client, news, query):
    index = factories.section(news["vi"], DocumentIndexPage, "van-ban", "Văn bản")
    factories.many_documents(index, 10)
    few = _asked(client, f"/van-ban/{query}")
    factories.DocumentPage.objects.all().delete()
    index.refresh_from_db()
    factories.many_documents(index, 1000)
    assert _asked(client, f"/van-ban/{query}") == few <= MOST
    assert len(client.get(f"/van-ban/{query}").context["documents"]) <= 20
