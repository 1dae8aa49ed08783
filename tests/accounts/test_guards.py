import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.test import RequestFactory

from accounts.guards import (
    HARMLESS,
    HARMLESS_WITH,
    WriteRefused,
    form_view,
    reads,
    requires,
    writes,
)
from accounts.models import Organisation
from accounts.roles import is_signed_in, may_examine


def _ok(request):
    return HttpResponse("ok")


def _write(request):
    Organisation.objects.create(code="x", name_vi="x", kind="agency")
    return HttpResponse("ok")


@pytest.mark.parametrize(
    "sql",
    ["SELECT 1", " (SELECT 1)", "WITH a AS (SELECT 1) SELECT * FROM a", "SAVEPOINT x", "PRAGMA x"],
)
def test_reading_statements_pass(sql):
    assert HARMLESS.match(sql) or HARMLESS_WITH.match(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO a",
        "UPDATE a SET b=1",
        "DELETE FROM a",
        "DROP TABLE a",
        "WITH x AS (DELETE FROM a RETURNING *) SELECT 1",
        "TRUNCATE a",
    ],
)
def test_writing_statements_do_not(sql):
    assert not HARMLESS.match(sql)
    assert not HARMLESS_WITH.match(sql)


def test_a_reading_view_answers_get_only():
    assert reads(_ok)(RequestFactory().get("/")).status_code == 200
    assert reads(_ok)(RequestFactory().post("/")).status_code == 405


@pytest.mark.django_db
def test_a_reading_view_that_writes_is_refused():
    with pytest.raises(WriteRefused, match="INSERT INTO"), transaction.atomic():
        reads(_write)(RequestFactory().get("/"))
    assert not Organisation.objects.exists()


@pytest.mark.django_db
def test_a_template_is_rendered_under_the_guard():
    response = reads(lambda r: TemplateResponse(r, "demo/path.html", {}))(
        RequestFactory().get("/")
    )
    assert response.is_rendered


@pytest.mark.django_db
def test_a_writing_view_is_one_transaction():
    def half(request):
        _write(request)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        writes("POST")(half)(RequestFactory().post("/"))
    assert not Organisation.objects.exists()
    assert writes("POST")(_write)(RequestFactory().get("/")).status_code == 405
    assert writes("POST")(_write)(RequestFactory().post("/")).status_code == 200


@pytest.mark.django_db
def test_a_form_view_reads_by_get_and_writes_by_post():
    assert form_view(_ok)(RequestFactory().get("/")).status_code == 200
    assert form_view(_write)(RequestFactory().post("/")).status_code == 200


@pytest.mark.django_db
def test_a_policy_sends_strangers_to_sign_in_and_refuses_others(trainee):
    request = RequestFactory().get("/x/?a=1")
    request.user = AnonymousUser()
    response = requires(is_signed_in)(_ok)(request)
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/?next=/x/")
    request.user = trainee
    assert requires(is_signed_in)(_ok)(request).status_code == 200
    with pytest.raises(PermissionDenied):
        requires(may_examine)(_ok)(request)
