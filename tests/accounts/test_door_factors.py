"""Second factors: set up, asked for, encrypted at rest; recovery codes open once."""

import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import Fernet
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse

from accounts.door import ciphers
from accounts.templatetags.door import browser_name
from tests import cast


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_attempts_counted():
    cache.clear()


def _digits(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def _just_proved(client):
    response = client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    assert response.status_code == 302


@pytest.fixture
def confirmed(trainee):
    EmailAddress.objects.create(user=trainee, email=trainee.email, verified=True, primary=True)
    return trainee


def test_an_app_is_set_up_and_its_secret_lies_encrypted(client, confirmed):
    client.force_login(confirmed)
    _just_proved(client)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    response = client.post(reverse("mfa_activate_totp"), {"code": _digits(secret)})
    assert response["Location"] == reverse("mfa_view_recovery_codes")
    stored = Authenticator.objects.get(user=confirmed, type="totp").data["secret"]
    assert secret not in stored
    assert ciphers.decrypt(stored) == secret
    codes = Authenticator.objects.get(user=confirmed, type="recovery_codes")
    for code in codes.wrap().get_unused_codes():
        assert code not in str(codes.data)


def test_setting_up_asks_again_who_it_is(client, confirmed):
    client.force_login(confirmed)
    response = client.get(reverse("mfa_activate_totp"))
    assert response["Location"].startswith(reverse("account_reauthenticate"))


def test_password_and_digits_open_the_door_and_the_same_digits_do_not_open_it_twice(
    client, examiner
):
    for opens in (True, False):
        form = {"login": examiner.email, "password": cast.PASSWORD}
        EmailAddress.objects.get_or_create(
            user=examiner, email=examiner.email, verified=True, primary=True
        )
        response = client.post("/accounts/login/", form)
        assert response["Location"] == reverse("mfa_authenticate")
        assert "_auth_user_id" not in client.session
        client.post(reverse("mfa_authenticate"), {"code": _digits(cast.TOTP_SECRET)})
        assert ("_auth_user_id" in client.session) is opens
        client.post("/accounts/logout/")


def test_keys_can_be_changed_without_losing_a_secret(settings):
    sealed = ciphers.encrypt("bí mật")
    old = settings.MFA_KEYS
    settings.MFA_KEYS = [Fernet.generate_key().decode(), *old]
    renewed = ciphers.renew(sealed)
    settings.MFA_KEYS = settings.MFA_KEYS[:1]
    assert ciphers.decrypt(renewed) == "bí mật"
    with pytest.raises(ciphers.KeyMissing):
        ciphers.decrypt(sealed)


def test_all_stored_secrets_are_renewed_by_command_after_which_the_old_key_may_go(
    examiner, settings, capsys
):
    fresh = Fernet.generate_key().decode()
    settings.MFA_KEYS = [fresh, *settings.MFA_KEYS]
    call_command("renew_factors")
    assert "1 factors renewed." in capsys.readouterr().out
    settings.MFA_KEYS = [fresh]
    factor = Authenticator.objects.get(user=examiner)
    assert ciphers.decrypt(factor.data["secret"]) == cast.TOTP_SECRET


def test_the_security_page_shows_what_there_is(client, examiner, django_assert_max_num_queries):
    client.force_login(examiner)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("accounts:security")).content.decode()
    for name in (
        "account_email",
        "account_change_password",
        "mfa_deactivate_totp",
        "usersessions_list",
        "accounts:close",
    ):
        assert reverse(name) in page
    assert examiner.email in page


@pytest.mark.parametrize(
    "name",
    [
        "mfa_add_webauthn",
        "mfa_activate_totp",
        "account_email",
        "usersessions_list",
        "mfa_list_webauthn",
        "account_change_password",
        "accounts:close",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_screen_of_the_door_opens_in_both_languages(client, confirmed, name, prefix):
    client.force_login(confirmed)
    _just_proved(client)
    page = client.get(prefix + reverse(name)).content.decode()
    assert f'<html lang="{prefix[1:] or "vi"}"' in page
    assert "<h1>" in page


def test_the_librarys_overview_is_our_own_page(client, trainee):
    client.force_login(trainee)
    assert client.get(reverse("mfa_index"))["Location"] == reverse("accounts:security")


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
    ],
)  # fmt: skip
def test_a_device_is_called_by_names_that_people_know(says, shown):
    assert browser_name(says) == shown
