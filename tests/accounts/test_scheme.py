"""Light, dark or the system's colours, remembered in a cookie."""

import pytest


pytestmark = pytest.mark.django_db


def _choose(client, scheme, **fields):
    return client.post("/giao-dien/", {"scheme": scheme, **fields})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_choice_is_kept_for_a_year_and_shown_on_the_next_page(client, scheme):
    response = _choose(client, scheme, next="/accounts/login/")
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/")
    cookie = response.cookies["scheme"]
    assert cookie.value == scheme
    assert cookie["max-age"] == 365 * 24 * 3600
    assert cookie["samesite"] == "Lax"
    assert f'data-scheme="{scheme}"' in client.get("/accounts/login/").content.decode()


@pytest.mark.parametrize("scheme", ["auto", "pink", ""])
def test_the_systems_colours_and_any_other_word_forget_the_choice(client, scheme):
    _choose(client, "dark")
    response = _choose(client, scheme)
    assert response.cookies["scheme"].value == ""
    assert response.cookies["scheme"]["max-age"] == 0
    assert "data-scheme=" not in client.get("/accounts/login/").content.decode()


def test_the_cookie_is_secure_where_the_site_is(client):
    response = client.post("/giao-dien/", {"scheme": "dark"}, secure=True)
    assert response.cookies["scheme"]["secure"]


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"],
)
def test_choosing_never_leads_to_another_site(client, elsewhere):
    assert _choose(client, "dark", next=elsewhere)["Location"] == "/"


def test_choosing_on_a_secure_site_never_leads_back_to_an_open_one(client):
    response = client.post(
        "/giao-dien/", {"scheme": "dark", "next": "http://testserver/"}, secure=True
    )
    assert response["Location"] == "/"


def test_a_link_chooses_nothing(client):
    response = client.get("/giao-dien/", {"scheme": "dark"})
    assert response.status_code == 405
    assert "scheme" not in response.cookies
