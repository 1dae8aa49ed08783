"""After signing in a person comes to the own page in the language they prefer."""

import pytest
from django.test import RequestFactory

from accounts.adapter import AccountAdapter
from accounts.door import devices
from tests import cast


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "page"), [("vi", "/cua-toi/"), ("en", "/en/cua-toi/")], ids=["vi", "en"]
)
def test_the_way_after_sign_in_is_in_the_persons_language(language, page):
    request = RequestFactory().get("/accounts/login/")
    request.user = cast.person("Nguyễn Văn Thử", language=language)
    assert AccountAdapter().get_login_redirect_url(request) == page


def test_somebody_who_prefers_english_lands_in_english_from_the_vietnamese_door(
    client, monkeypatch
):
    person = cast.person("Nguyễn Văn Thử", language="en")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    monkeypatch.setattr(devices, "is_known", lambda request, user: True)
    response = client.post(
        "/accounts/login/", {"login": person.email, "password": cast.PASSWORD}, follow=True
    )
    assert response.redirect_chain[0][0] == "/en/cua-toi/"


def test_a_page_that_was_asked_for_before_signing_in_stays_the_goal(client, monkeypatch):
    person = cast.person("Nguyễn Văn Thử", language="en")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    monkeypatch.setattr(devices, "is_known", lambda request, user: True)
    response = client.post(
        "/accounts/login/?next=/cua-toi/ho-so/",
        {"login": person.email, "password": cast.PASSWORD, "next": "/cua-toi/ho-so/"},
    )
    assert response["Location"] == "/cua-toi/ho-so/"
