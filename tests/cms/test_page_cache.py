"""Pages kept for visitors who are not signed in: never somebody's own, never stale."""

import brotli
import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from redis.exceptions import ConnectionError as RedisIsDown
from wagtail.models import Page

from accounts.guards import refuse_writes
from accounts.models import AuditEvent, Organisation
from cms.models import NewsPage
from cms.page_cache import generation, shared_page
from cms.page_cache.middleware import PageCacheMiddleware
from cms.page_cache.watch import notice_writes, watch
from tests.cms.factories import story


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept(settings):
    """A cache that keeps what it is given."""
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}
    }
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """Run what a commit would run when the block ends; what came before it counts as committed."""

    def block():
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(execute=True)

    return block


def how(response):
    return response.headers.get("X-Page-Cache")


def test_the_second_visitor_gets_the_stored_page_without_a_query(
    client, news, django_assert_num_queries
):
    story(news["vi"], "Một tin")
    first = client.get("/tin-tuc/")
    with django_assert_num_queries(0):
        second = client.get("/tin-tuc/")
    assert (how(first), how(second)) == ("stored", "hit")
    assert second.content == first.content
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert "Một tin" in second.content.decode()


def test_what_is_published_is_seen_at_once_on_every_page_that_shows_it(client, news, committing):
    story(news["vi"], "Tin cũ", slug="tin-cu", days_ago=3)
    for address in ("/tin-tuc/", "/tin-tuc/tin-cu/"):
        client.get(address)
        assert how(client.get(address)) == "hit"
    with committing():
        story(news["vi"], "Tin vừa đăng")
    for address in ("/tin-tuc/", "/tin-tuc/tin-cu/"):
        response = client.get(address)
        assert how(response) == "stored"
        assert "Tin vừa đăng" in response.content.decode()


def test_a_story_taken_back_is_gone_at_once(client, news, committing):
    page = story(news["vi"], "Tin rút lại", slug="rut-lai")
    client.get("/tin-tuc/rut-lai/")
    with committing():
        page.unpublish()
    assert client.get("/tin-tuc/rut-lai/").status_code == 404


def test_saving_a_draft_leaves_stored_pages_alone(client, news, committing):
    page = story(news["vi"], "Đã đăng", slug="da-dang")
    client.get("/tin-tuc/da-dang/")
    draft = NewsPage.objects.get(pk=page.pk)
    draft.title = "Nháp chưa đăng"
    with committing():
        draft.save_revision()
    response = client.get("/tin-tuc/da-dang/")
    assert how(response) == "hit"
    assert "Nháp chưa đăng" not in response.content.decode()


def test_what_is_written_past_the_models_is_noticed_too(client, news, committing):
    page = story(news["vi"], "Trước", slug="truoc")
    client.get("/tin-tuc/truoc/")
    with committing():
        Page.objects.filter(pk=page.pk).update(title="Sau")
    assert "Sau" in client.get("/tin-tuc/truoc/").content.decode()


def test_a_page_drawn_while_somebody_publishes_is_not_kept(news):
    request = RequestFactory().get("/")

    def drawn_during_a_publication(_request):
        generation.forget()
        response = HttpResponse("cũ")
        response.shared_page = True
        return response

    PageCacheMiddleware(drawn_during_a_publication)(request)
    fresh = HttpResponse("mới")
    fresh.shared_page = True
    assert PageCacheMiddleware(lambda _request: fresh)(request).content.decode() == "mới"


def test_a_signed_in_person_neither_gets_nor_leaves_a_stored_page(client, news, sign_in, trainee):
    story(news["vi"])
    client.get("/tin-tuc/")
    sign_in(trainee)
    response = client.get("/tin-tuc/")
    assert how(response) is None
    assert response.headers["Cache-Control"] == "no-store"


