"""What the door asks."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, SignupWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class CloseAccount(forms.Form):
    """Asks for the decision in so many words."""

    sure = forms.BooleanField(label=_("I understand that this cannot be undone"))


def _name_of_key(*, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=_("Name of this passkey"),
        required=required,
        max_length=60,
        help_text=_("So that you can tell your keys apart, such as “my phone”."),
    )


class FirstPasskey(SignupWebAuthnForm):
    """Asks how to call the key with which an account begins."""

    name = _name_of_key()


class RenamePasskey(EditWebAuthnForm):
    """Asks for another name of a key."""

    name = _name_of_key(required=True)


class AddPasskey(AddWebAuthnForm):
    """Asks how to call the key; every key is one that signs in by itself."""

    name = _name_of_key()
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
