"""Tokens for an agency's systems: made and revoked at the desk, limited, noted."""

import json
import uuid
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts.models import AuditEvent
from certificates import tasks
from certificates.models import ApiToken, ApiUse, ListCheck, Watch
from certificates.problems import NotReady
from certificates.rest import access
from certificates.services import api_tokens, watching
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
API, DESK = "/api/v1", "/chung-chi/ma-truy-cap/"
EVERY = ["lists", "verify", "watch"]


def made(owner, scopes=EVERY, **facts):
    facts = {"name": "ERP", "expires_on": timezone.localdate(), "at": timezone.now()} | facts
    return api_tokens.make_token(owner=owner, scopes=list(scopes), **facts)


@pytest.fixture
def token(agency):
    return made(agency)


@pytest.fixture
def call(client, token):
    def send(method, path, sent=None, *, text=token[1]):
        return getattr(client, method)(
            f"{API}{path}",
            *([] if sent is None else [json.dumps(sent)]),
            content_type="application/json",
            headers={"Authorization": f"Bearer {text}"},
        )

    return send


@pytest.fixture
def certificate():
    return factories.certificate()


def bulk(*numbers, **facts):
    return {"certificates": [{"number": each} for each in numbers]} | facts


def test_many_certificates_are_verified_in_one_call(call, certificate):
    asked = bulk(certificate.number, "VNPQ2026000161", "hello")
    asked["certificates"][0]["name"] = "nguyen thi ngoc an"
    answer = call("post", "/certificates/bulk", asked)
    assert answer.status_code == 200
    rows = answer.json()["rows"]
    assert [(row["status"], row["names"]) for row in rows] == [
        ("valid", "matches"), ("mistyped", "not_asked"), ("malformed", "not_asked"),
    ]  # fmt: skip
    assert rows[0]["certificate"]["name"] == "Nguyễn Thị Ngọc Ẩn"


def test_a_thousand_cost_as_many_queries_as_ten(call, certificate, django_assert_max_num_queries):
    for many in (10, 1_000):
        with django_assert_max_num_queries(10):
            assert call("post", "/certificates/bulk", bulk(*[certificate.number] * many)).status_code == 200  # fmt: skip


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"certificates": []},
        bulk("x", extra=1),
        {"certificates": [{"number": "x", "holder": 1}]},
        bulk("x", on="2026-11-24"),
        bulk("x", on="soon"),
        {"certificates": [{"number": "x"}] * 1_001},
        [],
    ],
)
def test_what_cannot_be_used_is_refused_in_one_shape(call, sent):
    answer = call("post", "/certificates/bulk", sent)
    assert answer.status_code == 422
    assert set(answer.json()) == {"detail", "errors"}
    assert isinstance(answer.json()["detail"], str)


def test_a_fault_names_the_field(call):
    answer = call("post", "/certificates/bulk", {"certificates": [{"number": "x", "holder": 1}]})
    (error,) = answer.json()["errors"]
    assert error["field"].endswith("certificates.0.holder")


def test_a_body_of_more_than_a_megabyte_is_refused(call):
    assert call("post", "/certificates/bulk", bulk("x" * 1_000_000)).status_code == 413


@pytest.mark.parametrize("text", ["", "cg_wrong", "wrong", "Bearer"])
def test_without_a_usable_token_nothing_opens(call, text):
    answer = call("get", "/watch", text=text)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert set(answer.json()) == {"detail", "errors"}


def test_a_token_ends_by_its_day_by_being_revoked_and_with_its_owners_role(
    call, token, agency, fixed_day
):
    assert call("get", "/watch").status_code == 200
    agency.grants.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert call("get", "/watch").status_code == 401
    agency.grants.update(ends_on=None)
    fixed_day.shift(timedelta(days=1))
    assert call("get", "/watch").status_code == 401
    fixed_day.shift(timedelta(days=-1))
    api_tokens.revoke_token(token=token[0], by=agency, at=timezone.now())
    api_tokens.revoke_token(token=token[0], by=agency, at=timezone.now())
    assert call("get", "/watch").status_code == 401
    assert AuditEvent.objects.filter(action="token.revoked").count() == 1


