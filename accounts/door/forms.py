"""What the door asks."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class CloseAccount(forms.Form):
    """Asks for the decision in so many words."""

    sure = forms.BooleanField(label=_("I understand that this cannot be undone"))


class AddPasskey(AddWebAuthnForm):
    """Asks how to call the key; every key is one that signs in by itself."""

    name = forms.CharField(
        label=_("Name of this passkey"),
        required=False,
        max_length=60,
        help_text=_("So that you can tell your keys apart, such as “my phone”."),
    )
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
