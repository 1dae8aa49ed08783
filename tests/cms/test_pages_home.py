"""The front door and the plain pages."""

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from wagtail.models import Page

from cms.models import HomePage
from cms.models.home import SectionsBlock
from tests.cms import factories


SECTIONS = ("verify_box", "targets", "open_courses", "next_sittings", "news", "events")


def fill(home):
    home.sections = [(name, None) for name in SECTIONS]
    home.save()


@pytest.mark.parametrize(("url", "language"), [("/", "vi"), ("/en/", "en")])
def test_the_front_door_shows_its_promise_and_its_sections(client, news, url, language):
    home = HomePage.objects.get(locale__language_code=language)
    fill(home)
    factories.story(news[language], "Tin trên trang chủ")
    html = client.get(url).content.decode()
    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert "công" in html
    assert "trang\u00a0chủ" in html or "trang chủ" in html


def test_sections_stand_in_the_order_the_editor_chose(client, news):
    home = HomePage.objects.get(locale__language_code="vi")
    home.sections = [("news", None), ("targets", None)]
    home.save()
    response = client.get("/")
    names = [template.name for template in response.templates if template.name]
    sections = [name for name in names if name.startswith("cms/sections/")]
    assert sections == ["cms/sections/news.html", "cms/sections/targets.html"]


def test_what_comes_next_stands_on_the_front_door(client, news):
    home = HomePage.objects.get(locale__language_code="vi")
    home.sections = [("events", None)]
    home.save()
    assert 'id="upcoming-events"' in client.get("/").content.decode()


@override_settings(DEMO=True)
def test_a_demonstration_says_that_it_is_one(client, news):
    assert "demo-banner" in client.get("/").content.decode()


@override_settings(DEMO=False)
def test_a_real_site_shows_no_banner_of_a_demonstration(client, news):
    assert "demo-banner" not in client.get("/").content.decode()


def test_a_plain_page_shows_its_way_up_and_its_body(client, news):
    page = factories.standard(
        news["vi"], summary="Một câu.", blocks=[{"text": "<p>Nội dung.</p>"}]
    )
    child = factories.standard(news["vi"], "Trang con")
    child.move(page, pos="last-child")
    child = Page.objects.get(pk=child.pk)
    html = client.get(child.url).content.decode()
    assert f'<a href="{page.url}">Giới thiệu</a>' in html
    assert "<p>Nội dung.</p>" in client.get(page.url).content.decode()


@pytest.mark.parametrize("name", SECTIONS)
def test_no_section_stands_twice(name):
    block = SectionsBlock()
    twice = [{"type": name, "value": None, "id": str(number)} for number in range(2)]
    assert block.clean(block.to_python(twice[:1]))
    with pytest.raises(ValidationError):
        block.clean(block.to_python(twice))


def test_pages_cannot_be_put_where_they_do_not_belong(news):
    home = HomePage.objects.first()
    assert not HomePage.can_create_at(home)
    assert {model.__name__ for model in type(news["vi"]).allowed_subpage_models()} == {"NewsPage"}