@pytest.mark.parametrize(
    ("method", "path", "scope"),
    [
        ("post", "/certificates/bulk", "verify"),
        ("post", "/lists", "lists"),
        ("get", f"/lists/{uuid.UUID(int=1)}", "lists"),
        ("get", f"/lists/{uuid.UUID(int=1)}/rows", "lists"),
        ("get", "/watch", "watch"),
        ("post", "/watch", "watch"),
        ("delete", "/watch/VNPQ2026000162", "watch"),
    ],
)
def test_each_operation_asks_for_its_scope(call, agency, method, path, scope):
    _row, text = made(agency, [each for each in EVERY if each != scope])
    sent = {} if method == "post" else None
    assert call(method, path, sent, text=text).status_code == 403


def test_a_token_is_limited_by_itself_and_says_so(call, agency, monkeypatch):
    monkeypatch.setattr(access, "CALLS_PER_MINUTE", 2)
    answers = [call("get", "/watch") for _turn in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[0]["RateLimit"] == '"token";r=1;t=60'
    assert answers[0]["RateLimit-Policy"] == '"token";q=2;w=60'
    assert answers[2]["Retry-After"] == "60"
    assert call("get", "/watch", text=made(agency)[1]).status_code == 200


def test_a_count_that_lapsed_begins_anew(token, monkeypatch):
    def lapsed(_key):
        raise ValueError

    monkeypatch.setattr(cache, "add", lambda *_a, **_k: False)
    monkeypatch.setattr(cache, "incr", lapsed)
    assert access._left(token[0]) == access.CALLS_PER_MINUTE - 1


def test_a_list_is_sent_once_and_its_answers_read_in_parts(call, agency, certificate):
    sent = {
        "key": str(uuid.uuid4()),
        "rows": [{"number": certificate.number}, {"number": "hello"}],
    }
    first, second = (call("post", "/lists", sent) for _turn in range(2))
    assert first.status_code == 202
    assert first.json()["id"] == second.json()["id"]
    assert ListCheck.objects.get().owner == agency
    path = f"/lists/{first.json()['id']}"
    assert call("get", path).json()["finished"] is True
    part = call("get", f"{path}/rows?offset=1&limit=1").json()
    assert part["total"] == 2
    assert [(row["line"], row["status"]) for row in part["rows"]] == [(2, "malformed")]
    assert call("get", f"{path}/rows?limit=1001").status_code == 422


def test_a_long_list_is_answered_in_the_background(call, certificate):
    rows = [{"number": certificate.number}] * 1_001
    state = call("post", "/lists", {"key": str(uuid.uuid4()), "rows": rows}).json()
    assert (state["finished"], state["checked"]) == (False, 0)
    tasks.sweep_lists()
    assert call("get", f"/lists/{state['id']}").json()["checked"] == 1_001


def test_the_watch_list_is_read_and_changed(call, agency, certificate, monkeypatch):
    answer = call("post", "/watch", {"numbers": [certificate.grouped_number, "hello"]})
    assert answer.json() == {"added": 1, "not_in_register": ["hello"]}
    (row,) = call("get", "/watch").json()["rows"]
    assert row == {
        "number": certificate.grouped_number,
        "status": "valid",
        "valid_until": certificate.valid_until.isoformat(),
    }
    path = f"/watch/{certificate.number}"
    assert [call("delete", path).status_code for _turn in range(2)] == [204, 404]
    assert not Watch.objects.exists()
    monkeypatch.setattr(watching, "MOST_WATCHED", 0)
    assert call("post", "/watch", {"numbers": [certificate.number]}).status_code == 422


def test_no_token_reaches_what_belongs_to_another(call, certificate):
    sent = {"key": str(uuid.uuid4()), "rows": [{"number": certificate.number}]}
    mine = call("post", "/lists", sent).json()["id"]
    call("post", "/watch", {"numbers": [certificate.number]})
    _row, other = made(cast.agency())
    assert call("get", f"/lists/{mine}", text=other).status_code == 404
    assert call("get", f"/lists/{mine}/rows", text=other).status_code == 404
    assert call("get", "/watch", text=other).json()["total"] == 0
    assert call("delete", f"/watch/{certificate.number}", text=other).status_code == 404


def test_calls_are_noted_shown_and_forgotten_after_ninety_days(
    call, client, sign_in, agency, token, certificate, fixed_day
):
    call("post", "/certificates/bulk", bulk(certificate.number, "hello"))
    call("post", "/certificates/bulk", {})
    assert list(ApiUse.objects.order_by("pk").values_list("rows", "code")) == [(2, 200), (0, 422)]
    assert ApiToken.objects.get().used_at == timezone.now()
    assert not AuditEvent.objects.filter(action__startswith="api").exists()
    sign_in(agency)
    html = client.get(token[0].get_absolute_url()).content.decode()
    assert "certificates/bulk" in html
    fixed_day.shift(timedelta(days=91))
    tasks.forget_lists()
    assert not ApiUse.objects.exists()


def test_the_desk_makes_a_token_shows_it_once_and_revokes_it(client, sign_in, agency):
    sign_in(agency)
    assert "Chưa có mã truy cập nào" in client.get(DESK).content.decode()
    sent = {"name": "ERP", "scopes": ["verify"], "expires_on": "30/11/2026"}
    page = client.post(DESK, sent)
    text = page.context["text"]
    assert text in page.content.decode()
    token = ApiToken.objects.get()
    assert (token.scopes, token.expires_on) == (["verify"], date(2026, 11, 30))
    assert text not in client.get(DESK).content.decode()
    assert text not in str(ApiToken.objects.values().get())
    detail = AuditEvent.objects.get(action="token.made").detail
    assert detail == {"name": "ERP", "scopes": ["verify"]}
    client.post(f"{DESK}{token.public_id}/thu-hoi/")
    assert "Đã thu hồi" in client.get(DESK).content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"expires_on": "22/11/2026"},
        {"expires_on": "25/11/2027"},
        {"scopes": []},
        {"scopes": ["all"]},
        {"name": ""},
    ],
)
def test_a_token_that_cannot_be_is_refused_in_words(client, sign_in, agency, sent):
    sign_in(agency)
    facts = {"name": "ERP", "scopes": ["verify"], "expires_on": "30/11/2026"} | sent
    assert client.post(DESK, facts).status_code == 422
    assert not ApiToken.objects.exists()


