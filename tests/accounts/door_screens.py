"""Every screen of the door, each brought up as a person would meet it."""

import re
import time
from unittest.mock import patch
from urllib.parse import urlencode

from allauth.account.models import EmailAddress
from allauth.idp.oidc.internal.oauthlib import device_codes
from allauth.idp.oidc.models import Client as Agency
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation

from tests import cast


CODE = re.compile(r"^\s*([0-9A-Z]{4}-[0-9A-Z]{4})\s*$", re.MULTILINE)
# The key of these screens has a name only; what a real one signs is a matter of the journeys in a browser.
ASK_THE_KEY = "allauth.mfa.webauthn.internal.auth.begin_authentication"
PROVIDER = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "danh-tinh", "name": "Định danh", "client_id": "c", "secret": "s",
                "settings": {"server_url": "http://127.0.0.1:9"},
            }
        ]
    }
}  # fmt: skip


class Screens:
    """One visitor with one language; each method opens one screen and returns the answer."""

    def __init__(self, client, mailoutbox, language):
        self.client = client
        self.mail = mailoutbox
        self.prefix = "" if language == "vi" else f"/{language}"
        self.language = language

    def at(self, name, *args, **query):
        """The address of a view in the visitor's language."""
        with translation.override("vi"):  # whose addresses have no prefix
            address = self.prefix + reverse(name, args=args)
        return address + (f"?{urlencode(query)}" if query else "")

    def get(self, name, *args, **query):
        return self.client.get(self.at(name, *args, **query))

    def post(self, name, *args, **fields):
        return self.client.post(self.at(name, *args), fields)

    def somebody(self, *factors, **facts):
        """A person with a confirmed address and the given second factors, not signed in."""
        person = cast.person("Nguyễn Thị Ngọc Ẩn", language=self.language, **facts)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        if "totp" in factors:
            cast.give_authenticator(person)
        if "codes" in factors:
            RecoveryCodes.activate(person)
        if "passkey" in factors:
            self.key = Authenticator.objects.create(
                user=person, type="webauthn", data={"name": "Khóa", "passwordless": True}
            )
        return person

    def entered(self, *factors, **facts):
        """The same, signed in and having just proved who it is."""
        person = self.somebody(*factors, **facts)
        self.client.force_login(person)
        proved = self.post("account_reauthenticate", password=cast.PASSWORD)
        assert proved.status_code == 302
        return person

    def entering(self, *factors):
        """The same, stopped after the right password."""
        person = self.somebody(*factors)
        self.post("account_login", login=person.email, password=cast.PASSWORD)
        return person

    def newest_code(self):
        return CODE.search(self.mail[-1].body).group(1)


def login(on):
    return on.get("account_login")


def login_refused(on):
    return on.post("account_login", login="ai@x.vn", password="sai")


def logout(on):
    on.entered()
    return on.get("account_logout")


def inactive(on):
    return on.get("account_inactive")


def signup(on):
    return on.get("account_signup")


def signup_refused(on):
    return on.post("account_signup", full_name="1", email="x", password1="1")


def signup_by_passkey(on):
    return on.get("account_signup_by_passkey")


def confirm_address(on):
    on.post("account_signup", full_name="Lê Tám", email="tam@x.vn", password1=cast.PASSWORD)
    return on.get("account_email_verification_sent")


def confirm_address_refused(on):
    confirm_address(on)
    return on.post("account_email_verification_sent", code="0000-0000")


def make_passkey_at_signup(on):
    on.post("account_signup_by_passkey", full_name="Lê Tám", email="khoa@x.vn")
    on.post("account_email_verification_sent", code=on.newest_code())
    return on.get("mfa_signup_webauthn")


def ask_for_code(on):
    return on.get("account_request_login_code")


def type_code(on):
    on.post("account_request_login_code", email=on.somebody().email)
    return on.get("account_confirm_login_code")


def new_device(on):
    on.entering()
    return on.get("account_confirm_login_code")


def prove_by_password(on):
    on.client.force_login(on.somebody("totp"))
    return on.get("account_reauthenticate", next="/")


def prove_by_app(on):
    on.client.force_login(on.somebody("totp"))
    return on.get("mfa_reauthenticate", next="/")


def prove_by_passkey(on):
    on.client.force_login(on.somebody("passkey"))
    with patch(ASK_THE_KEY, return_value={}):
        return on.get("mfa_reauthenticate_webauthn", next="/")


def second_step(on):
    on.entering("totp", "passkey")
    with patch(ASK_THE_KEY, return_value={}):
        return on.get("mfa_authenticate")


def change_password(on):
    on.entered()
    return on.get("account_change_password")


def change_password_refused(on):
    on.entered()
    return on.post("account_change_password", oldpassword="sai", password1="1", password2="2")


def set_password(on):
    person = on.entered()
    person.set_unusable_password()
    person.save()
    on.client.force_login(person)
    return on.get("account_set_password")


