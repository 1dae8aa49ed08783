"""allauth's pages in this house's clothes: they open, in both languages, labelled and without inline code."""

import re

import pytest
from allauth.account.models import EmailAddress


pytestmark = pytest.mark.django_db
STRANGERS = ("login", "signup", "password/reset")
SIGNED_IN = ("email", "password/change", "logout", "reauthenticate")
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])


def _looks_right(response, prefix):
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{prefix[1:] or "vi"}"' in page
    main = page.partition("<main")[2].partition("</main>")[0]
    assert main.count("<h1") == 1
    fields = re.findall(r'<input[^>]*type="(?!hidden)[^>]*id="(\w+)"', main)
    assert [field for field in fields if f'for="{field}"' not in main] == []
    code = r'\sstyle=|\son[a-z]+=|<script(?![^>]*(?:src=|type="application/json"))'
    assert not re.search(code, page)
    return main


@LANGUAGES
@pytest.mark.parametrize("name", STRANGERS)
def test_a_page_for_strangers_opens(client, prefix, name):
    _looks_right(client.get(f"{prefix}/accounts/{name}/"), prefix)


@LANGUAGES
@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_page_about_the_own_account_opens(client, sign_in, trainee, prefix, name):
    EmailAddress.objects.create(user=trainee, email=trainee.email, verified=True, primary=True)
    sign_in(trainee)
    response = client.get(f"{prefix}/accounts/{name}/", follow=True)
    _looks_right(response, prefix)


@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_page_about_the_own_account_is_not_for_strangers(client, name):
    response = client.get(f"/accounts/{name}/")
    assert response.status_code == 302
    assert response["Location"].startswith(("/accounts/login/", "/"))
