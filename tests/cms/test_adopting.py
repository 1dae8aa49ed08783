"""A translation that was written without the side-by-side view is laid beside its original, or left as it was."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from cms.editing import adopting
from cms.models import NewsPage
from cms.permissions import ensure_permissions
from tests.cms import factories


MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
VI = [
    {"heading": "Vì sao"},
    {"text": "<p>Một câu. <strong>Hai</strong> câu.</p>"},
    {"table": {"caption": "Giờ", "columns": ["Khóa", "Giờ"], "rows": [["Lean", "1,5"]]}},
]
EN = [
    {"heading": "Why"},
    {"text": "<p>One sentence. <strong>Two</strong> sentences.</p>"},
    {"table": {"caption": "Hours", "columns": ["Course", "Hours"], "rows": [["Lean", "1.5"]]}},
]


def publish(page, hours=0):
    with time_machine.travel(MORNING + timedelta(hours=hours), tick=False):
        page.save_revision().publish()


def said(page):
    page = NewsPage.objects.get(pk=page.pk)
    return page.title, page.summary, page.body_words


@pytest.fixture
def pair(news):
    """Return a function that makes a story and a translation written by hand."""
    ensure_permissions()

    def make(english=EN):
        page = factories.story(news["vi"], "Tin", blocks=VI, summary="Tóm tắt.")
        twin = factories.story(
            news["en"],
            "News",
            blocks=english,
            summary="In short.",
            slug=page.slug,
            translation_key=page.translation_key,
        )
        publish(page)
        publish(twin, hours=1)
        return page, twin

    return make


def test_every_sentence_finds_its_place_and_the_published_words_stay(pair):
    _page, twin = pair()
    before = said(twin)
    translation = adopting.adopt(page=twin, original=adopting.original_of(twin))
    total, done = translation.get_progress()
    assert total == done > 5
    translation.save_target(publish=True)
    assert said(twin) == before
    assert adopting.original_of(twin) is None, "once is enough"


def test_what_changed_in_the_original_since_then_waits_for_its_translation(pair):
    page, twin = pair()
    page.summary = "Tóm tắt mới."
    publish(page, hours=2)
    translation = adopting.adopt(page=twin, original=adopting.original_of(twin))
    total, done = translation.get_progress()
    assert (total, done) == (total, total - 1)
    assert "In short." in said(twin)[1]


@pytest.mark.parametrize("english", [EN[:2], [*EN, {"text": "<p>More.</p>"}]])
def test_pages_that_are_built_differently_are_left_as_they_were(pair, english):
    page, twin = pair(english)
    with pytest.raises(adopting.UnlikeError):
        adopting.adopt(page=twin, original=page)
    assert not Translation.objects.exists()
    assert not StringTranslation.objects.exists()


def test_an_original_has_no_original(pair):
    page, _twin = pair()
    assert adopting.original_of(page) is None


def test_an_editor_is_shown_the_way_asks_and_gets_the_side_by_side_view(
    client, sign_in, pair, editor
):
    _page, twin = pair()
    sign_in(editor)
    way = reverse("lay_side_by_side", args=[twin.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[twin.pk])
    assert way in client.get(edit).text
    assert client.get(way).status_code == 200
    assert not Translation.objects.exists(), "looking changes nothing"
    assert client.post(way).url == edit
    assert Translation.objects.get().enabled
    answer = client.get(edit)
    assert way not in answer.text
    assert "wagtail_localize/admin/edit_translation.html" in {
        each.name for each in answer.templates
    }
    assert client.post(way).url == edit
    assert Translation.objects.count() == 1


def test_the_refusal_says_why_and_what_to_do(client, sign_in, pair, editor):
    _page, twin = pair(EN[:2])
    sign_in(editor)
    answer = client.post(reverse("lay_side_by_side", args=[twin.pk]), follow=True)
    assert next(message.level_tag for message in answer.context["messages"]) == "error"
    assert not Translation.objects.exists()


@pytest.mark.parametrize("who", ["writer", "trainee"])
def test_who_may_not_edit_the_page_may_not_lay_it_either(client, sign_in, pair, request, who):
    _page, twin = pair()
    sign_in(request.getfixturevalue(who))
    answer = client.post(reverse("lay_side_by_side", args=[twin.pk]))
    assert answer.status_code in {302, 403}
    assert not Translation.objects.exists()