def forgotten(on):
    return on.get("account_reset_password")


def forgotten_code(on):
    on.post("account_reset_password", email=on.somebody().email)
    return on.get("account_confirm_password_reset_code")


def forgotten_new(on):
    forgotten_code(on)
    on.post("account_confirm_password_reset_code", code=on.newest_code())
    return on.get("account_complete_password_reset")


def forgotten_done(on):
    return on.get("account_password_reset_completed")


def address(on):
    on.entered()
    return on.get("account_email")


def address_waits(on):
    on.entered()
    on.post("account_email", email="moi@x.vn", action_add="")
    return on.get("account_email")


def address_code(on):
    address_waits(on)
    return on.get("account_email_verification_sent")


def app_add(on):
    on.entered()
    return on.get("mfa_activate_totp")


def app_off(on):
    on.entered("totp", "codes")
    return on.get("mfa_deactivate_totp")


def codes(on):
    on.entered("totp", "codes")
    return on.get("mfa_view_recovery_codes")


def codes_new(on):
    on.entered("totp", "codes")
    return on.get("mfa_generate_recovery_codes")


def keys(on):
    on.entered("passkey")
    return on.get("mfa_list_webauthn")


def key_add(on):
    on.entered()
    return on.get("mfa_add_webauthn")


def key_rename(on):
    on.entered("passkey")
    return on.get("mfa_edit_webauthn", on.key.pk)


def key_remove(on):
    on.entered("passkey")
    return on.get("mfa_remove_webauthn", on.key.pk)


def sessions(on):
    on.entered()
    on.client.get(on.at("accounts:mine"))
    return on.get("usersessions_list")


def to_provider(on):
    return on.get("openid_connect_login", "danh-tinh")


def to_provider_to_join(on):
    on.entered()
    return on.get("openid_connect_login", "danh-tinh", process="connect")


def provider_cancelled(on):
    return on.get("socialaccount_login_cancelled")


def provider_failed(on):
    return on.get("socialaccount_login_error")


def joined(on):
    person = on.entered()
    SocialAccount.objects.create(user=person, provider="danh-tinh", uid="1", extra_data={})
    return on.get("socialaccount_connections")


def joined_none(on):
    on.entered()
    return on.get("socialaccount_connections")


def from_provider(on):
    """The provider has told who it is, but not all that is needed here."""
    account = SocialAccount(provider="danh-tinh", uid="1", extra_data={})
    provider = get_adapter().get_provider(None, "danh-tinh")
    newcomer = cast.User(email="", full_name="")
    login = SocialLogin(user=newcomer, account=account, provider=provider)
    on.client.get(on.at("account_login"))
    session = on.client.session
    session["socialaccount_sociallogin"] = login.serialize()
    session.save()
    return on.get("socialaccount_signup")


def _agency(**facts):
    agency = Agency(name="Cổng Bộ", **facts)
    agency.set_redirect_uris(["https://bo.example/ve/"])
    agency.set_scopes(["openid", "profile", "email"])
    agency.save()
    return agency


def consent(on):
    on.entered()
    agency = _agency()
    asked = {
        "client_id": agency.pk, "redirect_uri": "https://bo.example/ve/", "response_type": "code",
        "scope": "openid profile email", "state": "x",
    }  # fmt: skip
    return on.client.get(f"{reverse('idp:oidc:authorization')}?{urlencode(asked)}")


def agency_unknown(on):
    on.entered()
    return on.client.get(reverse("idp:oidc:authorization") + "?client_id=ai&response_type=code")


def agency_signs_out(on):
    on.entered()
    return on.client.get(reverse("idp:oidc:logout"))


def device(on):
    on.entered()
    return on.client.get(reverse("idp:oidc:device_authorization"))


def _device(on, **said):
    on.entered()
    agency = _agency(type=Agency.Type.PUBLIC, grant_types=Agency.GrantType.DEVICE_CODE)
    cache.set(device_codes.cache_user_code_key("ABCD-1234"), "d")
    facts = {"granted": None, "client_id": agency.pk, "scope": ["openid"]}
    told = {"device_code": "d", "user_code": "ABCD-1234", "expires_in": 300, "interval": 5}
    kept = {"expires_at": time.time() + 300, "last_poll_at": 0, "resources": [], "device": told}
    kept |= facts
    cache.set(device_codes.cache_device_code_key("d"), kept)
    address = reverse("idp:oidc:device_authorization") + "?code=ABCD-1234"
    return on.client.post(address, said) if said else on.client.get(address)


def device_confirm(on):
    return _device(on)


def device_confirmed(on):
    return _device(on, action="confirm")


def device_denied(on):
    return _device(on, action="deny")


SCREENS = [
    each
    for each in list(globals().values())
    if callable(each)
    and getattr(each, "__module__", "") == __name__
    and not isinstance(each, type)
    and not each.__name__.startswith("_")
]
