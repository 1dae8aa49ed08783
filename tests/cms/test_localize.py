"""A Vietnamese story is translated side by side, and only a complete translation is published."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from cms.models import NewsPage
from cms.permissions import ensure_permissions
from tests.cms import factories


TABLE = {
    "table": {
        "caption": "Giờ học",
        "columns": ["Khóa", "Giờ"],
        "rows": [["Lean", "16"], ["Lean", "1,5"]],
    }
}
ENGLISH = {
    "Tin mới": "News",
    "Một câu nói chuyện gì đã xảy ra.": "One sentence says what happened.",
    "Nội dung.": "Content.",
    "Giờ học": "Hours",
    "Khóa": "Course",
    "Giờ": "Hour",
    "Lean": "Lean",
    "1,5": "1.5",
}


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


@pytest.fixture
def story(desk):
    return factories.story(desk["vi"], blocks=[{"text": "<p>Nội dung.</p>"}, TABLE])


def begin(client, page):
    """Ask for the English counterpart of a page; return the answer."""
    english = page.get_site().root_page.get_translations().get().locale
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(url, {"locales": [english.pk]})


def put(client, words):
    """Translate pieces by what they say in Vietnamese."""
    translation = Translation.objects.get()
    for segment in StringSegment.objects.select_related("string"):
        if segment.string.data in words:
            url = reverse(
                "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
            )
            sent = f"value={words[segment.string.data]}"
            client.put(url, sent, content_type="application/x-www-form-urlencoded")


@pytest.fixture
def publish(client, django_capture_on_commit_callbacks):
    """Return a function that presses "publish" in the side-by-side view of a translation."""

    def press(page):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(url, {"action": "publish"}, follow=True)
        page.refresh_from_db()
        return answer

    return press


@pytest.fixture
def update(client, django_capture_on_commit_callbacks):
    """Return a function that brings the changed original over and asks for publication at once."""

    def press(page):
        source = Translation.objects.get().source
        url = reverse("wagtail_localize:update_translations", args=[source.pk])
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url, {"publish_translations": "on"})
        page.refresh_from_db()

    return press


@pytest.fixture
def draft(client, sign_in, story, editor):
    """The English counterpart of a story, begun by an editor."""
    sign_in(editor)
    assert begin(client, story).status_code == 302
    return NewsPage.objects.get(locale__language_code="en")


def test_a_story_is_translated_and_published_in_english(
    client, sign_in, story, draft, publisher, publish
):
    assert client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).status_code == 200
    put(client, ENGLISH)
    sign_in(publisher)
    publish(draft)
    client.logout()
    english = client.get(f"/en{story.url}")
    html = english.content.decode()
    for said in ("News", "One sentence says what happened.", "Content.", "Hours", "1.5"):
        assert said in html
    assert "Giờ" not in html.split("<article")[1].split("</article")[0]
    switch = client.get(story.url).context["language_urls"]
    assert switch == {"vi": story.url, "en": f"/en{story.url}"}


def test_a_translation_begins_as_a_draft(client, story, draft):
    assert not draft.live
    assert client.get(f"/en{story.url}").status_code == 404
    assert client.get(story.url).context["translations"] == {"vi"}


def test_an_incomplete_translation_is_not_published(client, sign_in, draft, publisher, publish):
    sign_in(publisher)
    put(client, {"Tin mới": "News"})
    answer = publish(draft)
    assert not draft.live
    assert "error" in {message.level_tag for message in answer.context["messages"]}


def test_an_editor_does_not_publish_a_translation(client, sign_in, draft, editor, publish):
    sign_in(editor)
    put(client, ENGLISH)
    publish(draft)
    assert not draft.live


def test_a_writer_translates_no_page_of_others(client, sign_in, story, writer):
    sign_in(writer)
    begin(client, story)
    assert not Translation.objects.exists()


def test_a_writer_translates_the_own_page(client, sign_in, story, writer):
    Page.objects.filter(pk=story.pk).update(owner=writer)
    sign_in(writer)
    begin(client, story)
    assert NewsPage.objects.get(locale__language_code="en").owner == writer


def test_a_changed_original_is_brought_over_without_publishing_for_an_editor(
    client, sign_in, story, draft, editor, publisher, publish, update
):
    put(client, ENGLISH)
    sign_in(publisher)
    publish(draft)
    story.title = "Tin đã sửa"
    story.save_revision().publish()
    sign_in(editor)
    update(draft)
    assert StringSegment.objects.filter(string__data="Tin đã sửa").exists()
    assert draft.title == "News"
    assert not draft.has_unpublished_changes


def test_a_publisher_updates_and_publishes_when_all_is_translated(
    client, sign_in, story, draft, publisher, update
):
    sign_in(publisher)
    put(client, {"Tin mới": "News"})
    update(draft)
    assert not draft.live
    put(client, ENGLISH)
    update(draft)
    assert draft.live


def test_only_who_may_publish_shows_the_original_in_place_of_a_translation(
    client, sign_in, draft, editor, publisher
):
    url = reverse("wagtail_localize:convert_to_alias", args=[draft.pk])
    sign_in(editor)
    client.post(url)
    draft.refresh_from_db()
    assert draft.alias_of is None
    sign_in(publisher)
    client.post(url)
    draft.refresh_from_db()
    assert draft.alias_of is not None


def test_an_alias_is_no_translation(client, sign_in, story, draft, publisher):
    sign_in(publisher)
    client.post(reverse("wagtail_localize:convert_to_alias", args=[draft.pk]))
    client.logout()
    assert client.get(story.url).context["translations"] == {"vi"}


def test_search_engines_are_told_of_real_translations_only(client, desk):
    page = factories.story(desk["vi"])
    assert 'hreflang="en" href="http' not in client.get(page.url).content.decode()
    twin = factories.story(
        desk["en"], "In English", slug=page.slug, translation_key=page.translation_key
    )
    html = client.get(page.url).content.decode()
    assert f'<link rel="alternate" hreflang="en" href="http://127.0.0.1:8000{twin.url}">' in html
    assert f'<link rel="alternate" hreflang="vi" href="http://127.0.0.1:8000{page.url}">' in html
