"""A small site: two homes, two lists of news, stories when they are asked for."""

import itertools
import json
from datetime import date, timedelta

from wagtail.models import Locale, Page, Site

from cms.models import HomePage, NewsIndexPage, NewsPage, StandardPage
from cms.streams import stream_from_yaml


_count = itertools.count(1)


def _home(language, title, **extra):
    home = HomePage(
        title=title,
        slug=f"home-{language}",
        promise="Học kỹ, thi công bằng",
        reason="Người dạy không chấm thi.",
        locale=Locale.objects.get_or_create(language_code=language)[0],
        **extra,
    )
    return Page.get_first_root_node().add_child(instance=home)


def tree():
    """Make both homes and both lists of news; return the lists by language."""
    vietnamese = _home("vi", "Trang chủ")
    english = _home("en", "Home", translation_key=vietnamese.translation_key)
    site = Site.objects.get(is_default_site=True)
    site.root_page = vietnamese
    site.hostname, site.port = "127.0.0.1", 8000
    site.save()
    news = NewsIndexPage(title="Tin tức", slug="tin-tuc", locale=vietnamese.locale)
    vietnamese.add_child(instance=news)
    translated = NewsIndexPage(
        title="News", slug="tin-tuc", locale=english.locale, translation_key=news.translation_key
    )
    english.add_child(instance=translated)
    return {"vi": news, "en": translated}


def story(index, title="Tin mới", *, days_ago=0, blocks=(), **extra):
    """A published story in a list of news."""
    number = next(_count)
    values = {
        "slug": f"tin-{number}",
        "summary": "Một câu nói chuyện gì đã xảy ra.",
        "date": date(2026, 11, 20) - timedelta(days=days_ago),
        "category": "training",
        "topic": "none",
        "locale": index.locale,
    }
    page = NewsPage(title=title, body=json.dumps(stream_from_yaml(list(blocks))), **values | extra)
    return NewsIndexPage.objects.get(pk=index.pk).add_child(instance=page)


def standard(index, title="Giới thiệu", *, blocks=(), **extra):
    """A published plain page beside a list of news."""
    page = StandardPage(
        title=title,
        slug=f"trang-{next(_count)}",
        locale=index.locale,
        body=json.dumps(stream_from_yaml(list(blocks))),
        **extra,
    )
    return HomePage.objects.get(pk=index.get_parent().pk).add_child(instance=page)
