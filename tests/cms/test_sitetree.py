"""The tree of the site is made once and then followed."""

import pytest
from django.db import transaction
from wagtail.models import Page, Revision, Site, Workflow

from cms import sitetree
from cms.models import HomePage, NewsIndexPage, NewsPage, StandardPage
from cms.sitetree import ContentError, ensure_site, load_news


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """The whole site, made once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        homes = ensure_site()
        load_news()
        yield homes
        transaction.set_rollback(True)


@pytest.fixture
def site(standing, db):
    return {language: HomePage.objects.get(pk=home.pk) for language, home in standing.items()}


def test_the_whole_site_stands_after_one_call(client, site):
    assert set(site) == {"vi", "en"}
    assert Site.objects.get(is_default_site=True).root_page_id == site["vi"].pk
    for path in ("gioi-thieu", "tro-giup", "kha-nang-tiep-can", "du-lieu-ca-nhan", "tin-tuc"):
        assert client.get(f"/{path}/").status_code == 200, path
        assert client.get(f"/en/{path}/").status_code == 200, path
    assert not Page.objects.filter(depth=2, slug="home").exists()


def test_asking_twice_changes_nothing(site):
    before = (Page.objects.count(), Revision.objects.count(), Workflow.objects.count())
    ensure_site()
    load_news()
    assert (Page.objects.count(), Revision.objects.count(), Workflow.objects.count()) == before


def test_pages_in_both_languages_are_translations_of_one_another(site):
    for page in [
        *NewsPage.objects.filter(locale__language_code="vi"),
        NewsIndexPage.objects.first(),
    ]:
        twin = page.get_translations().get()
        assert twin.url == f"/en{page.url}"


def test_every_story_can_be_read_in_both_languages(client, site):
    pages = [page for page in NewsPage.objects.all() if "live_figure" not in _kinds(page)]
    assert len(pages) > 10
    for page in pages:
        assert client.get(page.url).status_code == 200, page.slug


def _kinds(page):
    return {block.block_type for block in page.body}


def test_every_page_of_the_files_holds_what_editors_may_enter(site):
    for page in [*NewsPage.objects.all(), *StandardPage.objects.all()]:
        page.full_clean()
        block = page._meta.get_field("body").stream_block
        assert block.clean(page.body) is not None, page.slug


def test_a_changed_file_changes_a_page_that_nobody_touched(site, monkeypatch):
    _rewrite(monkeypatch, "Một tên mới")
    load_news()
    assert NewsPage.objects.filter(title="Một tên mới").count() == 1


def test_a_page_that_somebody_edited_stays_as_it_is(site, editor, monkeypatch):
    first = sitetree.read_content("news.yaml", list)[0]
    page = NewsPage.objects.get(slug=first["slug"], locale__language_code="vi")
    page.title = "Tên do biên tập viên đặt"
    page.save_revision(user=editor).publish()
    _rewrite(monkeypatch, "Một tên mới")
    load_news()
    page.refresh_from_db()
    assert page.title == "Tên do biên tập viên đặt"


def _rewrite(monkeypatch, title):
    entries = sitetree.read_content("news.yaml", list)
    entries[0]["vi"]["title"] = title
    monkeypatch.setattr(sitetree, "read_content", lambda _name, _kind: entries)


def test_an_editor_s_home_page_is_not_written_again(site, editor):
    home = HomePage.objects.get(locale__language_code="vi")
    home.promise = "Lời hứa mới"
    home.save_revision(user=editor).publish()
    assert ensure_site()["vi"].promise == "Lời hứa mới"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"date": "hôm nay"}, "is not a date"),
        ({"vi": {"title": "T", "lead": "L", "body": [{"video": "x"}]}}, "no kind 'video'"),
        ({"vi": {"title": "T", "body": []}}, "lead"),
    ],
)
def test_a_wrong_entry_is_named(site, monkeypatch, change, reason):
    entries = sitetree.read_content("news.yaml", list)
    monkeypatch.setattr(sitetree, "read_content", lambda _n, _k: [{**entries[0], **change}])
    with pytest.raises(ContentError, match=entries[0]["slug"]) as caught:
        load_news()
    assert reason in str(caught.value)


def test_a_file_of_the_wrong_shape_is_refused(db):
    with pytest.raises(ContentError, match=r"site\.yaml holds no list"):
        sitetree.read_content("site.yaml", list)


def test_a_story_in_one_language_only_stands_in_that_language(site, monkeypatch):
    entry = {**sitetree.read_content("news.yaml", list)[0], "slug": "chi-tieng-viet"}
    del entry["en"]
    monkeypatch.setattr(sitetree, "read_content", lambda _n, _k: [entry])
    load_news()
    assert NewsPage.objects.get(slug="chi-tieng-viet").locale.language_code == "vi"


def test_the_site_record_follows_the_address_of_the_settings(db, settings):
    settings.SITE_URL = "https://nscl.example"
    ensure_site()
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("nscl.example", 443)
