"""
The tree of the site: one home for each language, the lists, the standard pages, stories, events, documents.

Loading is idempotent. A page that people have touched in the editor stays as they left it; one that only
this module ever wrote follows the files.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

import yaml
from django.conf import settings
from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from accounts.names import clean_name
from cms.models import (
    DocumentIndexPage,
    DocumentPage,
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    SitePage,
    StandardPage,
)
from cms.permissions import ensure_permissions
from cms.search.entries import index_missing
from cms.streams import BlockError, stream_from_yaml


CONTENT: Final = Path(__file__).parent / "content"
Content = TypeVar("Content", dict[str, Any], list[Any])


class ContentError(Exception):
    """A file of pages or stories cannot be loaded; the message names the entry."""


def read_content(name: str, kind: type[Content]) -> Content:
    """Return what a file of content holds; raise ContentError if it is not of that kind."""
    held = yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(held, kind):
        raise ContentError(f"{name} holds no {kind.__name__}")
    return held


@transaction.atomic
def ensure_site() -> dict[str, HomePage]:
    """
    Make what is missing of the site and return its home page by language.

    Languages, a home page for each, the site record, the lists of news, the standard pages, permissions
    and the review of news.

    :raises ContentError: if the file of standard pages cannot be read
    """
    front = read_content("site.yaml", dict)
    homes = _homes(front["home"])
    _site(homes[settings.LANGUAGE_CODE])
    _write(NewsIndexPage, front["news"], homes)
    _write(EventIndexPage, front["events"], homes)
    _write(DocumentIndexPage, front["documents"], homes)
    for entry in read_content("pages.yaml", list):
        _write(StandardPage, entry, homes)
    ensure_permissions()
    index_missing()
    return homes


@transaction.atomic
def load_news() -> None:
    """
    Publish the stories of cms/content/news.yaml in every language they are written in.

    :raises ContentError: if an entry cannot be stored
    """
    lists = {index.locale.language_code: index for index in NewsIndexPage.objects.all()}
    for entry in read_content("news.yaml", list):
        day = entry["date"]
        if not isinstance(day, date):
            raise ContentError(f"{entry['slug']}: {day!r} is not a date")
        shared = {"date": day, "category": entry["category"], "topic": entry["topic"]}
        _write(NewsPage, entry, lists, shared)


@transaction.atomic
def load_events() -> None:
    """
    Publish the events of cms/content/events.yaml in every language they are written in.

    :raises ContentError: if an entry cannot be stored
    """
    lists = {index.locale.language_code: index for index in EventIndexPage.objects.all()}
    for entry in read_content("events.yaml", list):
        _write(EventPage, entry, lists, {"start": entry["start"], "end": entry["end"]})


@transaction.atomic
def load_documents() -> None:
    """
    Publish the particulars of cms/content/documents.yaml in every language they are written in.

    :raises ContentError: if an entry cannot be stored
    """
    lists = {index.locale.language_code: index for index in DocumentIndexPage.objects.all()}
    for entry in read_content("documents.yaml", list):
        shared = {name: entry[name] for name in ("number", "issued_on", "kind")}
        _write(DocumentPage, entry, lists, shared)


def locale(language: str) -> Locale:
    """Return the locale of a language, made if it is missing."""
    return Locale.objects.get_or_create(language_code=language)[0]


def _homes(entry: Mapping[str, Any]) -> dict[str, HomePage]:
    homes: dict[str, HomePage] = {}
    for language, _name in settings.LANGUAGES:
        home = HomePage.objects.filter(locale=locale(language)).first()
        if home is None:
            home = _new_home(entry, language, next(iter(homes.values()), None))
            Page.get_first_root_node().add_child(instance=home)
            home.save_revision().publish()
        homes[language] = HomePage.objects.get(pk=home.pk)
    return homes


def _new_home(entry: Mapping[str, Any], language: str, first: HomePage | None) -> HomePage:
    words = entry[language]
    home = HomePage(
        title=words["title"],
        slug=entry["slugs"][language],
        locale=locale(language),
        summary=words["lead"],
        promise=words["promise"],
        reason=words["reason"],
        sections=[(name, None) for name in entry["sections"]],
    )
    if first is not None:
        home.translation_key = first.translation_key
    return home


def _site(home: HomePage) -> None:
    """Make the home page the root of the one site and take away Wagtail's welcome page."""
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    wanted = (address.hostname or "localhost", port, settings.WAGTAIL_SITE_NAME, home.pk)
    if (site.hostname, site.port, site.site_name, site.root_page_id) != wanted:
        site.hostname, site.port, site.site_name, site.root_page_id = wanted
        site.save()
    for welcome in Page.objects.exact_type(Page).filter(depth=2, slug="home"):
        welcome.delete()


def _write(
    kind: type[SitePage],
    entry: Mapping[str, Any],
    parents: Mapping[str, SitePage],
    shared: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Publish one entry in each language it is written in, as translations of one another."""
    key = None
    for language, parent in parents.items():
        if language not in entry:
            continue
        try:
            values = {**shared, **_values(kind, entry, language)}
        except (BlockError, KeyError, TypeError) as problem:
            raise ContentError(f"{entry.get('slug')} ({language}): {problem}") from problem
        key = _publish(kind, parent, str(entry["slug"]), values, key).translation_key


def _values(kind: type[SitePage], entry: Mapping[str, Any], language: str) -> dict[str, Any]:
    words = entry[language]
    values: dict[str, Any] = {
        "title": clean_name(words["title"]),
        "summary": clean_name(words["lead"]),
    }
    values |= words.get("fields") or {}
    if "body" in words:
        values["body"] = stream_from_yaml(words["body"])
    if hasattr(kind, "source"):
        values["source"] = (entry.get("source") or {}).get(language, "")
    return values


def _publish(
    kind: type[SitePage],
    parent: SitePage,
    slug: str,
    values: Mapping[str, Any],
    key: Any,
) -> SitePage:
    page: SitePage | None = kind.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        page = kind(slug=slug, locale=parent.locale)
        _assign(page, values)
        page.translation_key = key or page.translation_key
        type(parent).objects.get(pk=parent.pk).add_child(instance=page)
    elif is_touched(page) or not _changed(page, values):
        return page
    else:
        _assign(page, values)
    page.save_revision().publish()
    return page


def _assign(page: SitePage, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(page, name, json.dumps(value) if isinstance(value, list) else value)


def is_touched(page: Page) -> bool:
    """Return whether a person ever saved the page in the editor."""
    return bool(page.revisions.filter(user__isnull=False).exists())


def _changed(page: SitePage, values: Mapping[str, Any]) -> bool:
    return any(_stored(page, name) != value for name, value in values.items())


def _stored(page: SitePage, name: str) -> Any:
    field = page._meta.get_field(name)  # noqa: SLF001 - Django's documented model API
    value = getattr(page, name)
    return list(value.raw_data) if isinstance(field, StreamField) else value
