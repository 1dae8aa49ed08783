"""An editor sees the draft on a phone first, in either language, as the public will see it."""

from datetime import date

import pytest
from django.urls import reverse

from cms.permissions import ensure_permissions
from tests.cms import factories
from tests.cms.desk import form, write


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


def preview(client, index, **extra):
    url = reverse("wagtailadmin_pages:preview_on_add", args=["cms", "newspage", index.pk])
    assert client.post(url, form(**extra)).json()["is_valid"]
    return client.get(url)


def test_a_story_can_be_seen_before_it_is_saved_and_after(client, sign_in, desk, editor):
    older = factories.story(desk["vi"], "Tin cùng ngày", date=date(2026, 11, 23))
    sign_in(editor)
    shown = preview(client, desk["vi"])
    assert shown.status_code == 200
    assert [page.pk for page in shown.context["older"]] == [older.pk]
    saved = reverse("wagtailadmin_pages:preview_on_edit", args=[write(client, desk["vi"]).pk])
    assert client.post(saved, form(title="Tên khác")).json()["is_valid"]
    assert "Tên khác" in client.get(saved).content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_draft_is_shown_in_the_language_of_its_tree(client, sign_in, desk, writer, language):
    sign_in(writer)
    html = preview(client, desk[language]).content.decode()
    assert f'<html lang="{language}"' in html


def test_the_preview_may_stand_in_a_frame_of_this_site_only(client, sign_in, desk, writer):
    sign_in(writer)
    headers = preview(client, desk["vi"]).headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in headers["Content-Security-Policy"]


def test_the_checker_runs_in_the_preview_and_never_on_the_public_page(
    client, sign_in, desk, writer
):
    sign_in(writer)
    assert "checker-axe-configuration" in preview(client, desk["vi"]).content.decode()
    page = factories.story(desk["vi"])
    assert "wagtail-userbar" not in client.get(page.url).content.decode()


def test_the_first_size_is_a_small_phone(client, sign_in, desk, writer):
    sign_in(writer)
    page = write(client, desk["vi"])
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    sizes = [page.preview_sizes[0], page.preview_sizes[1]]
    assert [size["device_width"] for size in sizes] == [360, 768]
    assert 'data-device-width="360"' in html
