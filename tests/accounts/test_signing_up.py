"""Sign-up by e-mail code and sign-in afterwards, through allauth's own pages, in both languages."""

import re
import unicodedata
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.utils import timezone

from accounts.models import User
from tests import cast


pytestmark = pytest.mark.django_db
NAME = "Nguyễn Thị Ngọc Ẩn"
LANGUAGES = pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
CODE = re.compile(r"^\s*([0-9A-Z]{4}-[0-9A-Z]{4})\s*$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_attempts_counted():
    """Nobody has tried to sign in or up before: rate limits are counted in the cache."""
    cache.clear()


def _sign_up(client, prefix="", **fields):
    return client.post(
        f"{prefix}/accounts/signup/",
        {"full_name": NAME, "email": "an@x.vn", "password1": cast.PASSWORD, **fields},
    )


def _confirm(client, code, prefix=""):
    return client.post(f"{prefix}/accounts/confirm-email/", {"code": code})


def _sign_in(client, email, password, prefix=""):
    return client.post(f"{prefix}/accounts/login/", {"login": email, "password": password})


def _text(response):
    return response.content.decode().replace("\u00a0", " ")


@LANGUAGES
def test_the_form_asks_for_one_name_address_and_one_password(client, prefix, language):
    page = _text(client.get(f"{prefix}/accounts/signup/"))
    assert re.findall(r'<input[^>]*name="(\w+)"', page.partition('class="form"')[2].partition("</form>")[0]) == [
        "csrfmiddlewaretoken", "full_name", "email", "password1",
    ]  # fmt: skip
    label = {"vi": "Họ, chữ đệm và tên", "en": "Full name"}[language]
    assert label in page
    assert f'<html lang="{language}"' in page


@LANGUAGES
def test_a_code_by_e_mail_confirms_the_address_and_opens_the_own_page(
    client, mailoutbox, prefix, language
):
    response = _sign_up(client, prefix)
    assert response["Location"] == f"{prefix}/accounts/confirm-email/"
    assert "_auth_user_id" not in client.session
    assert "an@x.vn" in _text(client.get(response["Location"]))
    code = CODE.search(mailoutbox[0].body)[1]
    response = _confirm(client, code, prefix)
    assert response["Location"] == f"{prefix}/cua-toi/"
    person = User.objects.get()
    assert (person.full_name, person.language) == (NAME, language)
    assert not person.is_demo
    assert EmailAddress.objects.get(user=person).verified
    assert client.session["_auth_user_id"] == str(person.pk)


@LANGUAGES
def test_the_mail_is_in_the_language_of_the_page(client, mailoutbox, prefix, language):
    _sign_up(client, prefix)
    mail = mailoutbox[0]
    assert mail.to == ["an@x.vn"]
    sentence = {"vi": "Mã xác nhận e-mail của bạn", "en": "Your email verification code"}[language]
    assert sentence in mail.body
    assert ("verification" in mail.body) is (language == "en")
    greeting = {"vi": "ChuyenGia xin chào bạn!", "en": "Hello from ChuyenGia!"}[language]
    assert mail.body.startswith(greeting)


def test_a_name_typed_with_loose_accents_and_spaces_is_kept_composed(client):
    _sign_up(client, full_name=f"  {unicodedata.normalize('NFD', NAME)} ")
    person = User.objects.get()
    assert person.full_name == NAME
    assert person.name_folded == "nguyen thi ngoc an"


@pytest.mark.parametrize("name", ["12345", "...", "–", "   ", ""])
def test_a_name_without_letters_is_refused(client, mailoutbox, name):
    response = _sign_up(client, full_name=name)
    assert response.status_code == 200
    assert 'href="#id_full_name"' in _text(response), "the summary of errors leads to the field"
    assert not User.objects.exists()
    assert mailoutbox == []


def test_the_refused_name_is_explained_in_vietnamese(client):
    assert "Hãy viết tên bằng chữ." in _text(_sign_up(client, full_name="123"))


def test_a_short_password_is_refused(client):
    assert _sign_up(client, password1="ngan").status_code == 200
    assert not User.objects.exists()


def test_a_wrong_code_confirms_nothing(client, mailoutbox):
    _sign_up(client)
    assert _confirm(client, "WRONG1").status_code == 200
    assert not EmailAddress.objects.filter(verified=True).exists()
    assert "_auth_user_id" not in client.session
    assert _confirm(client, CODE.search(mailoutbox[0].body)[1]).status_code == 302


@LANGUAGES
def test_after_sign_up_one_signs_in_with_the_password(client, mailoutbox, prefix, language):
    _sign_up(client, prefix)
    _confirm(client, CODE.search(mailoutbox[0].body)[1], prefix)
    client.post(f"{prefix}/accounts/logout/")
    assert "_auth_user_id" not in client.session
    response = _sign_in(client, "AN@x.vn", cast.PASSWORD, prefix)
    assert response["Location"] == f"{prefix}/cua-toi/"


def test_an_unconfirmed_address_gets_a_new_code_some_minutes_later(client, mailoutbox):
    _sign_up(client)
    client.cookies.clear()
    with time_machine.travel(timezone.now() + timedelta(minutes=4), tick=False):
        response = _sign_in(client, "an@x.vn", cast.PASSWORD)
        assert response["Location"] == "/accounts/confirm-email/"
        assert "_auth_user_id" not in client.session
        assert _confirm(client, CODE.search(mailoutbox[1].body)[1]).status_code == 302
    assert EmailAddress.objects.get().verified


@LANGUAGES
def test_a_wrong_password_is_answered_alike_for_known_and_unknown_accounts(
    client, trainee, prefix, language
):
    answers = []
    for email in (trainee.email, "khong-co@example.vn"):
        response = _sign_in(client, email, "sai-mat-khau", prefix)
        assert response.status_code == 200
        page = re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", _text(response))
        answers.append(page.replace(email, "EMAIL"))
    assert answers[0] == answers[1]
    sentence = {"vi": "mật khẩu không đúng", "en": "password you specified are not correct"}
    assert sentence[language] in answers[0]


def test_signing_up_twice_does_not_tell_a_stranger_that_the_account_exists(
    client, trainee, mailoutbox
):
    EmailAddress.objects.create(user=trainee, email=trainee.email, verified=True, primary=True)
    response = _sign_up(client, email=trainee.email)
    assert response["Location"] == "/accounts/confirm-email/"
    assert User.objects.count() == 1
    assert mailoutbox[0].to == [trainee.email]
    assert CODE.search(mailoutbox[0].body) is None


def test_signing_in_never_leads_to_another_site(client, trainee, mailoutbox):
    EmailAddress.objects.create(user=trainee, email=trainee.email, verified=True, primary=True)
    response = client.post(
        "/accounts/login/",
        {"login": trainee.email, "password": cast.PASSWORD, "next": "https://evil.example/"},
    )
    # A device that the site does not know yet: the mailed code comes between.
    code = {"code": CODE.search(mailoutbox[0].body)[1], "next": "https://evil.example/"}
    response = client.post(response["Location"], code)
    assert response["Location"] == "/cua-toi/"