def test_each_address_language_and_choice_of_colours_has_its_own_page(client, news):
    story(news["vi"], "Tin tiếng Việt")
    assert [
        how(client.get(url)) for url in ("/tin-tuc/", "/en/tin-tuc/", "/tin-tuc/?nam=2026")
    ] == ["stored"] * 3
    client.cookies["scheme"] = "dark"
    response = client.get("/tin-tuc/")
    assert how(response) == "stored"
    assert 'data-scheme="dark"' in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "coding"), [("br, gzip", "br"), ("gzip", "gzip"), ("br;q=0", None)]
)
def test_a_page_travels_packed_as_the_browser_asks(client, news, asked, coding):
    story(news["vi"], "Tin được nén")
    plain = client.get("/tin-tuc/").content
    packed = client.get("/tin-tuc/", headers={"accept-encoding": asked})
    assert packed.headers.get("Content-Encoding") == coding
    if coding == "br":
        assert brotli.decompress(packed.content) == plain
        assert len(packed.content) < len(plain) / 2


def test_who_has_the_page_already_is_told_so_in_a_few_bytes(client, news):
    story(news["vi"])
    etag = client.get("/tin-tuc/").headers["ETag"]
    again = client.get("/tin-tuc/", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/tin-tuc/", headers={"if-none-match": '"other"'}).status_code == 200


def served(view, path="/"):
    return PageCacheMiddleware(shared_page(view))(RequestFactory().get(path))


def test_a_page_that_read_a_private_table_is_not_kept():
    assert how(served(lambda _request: HttpResponse(AuditEvent.objects.count()))) is None
    assert how(served(lambda _request: HttpResponse(Organisation.objects.count()))) == "stored"


def test_a_page_that_gives_its_visitor_a_cookie_is_not_kept():
    def with_cookie(_request):
        response = HttpResponse("một")
        response.set_cookie("csrf", "x")
        return response

    assert how(served(with_cookie)) is None


@pytest.mark.parametrize("status", [302, 404, 422, 500])
def test_only_whole_answers_are_kept(status):
    assert how(served(lambda _request: HttpResponse("x", status=status))) is None


def test_an_address_of_absurd_length_is_not_kept():
    assert how(served(lambda _request: HttpResponse("x"), "/?q=" + "x" * 400)) is None


def test_the_site_goes_on_without_its_cache(client, news, monkeypatch):
    story(news["vi"], "Vẫn đọc được")

    def down():
        raise RedisIsDown("down")

    monkeypatch.setattr(generation, "current", down)
    response = client.get("/tin-tuc/")
    assert how(response) is None
    assert "Vẫn đọc được" in response.content.decode()


def test_a_connection_that_opens_inside_a_reading_view_is_watched_and_free_afterwards():
    fresh = connection.copy()
    with fresh.execute_wrapper(refuse_writes):
        watch(fresh)
        watch(fresh)
    assert fresh.execute_wrappers == [notice_writes]


@pytest.mark.parametrize(
    ("sql", "changes"),
    [
        ('INSERT INTO "cms_newspage" ("a") VALUES (1)', True),
        ('UPDATE "wagtailcore_page" SET "title" = %s WHERE "wagtailcore_page"."id" = 1', True),
        (
            'UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = 2 WHERE 1',
            False,
        ),
        ('DELETE FROM "wagtailcore_page" WHERE 1', True),
        ('UPDATE "exams_attempt" SET "closed_at" = 1', False),
        ('INSERT INTO "wagtailcore_revision" ("a") VALUES (1)', False),
        ('SELECT 1 FROM "cms_newspage"', False),
        ("SAVEPOINT x", False),
    ],
)
def test_which_statements_make_stored_pages_stale(sql, changes):
    assert generation.changes_a_page(sql) is changes


def test_a_change_that_is_rolled_back_leaves_stored_pages_alone(client, news):
    story(news["vi"])
    client.get("/tin-tuc/")
    story(news["vi"], "Chưa ghi xong")  # the test's transaction never commits
    assert how(client.get("/tin-tuc/")) == "hit"


def test_many_writes_of_one_transaction_make_stale_once(news, committing):
    with committing() as calls:
        story(news["vi"])
        story(news["vi"])
    assert [call for call in calls if call is generation.forget] == [generation.forget]
