"""What robots and browsers ask for by convention."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.test import override_settings
from django.views.defaults import permission_denied, server_error
from PIL import Image

from tests.cms import factories


@override_settings(DEMO=True, SITE_URL="https://demo.example.vn")
def test_robots_are_kept_out_of_a_demonstration(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /\n" in text
    assert "Sitemap" not in text


@pytest.mark.parametrize(
    "facts", [{"DEMO": False}, {"DEMO": True, "SITE_URL": "http://127.0.0.1:8000"}]
)
def test_robots_find_the_list_of_pages_of_a_real_site_and_of_one_on_this_machine(
    client, db, settings, facts
):
    for name, value in facts.items():
        setattr(settings, name, value)
    text = client.get("/robots.txt").content.decode()
    assert "/sitemap.xml" in text
    assert "Disallow: /cms/" in text
    assert "Disallow: /\n" not in text


def test_the_list_of_pages_names_published_pages_of_both_languages(client, news):
    page = factories.story(news["vi"])
    twin = factories.story(news["en"])
    draft = factories.story(news["vi"], live=False)
    xml = client.get("/sitemap.xml").content.decode()
    assert f"<loc>http://127.0.0.1:8000{page.url}</loc>" in xml
    assert f"<loc>http://127.0.0.1:8000{twin.url}</loc>" in xml
    assert draft.slug not in xml


def test_the_mark_is_a_drawing_that_browsers_may_keep(client, db):
    response = client.get("/favicon.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert response.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert "max-age=86400" in response["Cache-Control"]


def test_whoever_asks_for_an_icon_file_gets_one(client, db):
    response = client.get("/favicon.ico")
    assert response["Content-Type"] == "image/x-icon"
    with Image.open(io.BytesIO(response.content)) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


@pytest.mark.parametrize("url", ["/khong-co/", "/en/khong-co/"])
def test_a_missing_page_offers_search_and_ways_on(client, news, url):
    response = client.get(url)
    assert response.status_code == 404
    assert "tim-kiem" in response.content.decode()


def test_a_forbidden_page_says_so_and_where_to_go(client, stranger, rf):
    request = rf.get("/")
    request.user = stranger
    answer = permission_denied(request, PermissionDenied("Examiners mark scripts."))
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "/cua-toi/" in html


def test_the_page_of_a_fault_needs_neither_database_nor_manifest(rf):
    answer = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert b"/static/css/base.css" in answer.content