def test_twenty_tokens_and_no_more(agency, token, monkeypatch):
    monkeypatch.setattr(api_tokens, "MOST_TOKENS", 1)
    with pytest.raises(NotReady, match="hai mươi"):
        made(agency)


def test_nobody_opens_or_revokes_another_agencys_token(client, sign_in, token):
    sign_in(cast.agency())
    url = token[0].get_absolute_url()
    assert client.get(url).status_code == 404
    assert client.post(url + "thu-hoi/").status_code == 404
    assert "ERP" not in client.get(DESK).content.decode()


def test_a_page_of_calls_costs_the_same_with_ten_and_with_a_thousand(
    client, sign_in, agency, token, django_assert_max_num_queries
):
    sign_in(agency)
    for many in (10, 990):
        ApiUse.objects.bulk_create(
            ApiUse(token=token[0], at=timezone.now(), operation="GET", code=200)
            for _each in range(many)
        )
        with django_assert_max_num_queries(10):
            client.get(token[0].get_absolute_url())


def test_the_description_names_the_scheme_the_faults_and_examples(client):
    described = client.get(f"{API}/openapi.json").json()
    (scheme,) = described["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    bulk_call = described["paths"]["/api/v1/certificates/bulk"]["post"]
    assert bulk_call["security"]
    assert set(bulk_call["responses"]) == {"200", "401", "403", "413", "422", "429"}
    wanted = described["components"]["schemas"]["Wanted"]
    assert wanted["additionalProperties"] is False
    assert wanted["properties"]["number"]["examples"]
