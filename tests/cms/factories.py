"""A small site: two homes, two lists of news, stories when they are asked for."""

import itertools
import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Site

from cms.models import (
    DocumentIndexPage,
    DocumentPage,
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from cms.search.entries import index_pages
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


def section(index, kind, slug, title):
    """A published section of the site beside a list of news."""
    home = HomePage.objects.get(pk=index.get_parent().pk)
    return home.add_child(instance=kind(title=title, slug=slug, locale=index.locale))


def event(events, title="Hội thảo", *, day=date(2026, 12, 10), **extra):
    """A published event from half past eight to half past eleven of a day in Hà Nội."""
    start = datetime(day.year, day.month, day.day, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    values = {
        "slug": f"su-kien-{next(_count)}",
        "summary": "Một buổi sáng cùng học.",
        "start": start,
        "end": start + timedelta(hours=3),
        "place": "Hà Nội",
        "organiser": "Ban tổ chức",
        "locale": events.locale,
    }
    page = EventPage(title=title, **values | extra)
    return EventIndexPage.objects.get(pk=events.pk).add_child(instance=page)


def document(library, title="Chương trình quốc gia", *, number="1322/QĐ-TTg", **extra):
    """The published particulars of a document."""
    values = {
        "slug": f"van-ban-{next(_count)}",
        "summary": "Đặt mục tiêu về năng suất.",
        "issued_on": date(2020, 8, 31),
        "issuer": "Thủ tướng Chính phủ",
        "kind": "decision",
        "locale": library.locale,
    }
    page = DocumentPage(title=title, number=number, **values | extra)
    return DocumentIndexPage.objects.get(pk=library.pk).add_child(instance=page)


def many_stories(index, count):
    """Published stories in bulk, a day apart, with what search needs."""
    return _many(
        NewsPage,
        index,
        count,
        lambda number: {
            "title": f"Kaizen số {number}",
            "summary": "Một câu nói chuyện gì đã xảy ra.",
            "date": date(2026, 11, 20) - timedelta(days=number),
            "category": "training",
            "body": "[]",
        },
    )


def many_events(index, count, *, first):
    """Published events in bulk, from a day on, one a day."""
    start = datetime(
        first.year, first.month, first.day, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")
    )
    return _many(
        EventPage,
        index,
        count,
        lambda number: {
            "title": f"Hội thảo số {number}",
            "summary": "Một buổi sáng cùng học.",
            "start": start + timedelta(days=number),
            "end": start + timedelta(days=number, hours=3),
            "place": "Hà Nội",
            "organiser": "Ban tổ chức",
            "body": "[]",
        },
    )


def many_documents(index, count):
    """Particulars of published documents in bulk, of seven years and five bodies."""
    return _many(
        DocumentPage,
        index,
        count,
        lambda number: {
            "title": f"Văn bản số {number}",
            "summary": "Đặt mục tiêu về năng suất.",
            "number": f"{number}/QĐ-TTg",
            "issued_on": date(2020 + number % 7, 8, 31),
            "issuer": f"Cơ quan {number % 5}",
            "kind": "decision",
        },
    )


def _many(kind, index, count, values):
    """Published pages in bulk under an index, `values` of each by its number."""
    index = index.specific_class.objects.get(pk=index.pk)
    content_type, first = ContentType.objects.get_for_model(kind), index.numchild
    pages = [
        kind(
            slug=f"nhieu-{number}",
            url_path=f"{index.url_path}nhieu-{number}/",
            path=kind._get_path(index.path, index.depth + 1, first + number + 1),
            depth=index.depth + 1,
            locale=index.locale,
            content_type=content_type,
            **values(number),
        )
        for number in range(count)
    ]
    for page in pages:
        page.draft_title = page.title
    _insert(kind, pages)
    Page.objects.filter(pk=index.pk).update(numchild=first + count)
    return pages


def _insert(kind, pages):
    """Insert parents' rows and own rows: Django's bulk_create refuses models with a parent table."""
    parents = []
    for page in pages:
        fields = {field.attname: getattr(page, field.attname) for field in Page._meta.local_fields}
        parents.append(Page(**{**fields, "id": None}))
    newest = Page.objects.order_by("-pk").values_list("pk", flat=True).first()
    Page.objects.bulk_create(parents)
    keys = dict(Page.objects.filter(pk__gt=newest).values_list("path", "pk"))
    for page in pages:
        page.pk = page.page_ptr_id = page.id = keys[page.path]
    base = kind._base_manager.all()
    base._prepare_for_bulk_create(pages)
    base._batched_insert(pages, kind._meta.local_concrete_fields, batch_size=50)
    index_pages(pages=pages)
